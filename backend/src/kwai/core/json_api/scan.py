"""Finds the members of a resource class: its id, attributes and relationships."""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, get_type_hints

from kwai.core.json_api.annotations import shape_of
from kwai.core.json_api.errors import DeclarationError
from kwai.core.json_api.kinds import is_required, marker_in
from kwai.core.json_api.markers import Attribute, Linked, Relationship


@dataclass(frozen=True, slots=True)
class Mark:
    """What a decorator writes on a method."""

    role: Literal["id", "attribute", "relationship"]
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IdMember:
    """How the id is read; `is_text` spares the conversion to str."""

    member: str
    is_called: bool
    is_text: bool


@dataclass(slots=True, kw_only=True)
class Members:
    """Everything a resource declares, in the order of its source."""

    id: IdMember | None = None
    attributes: dict[str, Attribute] = field(default_factory=dict)
    relationships: dict[str, Relationship] = field(default_factory=dict)


def scan(class_: type, auto: bool, names: Mapping[str, type]) -> Members:
    """Read the members of a class; `names` resolves forward references to other resources."""
    members = Members()
    hints = _hints(class_, names)
    for name, required in _fields(class_):
        _add_field(members, name, hints.get(name), required, auto)
    for name, method, is_called in _marked_methods(class_):
        _add_getter(members, name, method, is_called, _hints(method, names))
    return members


def _hints(subject: Any, names: Mapping[str, type]) -> dict[str, Any]:
    scope = getattr(subject, "__globals__", None) or _module_scope(subject)
    # Names of the module win: two modules may each have a resource class of one name.
    missing = {name: class_ for name, class_ in names.items() if name not in scope}
    return get_type_hints(subject, localns=missing, include_extras=True)


def _module_scope(class_: type) -> Mapping[str, object]:
    import sys

    module = sys.modules.get(class_.__module__)
    return vars(module) if module else {}


def _fields(class_: type) -> Iterator[tuple[str, bool]]:
    model_fields = getattr(class_, "model_fields", None)
    if isinstance(model_fields, dict):
        yield from ((name, item.is_required()) for name, item in model_fields.items())
    elif dataclasses.is_dataclass(class_):
        yield from ((item.name, is_required(item)) for item in dataclasses.fields(class_))


def _marked_methods(class_: type) -> Iterator[tuple[str, Any, bool]]:
    found: dict[str, tuple[Any, bool]] = {}
    for base in reversed(class_.__mro__):
        for name, member in vars(base).items():
            method = member.fget if isinstance(member, property) else member
            if hasattr(method, "__json_api_mark__"):
                found[name] = (method, not isinstance(member, property))
    yield from ((name, method, called) for name, (method, called) in found.items())


def _add_field(members: Members, name: str, annotation: Any, required: bool, auto: bool) -> None:
    attribute, relationship = marker_in(annotation, Attribute), marker_in(annotation, Relationship)
    if name.startswith("_") or not (auto or attribute or relationship):
        return
    if name == "id":
        members.id = IdMember(member="id", is_called=False, is_text=_is_text(annotation))
        return
    given = {"member": name, "type_": annotation, "is_required": required}
    if relationship or mentions_resource(annotation):
        marker = relationship or Relationship()
        target = members.relationships
        _add(target, replace(marker, name=marker.name or name, **given))
        return
    plain = attribute or Attribute()
    _add(members.attributes, replace(plain, name=plain.name or name, **given))


def _add_getter(
    members: Members, name: str, method: Any, is_called: bool, hints: Mapping[str, Any]
) -> None:
    mark: Mark = method.__json_api_mark__
    type_ = hints.get("return")
    if mark.role == "id":
        members.id = IdMember(member=name, is_called=is_called, is_text=_is_text(type_))
        return
    if type_ is None:
        raise DeclarationError(f"{method.__qualname__}: a getter needs a return annotation.")
    given = {
        "name": mark.name or name,
        "member": name,
        "type_": type_,
        "is_getter": True,
        "is_called": is_called,
        "read_only": True,
        "description": (method.__doc__ or "").strip().partition("\n")[0],
    }
    if mark.role == "relationship":
        marker = marker_in(type_, Relationship) or Relationship()
        _add(members.relationships, replace(marker, **given))
        return
    plain = marker_in(type_, Attribute) or Attribute()
    _add(members.attributes, replace(plain, **given))


def _add(members: dict[str, Any], item: Attribute | Relationship) -> None:
    if item.name in members:
        raise DeclarationError(f"{item.name} is declared twice.")
    members[item.name] = item


def mentions_resource(annotation: object) -> bool:
    """Whether an annotation links to a resource, directly or with the facts of the relation."""
    shape = shape_of(annotation)
    if shape.origin is Linked:
        return True
    return isinstance(shape.base, type) and "__json_api_resource__" in vars(shape.base)


def _is_text(annotation: object) -> bool:
    shape = shape_of(annotation)
    return shape.base is str and not shape.optional
