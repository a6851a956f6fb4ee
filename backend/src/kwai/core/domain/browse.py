"""Reads what a browsing use case is asked for: a page, or everything."""

from collections.abc import AsyncIterator
from typing import Protocol, TypeVar

from kwai.core.domain.repository.query import Query
from kwai.core.domain.resource_query import Page
from kwai.core.domain.use_case import UseCaseBrowseResult

E = TypeVar("E")
Q = TypeVar("Q", bound=Query, contravariant=True)
T = TypeVar("T")
S = TypeVar("S", bound=Query)


class Browsable(Protocol[Q, E]):
    """What the repositories of aggregates that are listed have in common."""

    def get_all(
        self, query: Q, limit: int | None = None, offset: int | None = None
    ) -> AsyncIterator[E]: ...

    async def get_page(self, query: Q, limit: int, offset: int) -> UseCaseBrowseResult[E]: ...

    async def read_on(self, query: Q, page: Page) -> UseCaseBrowseResult[E]: ...


class Paging(Protocol):
    """The part of a command that cuts a page; without a limit everything is read.

    `page` wins where it stands at a cursor; who pages by offset leaves it out.
    """

    @property
    def offset(self) -> int | None: ...

    @property
    def limit(self) -> int | None: ...

    @property
    def page(self) -> Page | None: ...


async def browse(repo: Browsable[S, T], query: S, paging: Paging) -> UseCaseBrowseResult[T]:
    """Read the entities of a query, and how many there are in all."""
    if paging.page is not None and paging.page.is_cursor:
        return await repo.read_on(query, paging.page)
    if paging.limit is None:
        entities = repo.get_all(query, None, paging.offset)
        return UseCaseBrowseResult(await query.count(), entities)
    return await repo.get_page(query, paging.limit, paging.offset or 0)
