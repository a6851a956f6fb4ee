"""The pydantic models of what is sent: for OpenAPI, and for the reference's document methods."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import or_
from typing import Annotated, Any, Literal, Union

from pydantic import BaseModel, ConfigDict, Field, create_model
from pydantic_core import MISSING

from kwai.core.json_api.envelopes import (
    DocumentLinks,
    JsonApi,
    LinkageLinks,
    PageLinks,
    RelationshipLinks,
    ResourceLinks,
)
from kwai.core.json_api.fieldsets import reachable_types
from kwai.core.json_api.kinds import kind_of, nested_fields
from kwai.core.json_api.markers import Attribute, Relationship
from kwai.core.json_api.model_types import described, model_type, nested_type
from kwai.core.json_api.pagination import DocumentBaseModel, Meta
from kwai.core.json_api.resource import Resource

CLOSED = ConfigDict(extra="forbid")

_Definitions = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Models:
    """The models of one resource."""

    resource: type[BaseModel]
    identifier: type[BaseModel]
    document: type[BaseModel]
    nullable_document: type[BaseModel]
    collection: type[BaseModel]


@lru_cache(maxsize=512)
def models_of(resource: Resource) -> Models:
    """Make the models of a resource; the included ones are those it can reach."""
    prefix = resource.get_model_class_prefix()
    model = resource_object_model(resource)
    others = [each for each in reachable_types(resource).values() if each is not resource]
    members = {"included": _optional(_included([resource, *others]))} if others else {}
    return Models(
        resource=model,
        identifier=identifier_model(resource),
        document=_document(f"{prefix}Document", model, DocumentLinks, Any, members),
        nullable_document=_document(
            f"{prefix}NullableDocument",
            Union[model, None],  # noqa: UP007  # built at run time
            DocumentLinks,
            Any,
            members,
        ),
        collection=_document(f"{prefix}Collection", list[model], PageLinks, Meta, members),  # type: ignore[valid-type]  # built at run time
    )


@lru_cache(maxsize=512)
def resource_object_model(resource: Resource) -> type[BaseModel]:
    """The model of a resource object."""
    prefix = resource.get_model_class_prefix()
    shown = resource.plain_attributes.values()
    attributes = {each.name: _attribute(each) for each in shown if not each.write_only}
    relationships = {
        name: _relationship(resource, each) for name, each in resource.relationships.items()
    }
    fields: _Definitions = {"type": (Literal[resource.type], ...), "id": (str, ...)}
    for name, members in (("attributes", attributes), ("relationships", relationships)):
        if members:
            part = _part(f"{prefix}{name.capitalize()}", members)
            # Who may see none of the members gets no empty object either.
            is_for_all = members.keys() - resource.restricted.keys()
            fields[name] = (part, ...) if is_for_all else _optional(part)
    fields["links"] = (ResourceLinks, ...)
    meta = {each.name: _attribute(each) for each in resource.meta_attributes.values()}
    if meta:
        fields["meta"] = (create_model(f"{prefix}Meta", **meta), ...)
    return create_model(prefix, __config__=CLOSED, __doc__=_doc(resource), **fields)


@lru_cache(maxsize=512)
def identifier_model(resource: Resource) -> type[BaseModel]:
    """The model of an identifier without facts."""
    fields: _Definitions = {"type": (Literal[resource.type], ...), "id": (str, ...)}
    return create_model(f"{resource.get_model_class_prefix()}Identifier", **fields)


@lru_cache(maxsize=512)
def linkage_document_model(resource: Resource, name: str) -> type[BaseModel]:
    """The model of what a relationship endpoint answers."""
    relationship = resource.relationships[name]
    targets = [resource.target(relationship)]
    members = {"included": _optional(_included(targets))}
    title = f"{relationship_name(resource, relationship)}Linkage"
    linkage = _linkage(resource, relationship)
    return _document(title, linkage, LinkageLinks, Any, members)


def _document(
    name: str, data: Any, links: type[BaseModel], meta: Any, members: _Definitions
) -> type[BaseModel]:
    about = Meta if meta is Meta else dict[str, Any]
    return create_model(
        name,
        __base__=DocumentBaseModel,
        jsonapi=(JsonApi, ...),
        links=(links, ...),
        data=(data, ...),
        **members,
        meta=_optional(about),
    )


def _optional(type_: Any) -> Any:
    return (Union[type_, MISSING], MISSING)  # noqa: UP007  # MISSING is no type


def _included(resources: Iterable[Resource]) -> Any:
    models: list[Any] = [resource_object_model(each) for each in resources]
    union: Any = reduce(or_, models)
    if len(models) == 1:
        return list[union]
    choice: Any = Annotated[union, Field(discriminator="type")]
    return list[choice]


def _part(name: str, fields: _Definitions) -> Any:
    return create_model(name, __config__=CLOSED, **fields)


def _attribute(attribute: Attribute) -> Any:
    # What only some may see is missing for the others.
    type_ = model_type(kind_of(attribute.type_), "read")
    return described(type_, attribute, is_optional=attribute.visible_to is not None)


def _relationship(resource: Resource, relationship: Relationship) -> Any:
    model = _relationship_model(resource, relationship)
    return _optional(model) if relationship.visible_to is not None else (model, ...)


def _relationship_model(resource: Resource, relationship: Relationship) -> Any:
    linkage = _linkage(resource, relationship)
    # To-one linkage is always there (D8), to-many linkage only where it was asked for.
    data = _optional(linkage) if relationship.is_list else (linkage, ...)
    name = f"{relationship_name(resource, relationship)}Relationship"
    fields: _Definitions = {"links": (RelationshipLinks, ...), "data": data}
    doc = relationship.description or None
    return create_model(name, __config__=CLOSED, __doc__=doc, **fields)


def _linkage(resource: Resource, relationship: Relationship) -> Any:
    identifier: Any = _linked_identifier(resource, relationship)
    if relationship.is_list:
        return list[identifier]
    return Union[identifier, None] if relationship.optional else identifier  # noqa: UP007  # built at run time


@lru_cache(maxsize=512)
def _linked_identifier(resource: Resource, relationship: Relationship) -> type[BaseModel]:
    target = resource.target(relationship)
    if relationship.facts is None or not nested_fields(relationship.facts):
        return identifier_model(target)
    return create_model(
        f"{relationship_name(resource, relationship)}Identifier",
        __base__=identifier_model(target),
        meta=(nested_type(relationship.facts, "read"), ...),
    )


def relationship_name(resource: Resource, relationship: Relationship) -> str:
    """The first part of the names of its models."""
    # The To keeps the relationship apart from a resource: Training.definition would else be
    # named like TrainingDefinition.
    parts = relationship.name.split("_")
    return f"{resource.get_model_class_prefix()}To{''.join(part.capitalize() for part in parts)}"


def _doc(resource: Resource) -> str | None:
    doc = resource.class_.__doc__ or ""
    return None if doc.startswith(f"{resource.class_.__name__}(") else doc or None
