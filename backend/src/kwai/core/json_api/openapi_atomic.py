"""Describes atomic operations for OpenAPI: one schema for each thing that can be done.

They are made from the schemas that the same requests have alone. There, a resource has an id; here
it may have the local id that an earlier operation gave it.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from kwai.core.json_api.atomic import MOST_OPERATIONS, OPERATIONS, RESULTS
from kwai.core.json_api.openapi import REFERENCE, Action
from kwai.core.json_api.request_models import linkage_model, request_model
from kwai.core.json_api.resource import Resource

Schema = dict[str, Any]
#: A resource, what can be done with it, the relationship and the meta of the document, if any.
Offer = tuple[Resource, Action, str | None, type | None]

_TEXT: Final[Schema] = {"type": "string", "minLength": 1}
_LID: Final[Schema] = {**_TEXT, "description": "The lid of an earlier operation, for the id."}
_HREF: Final[Schema] = {**_TEXT, "description": "The address of it, for the ref."}
_LINKAGE_OPS: Final[Mapping[str, str]] = {
    "add_linkage": "add",
    "replace_linkage": "update",
    "remove_linkage": "remove",
}


def describe_atomic(
    offers: Iterable[Offer], schemas: Mapping[str, Schema]
) -> tuple[dict[str, Schema], Schema, Schema]:
    """Give the schemas to add to the known ones, that of the request, and that of the results."""
    atomic = _Atomic(schemas)
    found = list(offers)
    for resource, action, relationship, meta in found:
        if relationship is None:
            atomic.add_operation(resource, action, meta)
    linked: dict[tuple[str, str], list[str]] = {}
    resources = {resource.type: resource for resource, *_ in found}
    for resource, action, relationship, _ in found:
        if relationship is not None:
            linked.setdefault((resource.type, relationship), []).append(_LINKAGE_OPS[action])
    for (type_, name), ops in linked.items():
        atomic.add_linkage(resources[type_], name, sorted(ops))
    atomic.add_shared(resources.values())
    return atomic.made, _request(), _results()


class _Atomic:
    """Gathers the schemas; `made` holds those that the document does not have yet."""

    def __init__(self, schemas: Mapping[str, Schema]) -> None:
        self._schemas = schemas
        self._operations: list[Schema] = []
        self.made: dict[str, Schema] = {}

    def add_operation(self, resource: Resource, action: Action, meta: type | None) -> None:
        prefix = resource.get_model_class_prefix()
        if action == "delete":
            ref = {"op": {"const": "remove"}, "ref": _ref(resource)}
            self._add(f"Remove{prefix}Operation", ref)
            return
        document = self._document(resource, action, meta)
        op, verb = ("add", "Add") if action == "create" else ("update", "Update")
        data = self._local_data(document["data"], is_update=action == "update")
        optional: dict[str, Schema] = {"href": _HREF}
        if action == "update":
            optional["ref"] = _ref(resource)
        if "meta" in document:
            optional["meta"] = document["meta"]
        self._add(f"{verb}{prefix}Operation", {"op": {"const": op}, "data": data}, optional)

    def add_linkage(self, resource: Resource, name: str, ops: list[str]) -> None:
        model = linkage_model(resource, name, "update").model
        data = self._localised(self._schemas[model.__name__]["properties"]["data"])
        ref = _ref(resource, relationship={"const": name})
        members = {"op": {"enum": ops}, "ref": ref, "data": data}
        title = model.__name__.removesuffix("LinkageUpdate")
        self._add(f"Link{title}Operation", members)

    def add_shared(self, resources: Iterable[Resource]) -> None:
        """What names its target by an address only, and what one operation answers."""
        self._add("RemoveByHrefOperation", {"op": {"const": "remove"}, "href": _HREF})
        self.made["AtomicIdentifier"] = {
            "type": "object",
            "required": ["type"],
            "properties": {"type": _TEXT, "id": _TEXT, "lid": _LID, "meta": {"type": "object"}},
        }
        one = _reference("AtomicIdentifier")
        linkage = {"anyOf": [one, {"type": "array", "items": one}, {"type": "null"}]}
        members = {"op": {"enum": ["add", "update", "remove"]}, "href": _HREF, "data": linkage}
        self._add("LinkByHrefOperation", members)
        self.made["AtomicOperation"] = {"anyOf": self._operations}
        self.made["AtomicResult"] = _result(resources)

    def _add(
        self, name: str, required: dict[str, Schema], optional: Mapping[str, Schema] | None = None
    ) -> None:
        self.made[name] = {
            "type": "object",
            "required": list(required),
            "properties": {**required, **(optional or {})},
        }
        self._operations.append(_reference(name))

    def _document(self, resource: Resource, action: Action, meta: type | None) -> Schema:
        kind = "create" if action == "create" else "update"
        model = request_model(resource, kind, meta=meta).model  # type: ignore[arg-type]  # two of the actions
        found: Schema = self._schemas[model.__name__]["properties"]
        return found

    def _local_data(self, reference: Schema, *, is_update: bool) -> Schema:
        name = _name_in(reference)
        data = self._localised(self._schemas[name]) | {"title": f"Atomic{name}"}
        if is_update:
            data["required"] = [each for each in data["required"] if each != "id"]
            data["properties"]["lid"] = _LID
        self.made[f"Atomic{name}"] = data
        return _reference(f"Atomic{name}")

    def _localised(self, schema: Any) -> Any:
        """Copy a schema; its identifiers, wherever they are, may have a lid for their id."""
        if isinstance(schema, list):
            return [self._localised(each) for each in schema]
        if not isinstance(schema, dict):
            return schema
        if "$ref" in schema:
            return self._local_reference(schema)
        return {name: self._localised(each) for name, each in schema.items()}

    def _local_reference(self, reference: Schema) -> Schema:
        name = _name_in(reference)
        local = f"Atomic{name}"
        if local in self.made:
            return _reference(local)
        schema = self._schemas[name]
        if _is_identifier(schema):
            members = {"properties": schema["properties"] | {"lid": _LID}}
            self.made[local] = {**schema, "title": local, "required": ["type"], **members}
            return _reference(local)
        copy = self._localised(schema)
        if copy == schema:
            return reference
        self.made[local] = copy | {"title": local}
        return _reference(local)


def _is_identifier(schema: Schema) -> bool:
    members = set(schema.get("properties", ()))
    return {"type", "id"} <= members <= {"type", "id", "meta"}


def _ref(resource: Resource, **members: Schema) -> Schema:
    return {
        "type": "object",
        "required": ["type", *members],
        "properties": {"type": {"const": resource.type}, "id": _TEXT, "lid": _LID, **members},
    }


def _result(resources: Iterable[Resource]) -> Schema:
    names = [each.get_model_class_prefix() for each in resources]
    shown = {
        "oneOf": [_reference(name) for name in names],
        "discriminator": {
            "propertyName": "type",
            "mapping": {
                each.type: REFERENCE.format(model=each.get_model_class_prefix())
                for each in resources
            },
        },
    }
    linkage = {"type": "array", "items": _reference("AtomicIdentifier")}
    return {"type": "object", "properties": {"data": {"anyOf": [shown, linkage]}}}


def _request() -> Schema:
    operations = {
        "type": "array",
        "minItems": 1,
        "maxItems": MOST_OPERATIONS,
        "items": _reference("AtomicOperation"),
    }
    return {"type": "object", "required": [OPERATIONS], "properties": {OPERATIONS: operations}}


def _results() -> Schema:
    return {
        "type": "object",
        "required": ["jsonapi", "links", RESULTS],
        "properties": {
            "jsonapi": _reference("JsonApi"),
            "links": _reference("DocumentLinks"),
            RESULTS: {"type": "array", "minItems": 1, "items": _reference("AtomicResult")},
        },
    }


def _reference(name: str) -> Schema:
    return {"$ref": REFERENCE.format(model=name)}


def _name_in(reference: Schema) -> str:
    name: str = reference["$ref"].rpartition("/")[2]
    return name
