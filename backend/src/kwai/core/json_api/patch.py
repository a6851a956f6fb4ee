"""What a request makes of a resource: a new one, or changes of the current one."""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, cast

from kwai.core.json_api.by_name import command_fields
from kwai.core.json_api.declaration import resource_of
from kwai.core.json_api.errors import ErrorObject, error, raise_if
from kwai.core.json_api.linkage import LinkageChange
from kwai.core.json_api.resource import Resource, value_of

T = TypeVar("T")
C = TypeVar("C")


@dataclass(frozen=True, slots=True, kw_only=True)
class Create(Generic[T]):
    """A resource built from a request; `names` are the members the request gave."""

    resource: T
    names: frozenset[str]
    meta: Any = None
    lid: str | None = None

    def to_command(self, command_class: type[C], **given: object) -> C:
        """Fill the fields of a command by name with the attributes the request gave.

        Raises:
            TypeError: an attribute has no field, or one of another type; a fault of ours.
        """
        fitting = command_fields(type(self.resource), command_class)
        attributes = resource_of(self.resource).attributes
        named = self.names & attributes.keys() - given.keys()
        if unfit := sorted(name for name in named if not fitting.get(name)):
            raise TypeError(f"{command_class.__name__} has no fitting field for {unfit}.")
        values = {name: value_of(attributes[name], self.resource) for name in named}
        return command_class(**(values | given))


@dataclass(frozen=True, slots=True, kw_only=True)
class Patch(Generic[T]):
    """The changes of a request; what it does not name keeps its value.

    `names` are the writable members the request names; what is fixed is kept to be compared.
    """

    resource: Resource
    names: frozenset[str]
    values: Mapping[str, object] = field(default_factory=dict)
    changes: tuple[LinkageChange, ...] = ()
    fixed_values: Mapping[str, object] = field(default_factory=dict)
    fixed_changes: tuple[LinkageChange, ...] = ()
    meta: Any = None

    def apply(self, current: T) -> T:
        """Give the complete resource; members that are fixed may be named, not changed."""
        raise_if(self._refusals(current))
        attributes = self.resource.attributes
        changed = {attributes[name].member: value for name, value in self.values.items()}
        for change in self.changes:
            member = change.relationship.member
            changed[member] = change.apply(value_of(change.relationship, current))
        return cast(T, replace_members(current, changed)) if changed else current

    def _refusals(self, current: T) -> Iterator[ErrorObject]:
        for name, value in self.fixed_values.items():
            if value != value_of(self.resource.attributes[name], current):
                detail = f"The attribute {name} is fixed after creation."
                yield error("read_only", detail, pointer=f"/data/attributes/{name}")
        for change in self.fixed_changes:
            if change.differs_from(value_of(change.relationship, current)):
                yield refusal(change)
        for change in self.changes:
            if change.is_refused_replacement(value_of(change.relationship, current)):
                detail = f"Members of {change.relationship.name} are added and removed only."
                yield error("operation_not_supported", detail, pointer=change.pointer)


def refusal(change: LinkageChange) -> ErrorObject:
    """A relationship that requests cannot set."""
    detail = f"The relationship {change.relationship.name} is read-only."
    return error("read_only", detail, pointer=change.pointer)


def replace_members(current: Any, changed: Mapping[str, object]) -> Any:
    """A copy of an instance with other values; they are not validated again."""
    if dataclasses.is_dataclass(current):
        return dataclasses.replace(cast(Any, current), **changed)
    return current.model_copy(update=changed)
