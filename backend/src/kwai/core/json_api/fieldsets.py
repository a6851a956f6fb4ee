"""Sparse fieldsets: what a client narrowed, what it may see, and what must therefore be read."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from kwai.core.domain.resource_query import Include, SortKey
from kwai.core.json_api.errors import ErrorObject, error
from kwai.core.json_api.include import DEEPEST
from kwai.core.json_api.resource import Resource

Fields = dict[str, frozenset[str]]


def parse_fields(
    resource: Resource, given: Mapping[str, str], roles: frozenset[str], errors: list[ErrorObject]
) -> Fields:
    """Read `fields[type]=a,b`; an empty value gives no fields."""
    if not given:
        return {}
    reachable = reachable_types(resource)
    fields: Fields = {}
    for type_, value in given.items():
        target = reachable.get(type_)
        names = frozenset(value.split(",")) if value else frozenset()
        problem = _problem(type_, target, names, roles)
        if problem is not None:
            errors.append(problem)
        fields[type_] = names
    return fields


def _problem(
    type_: str, target: Resource | None, names: frozenset[str], roles: frozenset[str]
) -> ErrorObject | None:
    parameter = f"fields[{type_}]"
    if target is None:
        detail = "No resource of this type can be reached from here."
        return error("unknown_field", detail, parameter=parameter)
    if not names <= target.field_names:
        offered = ", ".join(sorted(target.visible_names(roles)))
        return error("unknown_field", f"{type_} has the fields: {offered}.", parameter=parameter)
    if not names <= target.visible_names(roles):
        return error("forbidden", "One of the fields takes another role.", parameter=parameter)
    return None


def reachable_types(resource: Resource) -> Mapping[str, Resource]:
    """The resources that a document of this one can hold, by type."""
    found = {resource.type: resource}
    level = [resource]
    for _ in range(DEEPEST):
        targets = [each.target(one) for each in level for one in each.relationships.values()]
        level = [each for each in targets if found.setdefault(each.type, each) is each]
    return found


def visible_fields(
    resource: Resource, include: Include, narrowed: Fields, roles: frozenset[str]
) -> Fields:
    """Add the types of which this caller may see a part only, if the document can hold them."""
    fields = dict(narrowed)
    for each in _in_tree(resource, include):
        if each.restricted:
            visible = each.visible_names(roles)
            if visible != each.field_names:
                fields[each.type] = narrowed.get(each.type, visible) & visible
    return fields


def visible_facts(
    resource: Resource, include: Include, roles: frozenset[str]
) -> dict[tuple[str, str], frozenset[str]]:
    """The facts of relations that this caller may see a part of only."""
    return {
        (each.type, name): shown
        for each in _in_tree(resource, include)
        if each.restricted_facts
        for name, shown in each.visible_facts(roles)
    }


def _in_tree(resource: Resource, include: Include) -> Iterator[Resource]:
    yield resource
    for name, below in include.items():
        yield from _in_tree(resource.target(resource.relationships[name]), below)


@lru_cache(maxsize=512)
def wanted_paths(
    resource: Resource,
    fieldsets: frozenset[tuple[str, frozenset[str]]],
    include: Include,
    sort: tuple[SortKey, ...],
    relationship: str | None,
) -> frozenset[str]:
    """Every path the document shows or the order compares; repositories leave out the rest."""
    fields = dict(fieldsets)
    paths = set(_sorted_by(sort))
    if relationship is None:
        paths.update(_shown(resource, fields, include, ""))
        return frozenset(paths)
    # A relationship endpoint shows nothing of the parent but this one linkage.
    paths.add(relationship)
    target = resource.target(resource.relationships[relationship])
    if relationship in include:
        paths.update(_shown(target, fields, include[relationship], f"{relationship}."))
    return frozenset(paths)


def _sorted_by(sort: tuple[SortKey, ...]) -> Iterator[str]:
    for key in sort:
        names = key.name.split(".")
        yield from (".".join(names[:end]) for end in range(1, len(names) + 1))


def _shown(
    resource: Resource, fields: Mapping[str, frozenset[str]], include: Include, prefix: str
) -> Iterator[str]:
    shown = fields.get(resource.type, resource.field_names)
    yield from (f"{prefix}{name}" for name in resource.meta_attributes)
    yield from (f"{prefix}{name}" for name in resource.plain_attributes if name in shown)
    for name, relationship in resource.relationships.items():
        is_always = relationship.is_list and relationship.linkage == "always" and name in shown
        if is_always or name in include:
            yield f"{prefix}{name}"
    for name, below in include.items():
        target = resource.target(resource.relationships[name])
        yield from _shown(target, fields, below, f"{prefix}{name}.")
