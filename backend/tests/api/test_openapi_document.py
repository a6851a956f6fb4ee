"""The OpenAPI document of the whole API is one that other programs can read."""

import json
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it ships no types
from openapi_spec_validator import OpenAPIV31SpecValidator

from kwai.api.app import create_app
from kwai.core.json_api import MEDIA_TYPE
from kwai.core.settings import DatabaseSettings
from tests.support.api import api_settings

FORMS = "application/x-www-form-urlencoded"


@cache
def document() -> dict[str, Any]:
    written = json.dumps(create_app(api_settings(DatabaseSettings())).openapi())
    parsed: dict[str, Any] = json.loads(written)
    return parsed


def operations() -> list[Any]:
    return [
        pytest.param(operation, id=operation["operationId"])
        for methods in document()["paths"].values()
        for operation in methods.values()
    ]


def test_it_is_valid_openapi_31() -> None:
    errors = [each.message for each in OpenAPIV31SpecValidator(document()).iter_errors()]

    assert errors == []
    assert document()["openapi"].startswith("3.1")


def test_g10_models_have_names_that_people_gave_them() -> None:
    names = document()["components"]["schemas"]

    assert [each for each in names if "__" in each or "-" in each or each.endswith("Input")] == []


def test_no_schema_is_there_for_nothing() -> None:
    text = json.dumps(document())

    unused = [
        name
        for name in document()["components"]["schemas"]
        if f'"#/components/schemas/{name}"' not in text
    ]
    assert unused == []


@pytest.mark.parametrize("operation", operations())
def test_every_error_has_our_document(operation: dict[str, Any]) -> None:
    refused = {code: each for code, each in operation["responses"].items() if code >= "400"}

    assert refused
    for response in refused.values():
        schema = response["content"][MEDIA_TYPE]["schema"]
        assert schema == {"$ref": "#/components/schemas/ErrorDocument"}


@pytest.mark.parametrize("operation", operations())
def test_g8_every_parameter_is_flat_and_typed(operation: dict[str, Any]) -> None:
    for parameter in operation.get("parameters", []):
        assert parameter.get("style", "form") in {"form", "simple"}
        schema = parameter["schema"]
        assert {"type", "$ref", "anyOf", "enum", "const"} & schema.keys(), parameter["name"]
        assert schema.get("type") != "object", parameter["name"]


@pytest.mark.parametrize("operation", operations())
def test_bodies_are_json_api_or_forms(operation: dict[str, Any]) -> None:
    sent = operation.get("requestBody", {}).get("content", {})

    assert all(type_.startswith(MEDIA_TYPE) or type_ == FORMS for type_ in sent)


def test_what_only_tells_what_would_happen_is_another_answer() -> None:
    responses = {
        name: document()["paths"][path][method]["responses"]
        for name, path, method in [
            ("create", "/api/v1/closures", "post"),
            ("delete", "/api/v1/closures/{closure_id}", "delete"),
        ]
    }

    told = {"schema": {"$ref": "#/components/schemas/MetaDocument"}}
    assert responses["create"]["200"]["content"] == {MEDIA_TYPE: told}
    assert responses["delete"]["200"]["content"] == {MEDIA_TYPE: told}
    assert "201" in responses["create"]
    assert "204" in responses["delete"]


@pytest.mark.parametrize(
    ("path", "method", "named"),
    [
        ("/portal/settings", "get", "SettingsDocument"),
        ("/news/preview", "post", "PreviewDocument"),
        ("/seasons/{season_id}/generate", "post", "GenerationDocument"),
        ("/trainings/statistics", "get", "StatisticsDocument"),
    ],
)
def test_an_answer_without_resource_says_what_its_meta_holds(
    path: str, method: str, named: str
) -> None:
    answer = document()["paths"][f"/api/v1{path}"][method]["responses"]["200"]

    assert answer["content"][MEDIA_TYPE]["schema"] == {"$ref": f"#/components/schemas/{named}"}


TEXT = {"locale": "nl", "format": "md", "title": "Judo", "summary": "", "content": ""}
EVENT = {"start_date": "2026-09-01T17:00:00Z", "end_date": "2026-09-01T18:00:00Z"}
TRAINING = {
    "type": "trainings",
    "attributes": {"contents": [TEXT], "event": EVENT},
    "relationships": {"teams": {"data": [{"type": "teams", "lid": "new"}]}},
}
COACHES = {"type": "trainings", "id": "3", "relationship": "coaches"}
HEAD = {"type": "coaches", "id": "7", "meta": {"head": True}}


def is_operation(operation: object) -> bool:
    """Hold an operation against what the document says of atomic operations."""
    schema = {"$ref": "#/components/schemas/AtomicOperation"}
    return bool(Draft202012Validator(schema | document()).is_valid(operation))


@pytest.mark.parametrize(
    "operation",
    [
        {"op": "add", "data": {"type": "teams", "lid": "new", "attributes": {"name": "U15"}}},
        {"op": "add", "data": TRAINING, "meta": {"allow_conflicts": True}},
        {"op": "update", "data": {"type": "teams", "id": "3", "attributes": {"name": "U18"}}},
        {"op": "remove", "ref": {"type": "teams", "lid": "new"}},
        {"op": "remove", "href": "/api/v1/teams/3"},
        {"op": "update", "ref": COACHES, "data": [HEAD]},
        {"op": "add", "href": "/api/v1/trainings/3/relationships/coaches", "data": [HEAD]},
    ],
)
def test_a4_an_operation_is_typed_by_what_it_is_about(operation: object) -> None:
    assert is_operation(operation)


@pytest.mark.parametrize(
    "operation",
    [
        {"op": "read", "ref": {"type": "teams", "id": "3"}},
        {"op": "add", "data": {"type": "teams", "attributes": {}}},
        {"op": "add", "data": {"type": "teams", "attributes": {"name": 3}}},
        {"op": "update", "data": {"type": "teams", "id": "3", "attributes": {"nme": "U18"}}},
        {"op": "add", "data": {"type": "sessions", "attributes": {}}},
        {"op": "remove", "ref": {"type": "sessions_of_others", "id": "3"}},
        {"op": "update", "ref": COACHES, "data": [{"type": "teams", "id": "7"}]},
    ],
)
def test_a4_what_no_resource_offers_is_no_operation(operation: object) -> None:
    assert not is_operation(operation)


def test_a7_results_are_told_apart_by_their_type() -> None:
    data = document()["components"]["schemas"]["AtomicResult"]["properties"]["data"]["anyOf"][0]

    assert data["discriminator"]["propertyName"] == "type"
    assert data["discriminator"]["mapping"]["teams"] == "#/components/schemas/Team"


def test_c5_a_create_cannot_do_without_attributes_that_are_required() -> None:
    schemas = document()["components"]["schemas"]

    assert schemas["TeamCreateData"]["required"] == ["type", "attributes"]
    assert schemas["TeamUpdateData"]["required"] == ["type", "id"]
