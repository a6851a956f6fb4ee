"""Which resources there are: one canonical class per type, and its shorter views."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kwai.core.json_api.resource import Resource


class Registry:
    """The resources that were declared together; iterating gives the canonical ones."""

    def __init__(self) -> None:
        self._all: list[Resource] = []

    def add(self, resource: "Resource") -> None:
        """Called by the decorator."""
        self._all.append(resource)

    def __iter__(self) -> "Iterator[Resource]":
        return (each for each in self._all if each.view_of is None)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @property
    def declared(self) -> "tuple[Resource, ...]":
        """All resources, views and doubles included."""
        return tuple(self._all)

    def by_type(self, type_: str) -> "Resource | None":
        """The canonical resource of a type."""
        return next((each for each in self if each.type == type_), None)

    @property
    def classes(self) -> Mapping[str, type]:
        """The declared classes by name, for references between modules that import each other."""
        return {each.class_.__name__: each.class_ for each in self._all}


@lru_cache(maxsize=1)
def registry() -> Registry:
    """The registry of the application."""
    return Registry()
