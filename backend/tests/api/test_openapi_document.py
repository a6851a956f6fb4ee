"""The OpenAPI document of the whole API is one that other programs can read."""

import json
from functools import cache
from typing import Any

import pytest
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
