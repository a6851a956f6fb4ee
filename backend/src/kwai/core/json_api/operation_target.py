"""What an atomic operation is about: read from its ref, its href or its data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from kwai.core.json_api.markers import Relationship
from kwai.core.json_api.registry import Registry
from kwai.core.json_api.resource import Resource


class Malformed(ValueError):
    """The operation cannot be understood; `pointer` is relative to it."""

    def __init__(self, message: str, pointer: str = "", *, is_unknown: bool = False) -> None:
        super().__init__(message)
        self.pointer = pointer
        self.is_unknown = is_unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationTarget:
    """A collection, a resource of it, or one of its relationships."""

    resource: Resource
    id: str | None = None
    lid: str | None = None
    relationship: Relationship | None = None
    pointer: str = ""

    @property
    def names_resource(self) -> bool:
        """Whether a single resource was named by ref or href."""
        return self.pointer != "" and (self.id is not None or self.lid is not None)


def read_target(
    given: Mapping[str, Any], op: str, base: str, resources: Registry
) -> OperationTarget:
    """Find the target of an operation; Malformed when it is not to be found."""
    if "ref" in given and "href" in given:
        raise Malformed("An operation has a ref or an href, not both.")
    if "href" in given:
        return _from_href(given["href"], base, resources)
    if "ref" in given:
        return _from_ref(given["ref"], resources)
    data = given.get("data")
    if op == "remove" or not isinstance(data, dict):
        raise Malformed("The operation has neither ref nor href.")
    # An id in the data of an add is judged by the resource: it may accept one.
    is_update = op == "update"
    return OperationTarget(
        resource=_by_type(data, resources, "/data"),
        id=_text(data, "id", "/data") if is_update else None,
        lid=_text(data, "lid", "/data") if is_update else None,
    )


def _from_ref(ref: Any, resources: Registry) -> OperationTarget:
    if not isinstance(ref, dict):
        raise Malformed("A ref is an object.", "/ref")
    resource = _by_type(ref, resources, "/ref")
    if "id" in ref and "lid" in ref:
        raise Malformed("A ref has an id or a lid, not both.", "/ref")
    name = _text(ref, "relationship", "/ref")
    return OperationTarget(
        resource=resource,
        id=_text(ref, "id", "/ref"),
        lid=_text(ref, "lid", "/ref"),
        relationship=None if name is None else _relationship(resource, name, "/ref/relationship"),
        pointer="/ref",
    )


def _from_href(href: Any, base: str, resources: Registry) -> OperationTarget:
    if not isinstance(href, str):
        raise Malformed("An href is a text.", "/href")
    path = href.removeprefix(base).removeprefix(urlsplit(base).path)
    for resource in resources:
        rest = path.removeprefix(resource.path)
        if rest != path and (not rest or rest.startswith("/")):
            found = _from_path(resource, rest.strip("/"))
            if found is not None:
                return found
    raise Malformed("Nothing can be changed at this href.", "/href", is_unknown=True)


def _from_path(resource: Resource, path: str) -> OperationTarget | None:
    parts = [unquote(part) for part in path.split("/")] if path else []
    if len(parts) <= 1:
        return OperationTarget(resource=resource, id=parts[0] if parts else None, pointer="/href")
    if len(parts) == 3 and parts[1] == "relationships":
        relationship = _relationship(resource, parts[2], "/href")
        return OperationTarget(
            resource=resource, id=parts[0], relationship=relationship, pointer="/href"
        )
    return None


def _by_type(given: Mapping[str, Any], resources: Registry, pointer: str) -> Resource:
    type_ = _text(given, "type", pointer)
    if type_ is None:
        raise Malformed("The type is missing.", pointer)
    resource = resources.by_type(type_)
    if resource is None:
        raise Malformed("There is no such type.", f"{pointer}/type", is_unknown=True)
    return resource


def _relationship(resource: Resource, name: str, pointer: str) -> Relationship:
    relationship = resource.relationships.get(name)
    if relationship is None:
        raise Malformed("There is no such relationship.", pointer, is_unknown=True)
    return relationship


def _text(given: Mapping[str, Any], name: str, pointer: str) -> str | None:
    value = given.get(name)
    if name in given and not isinstance(value, str):
        raise Malformed(f"The {name} is a text.", f"{pointer}/{name}")
    return value
