from typing import Any

import httpx
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from kwai.api.application import KwaiApplication

MEDIA_TYPE = "application/vnd.api+json"


@pytest.fixture
def document(example_app: KwaiApplication) -> dict[str, Any]:
    return example_app.openapi()


def operations(document: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (path, method, operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]


def test_the_document_is_valid(document: dict[str, Any]) -> None:
    assert list(OpenAPIV31SpecValidator(document).iter_errors()) == []


def test_every_error_is_an_error_document(document: dict[str, Any]) -> None:
    for path, method, operation in operations(document):
        for status, response in operation["responses"].items():
            if status >= "400":
                schema = response["content"][MEDIA_TYPE]["schema"]
                assert schema["$ref"].endswith("/ErrorDocument"), (path, method, status)
                assert list(response["content"]) == [MEDIA_TYPE]


def test_jsonapi_g10_nothing_of_fastapi_is_left(document: dict[str, Any]) -> None:
    names = list(document["components"]["schemas"])

    assert not {"HTTPValidationError", "ValidationError"} & set(names)
    assert not [name for name in names if "__" in name or "-" in name or name.endswith("_Input")]


def test_every_operation_says_who_may(document: dict[str, Any]) -> None:
    box = document["paths"]["/api/v1/boxes/{box_id}"]

    assert all("x-authorization" in each for _, _, each in operations(document))
    assert box["delete"]["x-authorization"] == {"admin": "all"}
    assert box["delete"]["security"] == [{"bearer": []}]
    assert box["get"]["security"] == [{}, {"bearer": []}]
    assert document["paths"]["/api/v1/form"]["post"]["security"] == []


def test_the_parameters_are_exact(document: dict[str, Any]) -> None:
    def names(path: str, method: str = "get") -> set[str]:
        found = document["paths"][path][method].get("parameters", [])
        return {each["name"] for each in found}

    boxes = names("/api/v1/boxes")
    assert {"page[offset]", "page[limit]", "filter[full]", "sort", "include"} <= boxes
    assert "box_id" in names("/api/v1/boxes/{box_id}")
    assert names("/api/v1/boxes/{box_id}", "delete") == {"box_id", "dry_run"}
    related = names("/api/v1/boxes/{box_id}/things")
    assert not {each for each in related if each.startswith(("page", "filter", "sort"))}


def test_bodies_and_answers_are_ours(document: dict[str, Any]) -> None:
    create = document["paths"]["/api/v1/boxes"]["post"]
    empty = document["paths"]["/api/v1/boxes/{box_id}/empty"]["post"]

    assert list(create["requestBody"]["content"]) == [MEDIA_TYPE]
    assert list(create["responses"]["201"]["content"]) == [MEDIA_TYPE]
    assert "202" in empty["responses"]
    assert "200" not in empty["responses"]


def test_operation_ids_are_unique(document: dict[str, Any]) -> None:
    ids = [operation["operationId"] for _, _, operation in operations(document)]

    assert len(ids) == len(set(ids))
    assert "get_box_things_linkage" in ids
    assert {"replace_box_things", "add_box_things", "remove_box_things"} <= set(ids)


async def test_it_is_served_without_versions_or_hosts(example: httpx.AsyncClient) -> None:
    answer = await example.get("/api/openapi.json")

    assert answer.json()["openapi"].startswith("3.1")
    assert answer.headers["Content-Type"] == "application/json"
    assert "servers" not in answer.json()
