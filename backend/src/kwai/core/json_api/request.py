"""Request bodies: JSON, then conflicts, then the schema, then a resource or a patch of one."""

from collections.abc import Iterator
from typing import Any, TypeVar, cast

from pydantic import ValidationError
from pydantic_core import MISSING

from kwai.core.json_api.declaration import resource_of
from kwai.core.json_api.errors import ErrorObject, JsonApiException, error, raise_if
from kwai.core.json_api.linkage import (
    LinkageChange,
    LinkageOperation,
    forbidden_facts,
    impossible_ids,
    read_linkage,
    type_conflicts,
)
from kwai.core.json_api.markers import Relationship
from kwai.core.json_api.patch import Create, Patch, refusal
from kwai.core.json_api.peek import member_at, read_json
from kwai.core.json_api.pointers import validation_exception
from kwai.core.json_api.request_models import (
    RequestModel,
    linkage_model,
    meta_model,
    request_model,
)
from kwai.core.json_api.resource import Resource

T = TypeVar("T")
M = TypeVar("M")

_RELATIONSHIPS = "/data/relationships"


def parse_create(
    resource: type[T],
    body: bytes,
    *,
    roles: frozenset[str] = frozenset(),
    client_ids: bool = False,
    meta: type[M] | None = None,
) -> Create[T]:
    """Build a resource from the body of a POST; `meta` types the meta of the document."""
    declared = resource_of(resource)
    document, raw = read_json(body)
    data = _data(document)
    raise_if(_conflicts(declared, data))
    raise_if(_client_id(data, client_ids))
    raise_if(_forbidden(declared, data, roles))
    model = request_model(declared, "create", with_id=client_ids, meta=meta)
    whole = _validate(model, raw, document)
    validated = whole.data
    changes = list(_changes(declared, validated, document))
    raise_if(refusal(each) for each in changes if _is_refused(each))
    raise_if(each for change in changes for each in impossible_ids(change))
    given = _given(declared, validated.attributes)
    values = {declared.attributes[name].member: value for name, value in given.items()}
    values |= {each.relationship.member: each.create() for each in changes if _writes(each)}
    if getattr(validated, "id", MISSING) is not MISSING:
        values["id"] = _checked_id(declared, validated.id)
    return Create(
        resource=resource(**values),
        names=frozenset([*given, *(each.relationship.name for each in changes if _writes(each))]),
        meta=getattr(whole, "meta", None),
        lid=None if validated.lid is MISSING else validated.lid,
    )


def parse_patch(
    resource: type[T],
    id_: str,
    body: bytes,
    *,
    roles: frozenset[str] = frozenset(),
    meta: type[M] | None = None,
) -> Patch[T]:
    """Read the body of a PATCH of the resource with this id."""
    declared = resource_of(resource)
    document, raw = read_json(body)
    data = _data(document)
    raise_if([*_conflicts(declared, data), *_id_conflict(data, id_)])
    raise_if(_forbidden(declared, data, roles))
    whole = _validate(request_model(declared, "update", meta=meta), raw, document)
    validated = whole.data
    changes = list(_changes(declared, validated, document))
    raise_if(each for change in changes for each in impossible_ids(change))
    given = _given(declared, validated.attributes)
    fixed = {name for name in given if declared.attributes[name].create_only}
    written = tuple(each for each in changes if _writes(each))
    return Patch(
        resource=declared,
        names=frozenset((given.keys() - fixed) | {each.relationship.name for each in written}),
        values={name: value for name, value in given.items() if name not in fixed},
        fixed_values={name: given[name] for name in fixed},
        changes=written,
        fixed_changes=tuple(each for each in changes if not _writes(each)),
        meta=getattr(whole, "meta", None),
    )


def parse_linkage(
    resource: type[T],
    name: str,
    body: bytes,
    *,
    operation: LinkageOperation,
    roles: frozenset[str] = frozenset(),
) -> Patch[T]:
    """Read the body of a PATCH (replace), POST (add) or DELETE (remove) of a relationship."""
    declared = resource_of(resource)
    relationship = declared.relationships[name]
    _check_operation(relationship, operation, roles)
    document, raw = read_json(body)
    data = _present_data(document)
    if data is None and not relationship.is_list and not relationship.optional:
        detail = f"The relationship {name} cannot be cleared."
        raise JsonApiException(error("operation_not_supported", detail, pointer="/data"))
    raise_if(type_conflicts(declared, relationship, data, "/data"))
    raise_if(forbidden_facts(declared, name, data, "/data", roles))
    validated = _validate(linkage_model(declared, name, "update"), raw, document)
    change = read_linkage(declared, relationship, validated.data, "/data", operation)
    raise_if(impossible_ids(change))
    return Patch(resource=declared, names=frozenset((name,)), changes=(change,))


