"""What use cases share."""

from collections.abc import AsyncIterator, Sequence
from typing import Generic, NamedTuple, TypeVar

E = TypeVar("E")


class UseCaseBrowseResult(NamedTuple, Generic[E]):
    """A page of entities, and how many there are in all."""

    count: int  # type: ignore[assignment]  # hides tuple.count; the name is the field's term
    iterator: AsyncIterator[E]


class PageVersions(NamedTuple):
    """What a page is known by, without reading it: it changes whenever the page does.

    Attributes:
        total: How many entities there are in all.
        rows: Id and version of each row on the page, and the versions of what it shows of others.
    """

    total: int
    rows: tuple[tuple[int, ...], ...]


class CursorBrowseResult(UseCaseBrowseResult[E]):
    """A page that was read from a position; it can still be unpacked in two.

    Attributes:
        positions: What each entity was sorted by, the key of its row last.
        more: There are entities beyond the page, in the direction of reading.
    """

    positions: Sequence[tuple[object, ...]] = ()
    more: bool = False

    @classmethod
    def create(
        cls,
        count: int,
        iterator: AsyncIterator[E],
        *,
        positions: Sequence[tuple[object, ...]],
        more: bool,
    ) -> "CursorBrowseResult[E]":
        """Make the result of a page."""
        result = cls(count, iterator)
        result.positions = positions
        result.more = more
        return result
