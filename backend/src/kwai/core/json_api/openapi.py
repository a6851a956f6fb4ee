"""Describes operations for OpenAPI 3.1: exact parameters, bodies, answers and errors."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from kwai.core.json_api.declaration import resource_of
from kwai.core.json_api.envelopes import ErrorDocument, MetaDocument, MetaEnvelope
from kwai.core.json_api.errors import DeclarationError
from kwai.core.json_api.models import linkage_document_model, models_of
from kwai.core.json_api.negotiation import MEDIA_TYPE
from kwai.core.json_api.openapi_parameters import (
    Parameter,
    model_parameters,
    query_parameters,
)
from kwai.core.json_api.request_models import linkage_model, meta_model, request_model
from kwai.core.json_api.resource import Resource

Action = Literal[
    "list",
    "get",
    "create",
    "update",
    "delete",
    "related",
    "get_linkage",
    "replace_linkage",
    "add_linkage",
    "remove_linkage",
    "action",
]

REFERENCE = "#/components/schemas/{model}"

_READ = (400, 401, 403, 404, 406, 414, 415, 429, 500, 503)
_WRITE = (400, 401, 403, 404, 406, 409, 412, 413, 414, 415, 422, 429, 500, 503)
_READING = ("list", "get", "related", "get_linkage")
_STATUS = {"create": 201, "delete": 204}


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationDescription:
    """One operation; `models` are those its references name, for `component_schemas`."""

    status: int
    parameters: list[Parameter]
    request_body: dict[str, Any] | None
    responses: dict[int, dict[str, Any]]
    models: tuple[type[BaseModel], ...] = field(default=())

    def to_openapi(self) -> dict[str, Any]:
        """The members of an operation object, for `openapi_extra`."""
        operation: dict[str, Any] = {
            "parameters": self.parameters,
            "responses": {str(status): answer for status, answer in self.responses.items()},
        }
        return operation | ({"requestBody": self.request_body} if self.request_body else {})


def describe(
    resource: object,
    action: Action,
    *,
    relationship: str | None = None,
    options: type[BaseModel] | None = None,
    meta: type | None = None,
    client_ids: bool = False,
    statuses: Collection[int] = (),
    answers_meta: bool | type[MetaEnvelope] = False,
) -> OperationDescription:
    """Describe an operation of a resource.

    `related` and the linkage actions name the relationship of the parent `resource`. `statuses`
    are further errors, `answers_meta` says that an action changes no resource.
    """
    declared = resource_of(resource)
    body = _body_model(declared, action, relationship, meta, client_ids)
    answer = _answer_model(declared, action, relationship, answers_meta)
    is_empty = answer is None
    status = 204 if is_empty else _STATUS.get(action, 200)
    errors = {*(_READ if action in _READING else _WRITE), *statuses}
    responses = {status: _answer(answer)}
    only_tells = MetaDocument if status != 200 and _offers_dry_run(options) else None
    if only_tells is not None:
        responses[200] = _answer(only_tells)
    if action in _READING:
        responses[304] = {"description": "Not modified"}
    responses |= {each: _error_answer(each) for each in sorted(errors)}
    return OperationDescription(
        status=status,
        parameters=_parameters(declared, action, relationship, options, is_empty),
        request_body=_body(body, is_required=action != "action"),
        responses=responses,
        models=tuple(
            each for each in (body, answer, only_tells, ErrorDocument) if each is not None
        ),
    )


def component_schemas(models: Iterable[type[BaseModel]]) -> dict[str, Any]:
    """The schemas of models and of all they refer to, by their short names."""
    unique = list(dict.fromkeys(models))
    _, found = models_json_schema(
        [(model, "validation") for model in unique],
        ref_template=REFERENCE,
        schema_generator=_Generator,
    )
    schemas: dict[str, Any] = found.get("$defs", {})
    doubles = [name for name in schemas if "__" in name or "-" in name]
    if doubles:
        raise DeclarationError(f"Two models share a name: {', '.join(sorted(doubles))}.")
    return schemas


class _Generator(GenerateJsonSchema):
    """Leaves out the titles that only repeat the names of members."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def _offers_dry_run(options: type[BaseModel] | None) -> bool:
    """Nothing is created or deleted then: the answer tells in its meta what would have been."""
    return options is not None and "dry_run" in options.model_fields


def _body_model(
    resource: Resource,
    action: Action,
    relationship: str | None,
    meta: type | None,
    client_ids: bool,
) -> type[BaseModel] | None:
    if action == "create":
        return request_model(resource, "create", with_id=client_ids, meta=meta).model
    if action == "update":
        return request_model(resource, "update", meta=meta).model
    if action in ("replace_linkage", "add_linkage", "remove_linkage") and relationship:
        return linkage_model(resource, relationship, "update").model
    if action == "action" and meta is not None:
        return meta_model(meta).model
    return None


def _answer_model(
    resource: Resource,
    action: Action,
    relationship: str | None,
    answers_meta: bool | type[MetaEnvelope],
) -> type[BaseModel] | None:
    if answers_meta:
        return MetaDocument if answers_meta is True else answers_meta
    if action == "list":
        return models_of(resource).collection
    if action in ("get", "create", "update", "action"):
        return models_of(resource).document
    if relationship is None or action == "delete":
        return None
    if action == "related":
        return _related_model(resource, relationship)
    return linkage_document_model(resource, relationship) if action == "get_linkage" else None


def _related_model(resource: Resource, name: str) -> type[BaseModel]:
    relationship = resource.relationships[name]
    target = models_of(resource.target(relationship))
    if relationship.is_list:
        return target.collection
    return target.nullable_document if relationship.optional else target.document


def _parameters(
    resource: Resource,
    action: Action,
    relationship: str | None,
    options: type[BaseModel] | None,
    is_empty: bool,
) -> list[Parameter]:
    if action == "related" and relationship is not None:
        linked = resource.relationships[relationship]
        target = resource.target(linked)
        return query_parameters(target, is_collection=linked.is_list, options=options)
    if is_empty:
        # An answer without body shows nothing that could be chosen.
        return [] if options is None else model_parameters(options, "{}")
    return query_parameters(
        resource, is_collection=action == "list", relationship=relationship, options=options
    )


def _body(model: type[BaseModel] | None, *, is_required: bool) -> dict[str, Any] | None:
    return None if model is None else {"required": is_required, "content": _content(model)}


def _answer(model: type[BaseModel] | None) -> dict[str, Any]:
    if model is None:
        return {"description": "Done"}
    return {"description": "The document", "content": _content(model)}


def _error_answer(status: int) -> dict[str, Any]:
    return {"description": _REASONS[status], "content": _content(ErrorDocument)}


def _content(model: type[BaseModel]) -> dict[str, Any]:
    return {MEDIA_TYPE: {"schema": {"$ref": REFERENCE.format(model=model.__name__)}}}


_REASONS: Mapping[int, str] = {
    400: "Malformed request",
    401: "Authentication required",
    403: "Not allowed",
    404: "Not found",
    405: "Method not allowed",
    406: "Not acceptable",
    409: "Conflict",
    412: "Stale version",
    413: "Request too large",
    414: "URL too long",
    415: "Unsupported media type",
    422: "Invalid document",
    429: "Too many requests",
    500: "Internal error",
    503: "Unavailable",
}
