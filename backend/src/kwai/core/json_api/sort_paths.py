"""Follows the path of a sort key through a resource, to tell whether it can be missing."""

from dataclasses import dataclass

from kwai.core.json_api.kinds import Kind, kind_of, nested_fields
from kwai.core.json_api.resource import Resource

_NEVER_NULL = ("created_at",)


@dataclass(frozen=True, slots=True, kw_only=True)
class SortValue:
    """What a sort key compares; None stands for a path the resource does not have."""

    kind: Kind | None
    is_nullable: bool

    @property
    def has_cursor(self) -> bool:
        """Only values that exist in every row can be continued after."""
        return self.kind is not None and not self.is_nullable


def sort_value(resource: Resource, path: str) -> SortValue:
    """Find the type of a path such as `name`, `definition.name` or `event.start_date`."""
    if path == "id":
        return SortValue(kind=kind_of(int if resource.ids == "number" else str), is_nullable=False)
    name, _, below = path.partition(".")
    relationship = resource.relationships.get(name)
    if relationship is not None and below:
        found = sort_value(resource.target(relationship), below)
        return SortValue(kind=found.kind, is_nullable=found.is_nullable or relationship.optional)
    attribute = resource.attributes.get(name)
    if attribute is None:
        return SortValue(kind=None, is_nullable=True)
    kind = kind_of(attribute.type_)
    return _nested(kind, below, kind.optional and name not in _NEVER_NULL)


def _nested(kind: Kind, path: str, is_nullable: bool) -> SortValue:
    if not path:
        return SortValue(kind=kind, is_nullable=is_nullable)
    name, _, below = path.partition(".")
    members = nested_fields(kind.type_) if isinstance(kind.type_, type) else ()
    member = next((each for each in members if each.name == name), None)
    if member is None:
        return SortValue(kind=None, is_nullable=True)
    inner = kind_of(member.annotation)
    return _nested(inner, below, is_nullable or inner.optional)
