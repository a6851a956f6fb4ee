"""From a query to the use case of a list, and from its result to a page."""

from collections.abc import Awaitable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from kwai.api.response import CollectionResponse, respond_list
from kwai.core.domain.resource_query import ResourceQuery, SortKey
from kwai.core.domain.use_case import CursorBrowseResult, UseCaseBrowseResult

E = TypeVar("E")


class BrowsedPage(NamedTuple, Generic[E]):
    """The entities of a page, and where it lies in the whole; `total` is of a page by offset."""

    total: int | None
    entities: list[E]
    positions: Sequence[tuple[object, ...]]
    more: bool


def sort_keys(query: ResourceQuery) -> tuple[SortKey, ...]:
    """Give the keys that were asked for; repositories add the id as tie-breaker themselves."""
    return tuple(key for key in query.sort if key.name != "id")


async def read_page(result: Awaitable[UseCaseBrowseResult[E]]) -> BrowsedPage[E]:
    """Read the entities of a page that was cut by offset or by cursor."""
    browsed = await result
    entities = [entity async for entity in browsed.iterator]
    if isinstance(browsed, CursorBrowseResult):
        return BrowsedPage(browsed.count, entities, browsed.positions, browsed.more)
    return BrowsedPage(browsed.count, entities, (), False)


def respond_page(
    query: ResourceQuery,
    page: BrowsedPage[E],
    resources: Iterable[object],
    *,
    tag: str | None = None,
) -> CollectionResponse:
    """Answer a page with the resources that were made of its entities."""
    return respond_list(
        query, resources, count=page.total, positions=page.positions, more=page.more, tag=tag
    )
