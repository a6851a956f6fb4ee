"""Refuses declarations that cannot keep the contract, before the first request does."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass

from kwai.core.json_api.errors import DeclarationError
from kwai.core.json_api.kinds import Kind, kind_of, nested_fields
from kwai.core.json_api.markers import Attribute, Relationship
from kwai.core.json_api.registry import Registry, registry
from kwai.core.json_api.resource import Resource

MEMBER_NAME = re.compile(r"[a-z][a-z0-9_]*[a-z0-9]", re.ASCII)

_RESERVED = frozenset({"type", "id", "lid"})


def check_declarations(
    *,
    sort_columns: Mapping[str, Collection[str]] | None = None,
    commands: Mapping[str, type] | None = None,
    routes: Collection[tuple[str, str]] | None = None,
    among: Registry | None = None,
) -> None:
    """Raise DeclarationError with everything that is wrong.

    By type: the sort keys that have a column, and the command of the list's use case; `routes`
    are the (type, relationship) that have endpoints. What is not given is not checked.
    """
    checked = registry() if among is None else among
    problems = [*_doubles(checked)]
    for each in checked.declared:
        problems += [f"{each.class_.__qualname__}: {one}" for one in _problems(each)]
        problems += _wiring(each, sort_columns or {}, commands or {})
    problems += _unrouted(checked, routes)
    if problems:
        raise DeclarationError("\n".join(problems))


def _doubles(checked: Registry) -> Iterator[str]:
    seen: dict[str, Resource] = {}
    for each in checked:
        other = seen.setdefault(each.type, each)
        if other is not each:
            names = f"{other.class_.__qualname__} and {each.class_.__qualname__}"
            yield f"{each.type}: two canonical classes, {names}."


def _problems(resource: Resource) -> Iterator[str]:
    try:
        members = resource.members
    except (DeclarationError, NameError) as problem:
        yield f"{problem}"
        return
    if members.id is None:
        yield "it has no id."
    if MEMBER_NAME.fullmatch(resource.type) is None:
        yield f"the type {resource.type} breaks the naming rule (D12)."
    shared = resource.attributes.keys() & members.relationships.keys()
    yield from (f"{name} is an attribute and a relationship (D5)." for name in shared)
    for attribute in resource.attributes.values():
        yield from _attribute_problems(attribute)
    for relationship in members.relationships.values():
        yield from _relationship_problems(relationship)
    yield from _view_problems(resource)


def _attribute_problems(attribute: Attribute) -> Iterator[str]:
    yield from _name_problems(attribute.name)
    try:
        yield from _kind_problems(attribute.name, kind_of(attribute.type_))
    except DeclarationError as problem:
        yield f"{attribute.name}: {problem}"
    if attribute.name.endswith("_id") and not attribute.meta:
        yield f"{attribute.name} is a foreign key among the attributes (D6)."
    if attribute.meta and (attribute.visible_to or attribute.write_only or attribute.is_required):
        yield f"{attribute.name}: meta has a default and is seen by everybody."
    if attribute.write_only and not attribute.is_writable:
        yield f"{attribute.name} could be neither read nor written."


def _kind_problems(path: str, kind: Kind) -> Iterator[str]:
    for item in kind.items:
        yield from _kind_problems(path, item)
    if kind.form == "nested" and isinstance(kind.type_, type):
        for each in nested_fields(kind.type_):
            yield from _nested_problems(f"{path}.{each.name}", each.annotation)
            if each.marker.visible_to is not None:
                yield f"{path}.{each.name}: an attribute is shown as a whole, or not at all."


def _nested_problems(path: str, annotation: object) -> Iterator[str]:
    name = path.rpartition(".")[2]
    if MEMBER_NAME.fullmatch(name) is None:
        yield f"{path} breaks the naming rule (D12)."
    if path.count(".") < _DEEPEST:
        yield from _kind_problems(path, kind_of(annotation))


_DEEPEST = 8


def _relationship_problems(relationship: Relationship) -> Iterator[str]:
    yield from _name_problems(relationship.name)
    if not hasattr(relationship.target, "__json_api_resource__"):
        yield f"{relationship.name} links to {relationship.target!r}, which is no resource."
    if relationship.write_only and not relationship.is_writable:
        yield f"{relationship.name} could be neither read nor written."
    if relationship.facts is not None and not is_dataclass(relationship.facts):
        yield f"{relationship.name}: the facts of a relation are a dataclass."


def _name_problems(name: str) -> Iterator[str]:
    if name in _RESERVED:
        yield f"no member may be called {name} (D5)."
    elif MEMBER_NAME.fullmatch(name) is None:
        yield f"{name} breaks the naming rule (D12)."


def _view_problems(resource: Resource) -> Iterator[str]:
    if resource.view_of is None:
        return
    canonical = getattr(resource.view_of, "__json_api_resource__", None)
    if not isinstance(canonical, Resource) or canonical.type != resource.type:
        yield f"it is a view of {resource.view_of!r}, which is no resource of its type."
        return
    for name, attribute in resource.attributes.items():
        other = canonical.attributes.get(name)
        if other is None or other.type_ != attribute.type_:
            yield f"{name} differs from the canonical resource."
    for name, relationship in resource.relationships.items():
        linked = canonical.relationships.get(name)
        if linked is None or linked.type_ != relationship.type_:
            yield f"{name} differs from the canonical resource."


def _wiring(
    resource: Resource, sort_columns: Mapping[str, Collection[str]], commands: Mapping[str, type]
) -> Iterator[str]:
    defaults = {key.removeprefix("-") for key in resource.default_sort.split(",") if key}
    yield from (
        f"{resource.type}: the default order names {key}, which sort does not offer."
        for key in defaults - resource.sort.keys() - {"id"}
    )
    columns = sort_columns.get(resource.type)
    if columns is not None:
        for key in resource.sort.keys() - set(columns):
            yield f"{resource.type}: the sort key {key} has no column."
    command = commands.get(resource.type)
    if command is not None and resource.filters is not None:
        known = {each.name for each in fields(command)}
        for name in resource.filters.model_fields.keys() - known:
            yield f"{resource.type}: {command.__name__} has no field for filter[{name}]."


def _unrouted(checked: Registry, routes: Collection[tuple[str, str]] | None) -> Iterator[str]:
    if routes is None:
        return
    for each in checked:
        for name in each.relationships:
            if (each.type, name) not in routes:
                yield f"{each.type}: the relationship {name} has no route."