def parse_meta(body: bytes, meta: type[M]) -> M:
    """Read the input of an action; an empty body says nothing, which may be enough."""
    document, raw = read_json(body or b"{}")
    if not isinstance(document, dict):
        raise JsonApiException(error("bad_value", "The document is an object.", pointer=""))
    return cast(M, _validate(meta_model(meta), raw, document).meta)


def _data(document: Any) -> dict[str, Any]:
    data = _present_data(document)
    if not isinstance(data, dict):
        raise JsonApiException(error("bad_value", "A resource is an object.", pointer="/data"))
    return data


def _present_data(document: Any) -> Any:
    if not isinstance(document, dict):
        raise JsonApiException(error("bad_value", "The document is an object.", pointer=""))
    if "data" not in document:
        detail = "The member data is missing."
        raise JsonApiException(error("missing_member", detail, pointer="", member="data"))
    return document["data"]


def _conflicts(resource: Resource, data: dict[str, Any]) -> Iterator[ErrorObject]:
    type_ = data.get("type")
    if isinstance(type_, str) and type_ != resource.type:
        yield error("type_conflict", f"Expected {resource.type}.", pointer="/data/type")
    relationships = data.get("relationships")
    if isinstance(relationships, dict):
        for name, given in relationships.items():
            relationship = resource.accepted_relationships("create").get(name)
            if relationship is not None:
                linkage, pointer = member_at(given, "data"), f"{_RELATIONSHIPS}/{name}/data"
                yield from type_conflicts(resource, relationship, linkage, pointer)


def _client_id(data: dict[str, Any], is_allowed: bool) -> Iterator[ErrorObject]:
    if "id" in data and not is_allowed:
        yield error("client_id_forbidden", "The server chooses the id.", pointer="/data/id")


def _id_conflict(data: dict[str, Any], id_: str) -> Iterator[ErrorObject]:
    if isinstance(data.get("id"), str) and data["id"] != id_:
        yield error("id_conflict", "The id differs from that of the URL.", pointer="/data/id")


def _forbidden(
    resource: Resource, data: dict[str, Any], roles: frozenset[str]
) -> Iterator[ErrorObject]:
    for part in ("attributes", "relationships"):
        members = data.get(part)
        for name in members if isinstance(members, dict) else ():
            if not resource.is_visible(name, roles):
                detail = f"The member {name} takes another role."
                yield error("forbidden", detail, pointer=f"/data/{part}/{name}")
    for name in resource.restricted_facts:
        linkage = member_at(data, "relationships", name, "data")
        yield from forbidden_facts(resource, name, linkage, f"{_RELATIONSHIPS}/{name}/data", roles)


def _validate(model: RequestModel, raw: bytes, document: Any) -> Any:
    try:
        return model.adapter.validate_json(raw, strict=True)
    except ValidationError as problem:
        raise validation_exception(problem, document) from None


def _changes(resource: Resource, validated: Any, document: Any) -> Iterator[LinkageChange]:
    if validated.relationships is MISSING:
        return
    for name, relationship in resource.accepted_relationships("create").items():
        given = getattr(validated.relationships, name, MISSING)
        if given is MISSING:
            continue
        pointer = f"{_RELATIONSHIPS}/{name}"
        if given.data is not MISSING:
            yield read_linkage(resource, relationship, given.data, f"{pointer}/data")
        elif member_at(document, "data", "relationships", name, "links") is None:
            detail = "The member data is missing."
            raise JsonApiException(error("missing_member", detail, pointer=pointer, member="data"))


def _writes(change: LinkageChange) -> bool:
    return change.relationship.is_writable


def _is_refused(change: LinkageChange) -> bool:
    return bool(change.identifiers) and not _writes(change)


def _given(resource: Resource, attributes: Any) -> dict[str, Any]:
    """The given values of writable attributes, by the name in the document."""
    if attributes is MISSING:
        return {}
    return {
        name: getattr(attributes, name)
        for name, attribute in resource.plain_attributes.items()
        if name in attributes.model_fields_set and attribute.is_writable
    }


def _checked_id(resource: Resource, id_: str) -> str:
    if not resource.is_possible_id(id_):
        raise JsonApiException(error("bad_value", "This is no possible id.", pointer="/data/id"))
    return id_


def _check_operation(
    relationship: Relationship, operation: LinkageOperation, roles: frozenset[str]
) -> None:
    name = relationship.name
    if relationship.visible_to not in (None, *roles):
        raise JsonApiException(error("forbidden", f"The relationship {name} takes another role."))
    is_offered = relationship.is_writable and (relationship.is_list or operation == "replace")
    if not is_offered or (operation == "replace" and not _may_replace(relationship)):
        detail = f"The relationship {name} cannot be changed this way."
        raise JsonApiException(error("operation_not_supported", detail))


def _may_replace(relationship: Relationship) -> bool:
    return relationship.replace or not relationship.is_list
