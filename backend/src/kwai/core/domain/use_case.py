"""What use cases share."""

from collections.abc import AsyncIterator, Sequence
from typing import Generic, NamedTuple, TypeVar

E = TypeVar("E")


class UseCaseBrowseResult(NamedTuple, Generic[E]):
    """A page of entities, and how many there are in all; None where that was not counted."""

    count: int | None  # type: ignore[assignment]  # hides tuple.count; the name is the field's term
    iterator: AsyncIterator[E]

    @property
    def total(self) -> int:
        """The count, for who pages by offset.

        Raises:
            ValueError: the page was read from a position.
        """
        if self.count is None:
            raise ValueError("A page at a cursor is not counted.")
        return self.count


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

    It costs the same wherever it lies and however many there are, so nothing is counted.

    Attributes:
        positions: What each entity was sorted by, the key of its row last.
        more: There are entities beyond the page, in the direction of reading.
    """

    positions: Sequence[tuple[object, ...]] = ()
    more: bool = False

    @classmethod
    def create(
        cls,
        iterator: AsyncIterator[E],
        *,
        positions: Sequence[tuple[object, ...]],
        more: bool,
    ) -> "CursorBrowseResult[E]":
        """Make the result of a page."""
        result = cls(None, iterator)
        result.positions = positions
        result.more = more
        return result
