"""The base of all entities."""

from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from functools import cache
from inspect import signature
from typing import Any, Generic, TypeVar, cast

from kwai.core.domain.value_objects.identifier import Identifier

T = TypeVar("T", bound=Identifier[Any])
E = TypeVar("E", bound="Entity[Any]")


@cache
def _completer(class_: type) -> Callable[[object], None]:
    """Write the function that puts the defaults in: each entity that is read passes it."""
    names: dict[str, Any] = {"set": object.__setattr__}
    lines = ["def complete(entity):", "    pass"]
    for item in fields(class_):
        if item.default_factory is not MISSING:
            names[f"make_{item.name}"] = item.default_factory
            lines.append(f"    if entity.{item.name} is None:")
            lines.append(f"        set(entity, {item.name!r}, make_{item.name}())")
    exec(compile("\n".join(lines), "<defaults>", "exec"), names)  # noqa: S102  # names of fields only
    complete: Callable[[object], None] = names["complete"]
    return complete


@cache
def _constructor_arguments(class_: type) -> tuple[str, ...]:
    return tuple(name for name in signature(class_).parameters if name != "self")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(Generic[T]):
    """An immutable thing with an identity; every change returns a new one.

    A field with a default factory also accepts None, which means: the default.
    """

    id_: T

    def __post_init__(self) -> None:
        class_: Any = type(self)
        _completer(class_)(self)

    @property
    def id(self) -> T:
        """The identity; empty until a repository has stored the entity."""
        return self.id_

    def has_id(self) -> bool:
        """Tell whether the entity was stored."""
        return not self.id_.is_empty()

    @classmethod
    def replace(cls, entity: E, **changes: Any) -> E:
        """Build a new entity from `entity`, with the constructor arguments in `changes` replaced.

        Raises:
            TypeError: `changes` names something that the constructor does not take.
        """
        class_: Any = type(entity)
        values = {name: _value_of(entity, name) for name in _constructor_arguments(class_)}
        return cast(E, class_(**(values | changes)))


def _value_of(entity: object, argument: str) -> Any:
    """Find the attribute behind an argument: `name`, `_name`, or without the suffix of `name_`."""
    bare = argument.rstrip("_")
    for candidate in (argument, f"_{argument}", bare, f"_{bare}"):
        if hasattr(entity, candidate):
            return getattr(entity, candidate)
    raise AttributeError(f"{type(entity).__name__} has no attribute for argument {argument}.")
