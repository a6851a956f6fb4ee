"""Typed identities, so that the id of a user is never taken for the id of a story."""

from abc import ABC, abstractmethod
from typing import Generic, TypeVar

T = TypeVar("T")


class Identifier(ABC, Generic[T]):
    """An identity; two are equal when they have the same type and the same value."""

    __slots__ = ("_id",)

    def __init__(self, id_: T) -> None:
        self._id = id_

    @property
    def value(self) -> T:
        """The bare value, as stored."""
        return self._id

    @abstractmethod
    def is_empty(self) -> bool:
        """Tell whether nothing was stored under this identity yet."""

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other._id == self._id

    def __hash__(self) -> int:
        return hash(self._id)

    def __str__(self) -> str:
        return str(self._id)


class IntIdentifier(Identifier[int]):
    """An identity that the database numbers; 0 means not stored yet."""

    __slots__ = ()

    def __init__(self, id_: int = 0) -> None:
        self._id = id_

    def is_empty(self) -> bool:
        return self._id == 0

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._id})"
