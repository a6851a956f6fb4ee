"""The models a request body is validated with, generated when a resource is first written."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, Literal, Union, cast

from pydantic import BaseModel, ConfigDict, Field, JsonValue, TypeAdapter, create_model
from pydantic.fields import FieldInfo
from pydantic_core import MISSING

from kwai.core.json_api.kinds import kind_of, nested_fields
from kwai.core.json_api.markers import Attribute, Relationship
from kwai.core.json_api.model_types import (
    IGNORED,
    STRICT,
    UNSEEN,
    described,
    model_type,
    nested_type,
)
from kwai.core.json_api.models import relationship_name
from kwai.core.json_api.resource import Resource

MOST_IDENTIFIERS = 1_000

# Envelopes ignore what they do not know (D13); it may be a member of a later version.
ENVELOPE = ConfigDict(extra="ignore", strict=True)

# One with only links is ignored, which is no reason to offer it.
_WITH_DATA = ConfigDict(**ENVELOPE, json_schema_extra={"required": ["data"]})

Operation = Literal["create", "update"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RequestModel:
    """The model of a request document, and the adapter that validates its bytes."""

    model: type[BaseModel]
    adapter: TypeAdapter[Any]


def request_model(
    resource: Resource,
    operation: Operation,
    *,
    with_id: bool = False,
    meta: type | None = None,
) -> RequestModel:
    """The document that creates or updates a resource; `with_id` admits an id on create."""
    return _resource_model(resource, operation, with_id, meta)


@lru_cache(maxsize=512)
def _resource_model(
    resource: Resource, operation: Operation, with_id: bool, meta: Any
) -> RequestModel:
    prefix = f"{resource.get_model_class_prefix()}{operation.capitalize()}"
    fields: dict[str, Any] = {"type": (Literal[resource.type], ...)}
    if operation == "update":
        fields["id"] = (str, ...)
    elif with_id:
        fields["id"] = (Union[str, MISSING], MISSING)  # noqa: UP007  # MISSING is no type
    if operation == "create":
        fields["lid"] = (Union[str, MISSING], MISSING)  # noqa: UP007  # as above
    attributes = _attributes(resource, operation)
    fields["attributes"] = _part(f"{prefix}Attributes", attributes)
    relationships = _relationships(resource, operation)
    fields["relationships"] = _part(f"{prefix}Relationships", relationships)
    needed = ["type", *(["id"] if operation == "update" else [])]
    needed += [
        name for name in ("attributes", "relationships") if isinstance(fields[name][0], type)
    ]
    # The parts have defaults, so that what is missing in them is told by its own name.
    config = ConfigDict(**ENVELOPE, json_schema_extra={"required": list[JsonValue](needed)})
    data = create_model(f"{prefix}Data", __config__=config, **fields)
    return _request_model(prefix if meta is None else f"{prefix}With{meta.__name__}", data, meta)


def meta_model(meta: type) -> RequestModel:
    """The document of an action: nothing but meta."""
    return _meta_model(cast(Hashable, meta))


@lru_cache(maxsize=128)
def _meta_model(meta: Any) -> RequestModel:
    model = create_model(f"{meta.__name__}Document", __config__=ENVELOPE, meta=_meta(meta))
    return RequestModel(model=model, adapter=TypeAdapter(model))


def _request_model(name: str, data: Any, meta: type | None = None) -> RequestModel:
    fields: dict[str, Any] = {"data": (data, ...)}
    if meta is not None:
        fields["meta"] = _meta(meta)
    model = create_model(name, __config__=ENVELOPE, **fields)
    return RequestModel(model=model, adapter=TypeAdapter(model))


def _meta(meta: type) -> Any:
    type_ = meta if issubclass(meta, BaseModel) else nested_type(cast(Any, meta), "write")
    # Nothing said is nothing missing, unless the model itself asks for something.
    return (type_, Field(default_factory=dict, validate_default=True))


def _part(name: str, fields: Mapping[str, Any]) -> Any:
    model: Any = create_model(name, __config__=STRICT, **fields)
    if any(_is_required(default) for _, default in fields.values()):
        # Validating the default lets every missing member be told by its own name.
        return (model, Field(default_factory=dict, validate_default=True))
    return (Union[model, MISSING], MISSING)  # noqa: UP007  # MISSING is no type


def _is_required(default: Any) -> bool:
    return isinstance(default, FieldInfo) and default.is_required()


def _attributes(resource: Resource, operation: Operation) -> dict[str, Any]:
    return {name: _attribute(each, operation) for name, each in resource.plain_attributes.items()}


def _attribute(attribute: Attribute, operation: Operation) -> Any:
    if not attribute.is_writable:
        return IGNORED
    type_ = model_type(kind_of(attribute.type_), "write")
    if operation == "update" and attribute.create_only:
        # Taken to be compared: naming the value it has is no change.
        type_ = Annotated[type_, UNSEEN]
    is_optional = operation == "update" or not attribute.is_required
    return described(type_, attribute, is_optional=is_optional)


def _relationships(resource: Resource, operation: Operation) -> dict[str, Any]:
    return {
        name: (_optional(relationship_model(resource, each, operation), each, operation))
        for name, each in resource.accepted_relationships(operation).items()
    }


def _optional(model: Any, relationship: Relationship, operation: Operation) -> Any:
    if not relationship.is_writable:
        # Taken to be compared with the current linkage, offered to nobody.
        return (Annotated[Union[model, MISSING], UNSEEN], MISSING)  # noqa: UP007  # as below
    if operation == "create" and relationship.is_required and relationship.is_writable:
        return (model, Field())
    return (Union[model, MISSING], MISSING)  # noqa: UP007  # MISSING is no type


def relationship_model(resource: Resource, relationship: Relationship, operation: Operation) -> Any:
    """The relationship object of a request; without data it is ignored or refused later."""
    name = f"{relationship_name(resource, relationship)}{operation.capitalize()}"
    fields: dict[str, Any] = {
        "data": (Union[linkage_type(resource, relationship, operation), MISSING], MISSING)  # noqa: UP007  # as above
    }
    return create_model(name, __config__=_WITH_DATA, **fields)


def linkage_type(resource: Resource, relationship: Relationship, operation: Operation) -> Any:
    """The type of linkage: an identifier, null or a bounded list by cardinality."""
    identifier = identifier_model(resource, relationship, operation)
    if relationship.is_list:
        return Annotated[list[identifier], Field(max_length=MOST_IDENTIFIERS)]  # type: ignore[valid-type]  # built at run time
    return Union[identifier, None] if relationship.optional else identifier  # noqa: UP007  # as above


@lru_cache(maxsize=512)
def identifier_model(resource: Resource, relationship: Relationship, operation: Operation) -> Any:
    """An identifier in a request, with the facts of the relation as typed meta."""
    target = resource.target(relationship)
    if relationship.facts is None:
        return target.get_resource_identifier_model()
    facts = facts_model(resource, relationship, operation)
    return create_model(
        f"{relationship_name(resource, relationship)}Identifier{operation.capitalize()}",
        __base__=target.get_resource_identifier_model(),
        meta=(Union[facts, MISSING], MISSING),  # noqa: UP007  # as above
    )


def facts_model(resource: Resource, relationship: Relationship, operation: Operation) -> Any:
    """The facts of a relation; in an update all are optional, because a member may be known."""
    name = f"{relationship_name(resource, relationship)}Facts{operation.capitalize()}"
    fields = {}
    for each in nested_fields(relationship.facts) if relationship.facts else ():
        is_optional = operation == "update" or not each.is_required
        type_ = model_type(kind_of(each.annotation), "write")
        ignored = each.marker.read_only
        fields[each.name] = (
            IGNORED if ignored else described(type_, each.marker, is_optional=is_optional)
        )
    return create_model(name, __config__=STRICT, **fields)


@lru_cache(maxsize=512)
def linkage_model(resource: Resource, name: str, operation: Operation) -> RequestModel:
    """The document of a write to a relationship endpoint."""
    relationship = resource.relationships[name]
    title = f"{relationship_name(resource, relationship)}Linkage{operation.capitalize()}"
    return _request_model(title, linkage_type(resource, relationship, operation))
