"""What a caller wants to see of a resource, free of any protocol."""

import builtins
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache, lru_cache
from typing import Any, TypeVar

C = TypeVar("C")


@dataclass(frozen=True, slots=True, kw_only=True)
class SortKey:
    """One key of an order; the name is mapped to a column by the database query."""

    name: str
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A part of a collection, cut by offset or by a cursor.

    `after` and `before` hold one value for each key that the rows are sorted by.
    """

    offset: int = 0
    limit: int = 25
    after: tuple[object, ...] | None = None
    before: tuple[object, ...] | None = None
    is_cursor: bool = False

    @property
    def size(self) -> int:
        """The name the cursor profile has for the limit."""
        return self.limit

    @property
    def is_backwards(self) -> bool:
        """The page ends at `before`: read in reversed order, then turn the rows around."""
        return self.before is not None and self.after is None


@dataclass(frozen=True, slots=True, eq=False)
class Include(Mapping[str, "Include"]):
    """A tree of relationships; it compares like the nested dictionary it stands for."""

    children: tuple[tuple[str, "Include"], ...] = ()

    @classmethod
    def of(cls, paths: "Mapping[str, object]") -> "Include":
        """Build the tree from nested dictionaries."""
        return cls(
            tuple(
                (name, cls.of(below if isinstance(below, Mapping) else {}))
                for name, below in paths.items()
            )
        )

    def __getitem__(self, name: str) -> "Include":
        for child, below in self.children:
            if child == name:
                return below
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.children)

    def __len__(self) -> int:
        return len(self.children)

    def __hash__(self) -> int:
        return hash(self.children)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceQuery:
    """The parsed wishes of a caller; repositories ask `needs`, never for request text.

    `wanted` are the paths that will be shown or sorted by; None means that nobody narrowed
    anything, as on the command line. `facts` are those of a relation that the caller may see, by
    type and relationship, where that is only a part of them.
    """

    type: str = ""
    fields: Mapping[str, frozenset[str]] = field(default_factory=dict)
    include: Include = field(default_factory=Include)
    has_include: bool = False
    sort: tuple[SortKey, ...] = ()
    filter: Mapping[str, object] = field(default_factory=dict)
    page: Page | None = None
    options: Mapping[str, object] = field(default_factory=dict)
    linkage: frozenset[str] = frozenset()
    wanted: frozenset[str] | None = None
    facts: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)

    def needs(self, path: str) -> bool:
        """Whether a column or relationship is wanted by fields, include, linkage or sort.

        A to-one relationship is needed when more than its key is: the key is in the row.
        """
        return self.wanted is None or path in self.wanted

    def links(self, name: str) -> bool:
        """Whether a relationship of the resource itself is shown, or followed."""
        shown = self.fields.get(self.type)
        return shown is None or name in shown or name in self.include or name in self.linkage

    def below(self, path: str) -> "ResourceQuery":
        """Give the wishes for what stands at the end of a relationship.

        For reading it, not for rendering: the document needs the whole tree.
        """
        return ResourceQuery(wanted=None if self.wanted is None else _below(self.wanted, path))

    def with_linkage(self, names: frozenset[str]) -> "ResourceQuery":
        """Show the linkage of these relationships too, because a write named them."""
        if names <= self.linkage:
            return self
        wanted = None if self.wanted is None else self.wanted | names
        return replace(self, linkage=self.linkage | names, wanted=wanted)

    def to_command(self, command_class: builtins.type[C], **given: object) -> C:
        """Fill the fields of a command by name; a filter without a field is a fault of ours."""
        known = _field_names(command_class)  # type: ignore[arg-type]  # a class is hashable
        values = {name: value for name, value in self.filter.items() if value is not None}
        unknown = values.keys() - known
        if unknown:
            raise TypeError(f"{command_class.__name__} has no field for {sorted(unknown)}.")
        return command_class(**(self._common(known) | values | given))

    def _common(self, known: frozenset[str]) -> dict[str, object]:
        values: dict[str, object] = {"query": self} if "query" in known else {}
        if self.page is not None:
            paging: dict[str, object] = {
                "limit": self.page.limit,
                "offset": self.page.offset,
                "page": self.page,
            }
            if self.page.is_cursor and "page" not in known:
                raise TypeError("A command without a field `page` cannot be paged by cursor.")
            values |= {name: value for name, value in paging.items() if name in known}
        return values


@lru_cache(maxsize=512)
def _below(wanted: frozenset[str], path: str) -> frozenset[str]:
    start = f"{path}."
    return frozenset(each[len(start) :] for each in wanted if each.startswith(start))


@cache
def _field_names(command_class: Any) -> frozenset[str]:
    return frozenset(item.name for item in fields(command_class))
