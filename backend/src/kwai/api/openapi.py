"""The OpenAPI document: what FastAPI knows, completed by what our operations and rules say."""

import re
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel

from kwai.api.filters import FilterReader
from kwai.api.forms import FORM, FormReader
from kwai.api.operation import ANSWERS, LINKAGE, STATUS, Operation
from kwai.api.operation_routes import OperationRoutes
from kwai.api.route import KwaiRoute
from kwai.api.rules import Rule
from kwai.api.sharing import find_call
from kwai.core.json_api import (
    ATOMIC,
    MEDIA_TYPE,
    OperationDescription,
    component_schemas,
    describe,
    resource_of,
)
from kwai.core.json_api.envelopes import ErrorDocument
from kwai.core.json_api.negotiation import media_type
from kwai.core.json_api.openapi_atomic import describe_atomic
from kwai.core.json_api.openapi_parameters import model_parameters

if TYPE_CHECKING:
    from kwai.api.dispatch import RouteTable

Schema = dict[str, Any]

BEARER: Final[Schema] = {"bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}}
ERROR_CONTENT: Final[Schema] = {
    MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ErrorDocument"}}
}
# What any request can meet, whatever its route does.
ALWAYS: Final = {
    400: "Malformed request",
    413: "Request too large",
    414: "URL too long",
    500: "Internal error",
    503: "Unavailable",
}
_PARAMETER: Final = re.compile(r"\{(\w+)\}", re.ASCII)
_FOREIGN: Final = ("HTTPValidationError", "ValidationError")
_PAGING: Final = ("page[", "filter[", "sort")


def create_document(document: Schema, table: "RouteTable") -> Schema:
    """Complete the document of FastAPI; it is changed in place."""
    models: list[type[BaseModel]] = [ErrorDocument]
    atomic: list[Schema] = []
    for address in table:
        for method, target in address.targets.items():
            path = document["paths"].get(address.template, {})
            if (found := path.get(method.lower())) is not None:
                models += _complete(found, address.template, target.route)
                atomic += [found] if target.route.is_atomic else []
    components = document.setdefault("components", {})
    schemas = (
        components.get("schemas", {}) | component_schemas(models) | _add_forms(document, table)
    )
    for found in atomic:
        schemas |= _complete_atomic(found, table, schemas)
    components["schemas"] = {
        name: schemas[name] for name in sorted(schemas) if name not in _FOREIGN
    }
    components["securitySchemes"] = BEARER
    return document


def _complete(found: Schema, template: str, route: KwaiRoute) -> tuple[type[BaseModel], ...]:
    # FastAPI makes a summary of the name of the function; the first sentence says more.
    if description := found.get("description"):
        found["summary"] = description.partition("\n")[0].removesuffix(".")
    found["x-authorization"] = route.rule.describe()
    found["security"] = _security(route.rule)
    if route.operation is None:
        models = _complete_plain(found, route)
        _add_errors(found, route.rule)
    else:
        described = _describe(route.operation)
        found["parameters"] = described.parameters
        found["responses"] = described.to_openapi()["responses"]
        if described.request_body:
            found["requestBody"] = described.request_body
        _keep_status(found, route.operation)
        models = described.models
    path = [_path_parameter(name) for name in _PARAMETER.findall(template)]
    others = [each for each in found.get("parameters", []) if each["in"] != "path"]
    if path or others:
        found["parameters"] = [*path, *others]
    return models


def _complete_plain(found: Schema, route: KwaiRoute) -> tuple[type[BaseModel], ...]:
    if find_call(route.dependant, FormReader) is not None:
        found["responses"].setdefault("422", {"description": "Validation Error"})
    if (filters := find_call(route.dependant, FilterReader)) is not None:
        found["parameters"] = model_parameters(filters.model, "filter[{}]")
    answer = ANSWERS.get(route.operation_id or "")
    if answer is None:
        return ()
    for content in found["responses"][str(route.status_code)]["content"].values():
        content["schema"] = {"$ref": f"#/components/schemas/{answer.__name__}"}
    return (answer,)


def _add_forms(document: Schema, table: "RouteTable") -> Schema:
    """Describe what is sent as a form; give the schemas that takes."""
    made: Schema = {}
    for address in table:
        for method, target in address.targets.items():
            if (form := find_call(target.route.dependant, FormReader)) is None:
                continue
            name = f"Body_{target.route.operation_id}"
            made[name] = form.describe(name)
            sent: Schema = {"content": {FORM: {"schema": {"$ref": f"#/components/schemas/{name}"}}}}
            found = document["paths"][address.template][method.lower()]
            found["requestBody"] = sent | ({"required": True} if "required" in made[name] else {})
    return made


def _complete_atomic(found: Schema, table: "RouteTable", schemas: Schema) -> Schema:
    """Type the operations by what each resource offers alone; give the schemas that takes."""
    offers = [
        (resource_of(each.resource), each.action, each.relationship, each.meta)
        for each in OperationRoutes(table)
    ]
    made, request, results = describe_atomic(offers, schemas)
    type_ = media_type((ATOMIC,))
    found["requestBody"] = {"required": True, "content": {type_: {"schema": request}}}
    found["responses"]["200"]["content"] = {type_: {"schema": results}}
    return made


def _describe(operation: Operation) -> OperationDescription:
    return describe(
        operation.resource,
        operation.action,
        relationship=operation.relationship,
        options=operation.options,
        meta=operation.meta,
        client_ids=operation.client_ids,
        answers_meta=operation.answers_meta,
    )


def _keep_status(found: Schema, operation: Operation) -> None:
    """An action may answer with another status than the usual one; related lists have no pages."""
    responses = found["responses"]
    usual = str(STATUS.get(operation.action, 200))
    responses = {str(operation.status): responses.pop(usual)} | responses
    if operation.action in LINKAGE:
        responses |= _changed_more(operation)
    found["responses"] = responses
    if operation.action == "related":
        found["parameters"] = [
            each for each in found["parameters"] if not each["name"].startswith(_PAGING)
        ]


def _changed_more(operation: Operation) -> Schema:
    described = describe(
        operation.resource, "get_linkage", relationship=operation.relationship
    ).to_openapi()
    return {"200": described["responses"]["200"]}


def _add_errors(found: Schema, rule: Rule) -> None:
    responses = found["responses"]
    for status, reason in ALWAYS.items():
        responses.setdefault(str(status), {"description": reason})
    if rule.anonymous != "all":
        responses.setdefault("401", {"description": "Authentication required"})
    if rule.anonymous == "-":
        responses.setdefault("403", {"description": "Not allowed"})
    for status, response in responses.items():
        if status >= "400":
            response["content"] = ERROR_CONTENT
    found["responses"] = dict(sorted(responses.items()))


def _security(rule: Rule) -> list[Schema]:
    if rule.anonymous == "all":
        return []
    return [{"bearer": []}] if rule.anonymous == "-" else [{}, {"bearer": []}]


def _path_parameter(name: str) -> Schema:
    # Any text may stand here: what cannot be an id is not found, like one that does not exist.
    return {
        "name": name,
        "in": "path",
        "required": True,
        "schema": {"type": "string", "minLength": 1},
    }
