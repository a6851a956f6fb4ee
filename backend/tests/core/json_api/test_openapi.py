"""One declaration gives an OpenAPI description that is exact and valid."""

import json
from dataclasses import dataclass
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # it ships no types
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from pydantic import BaseModel

from kwai.core import json_api
from kwai.core.json_api import DeclarationError, component_schemas, describe
from kwai.core.json_api.openapi import Action
from tests.support.json_api_club import (
    CoachResource,
    TeamResource,
    TrainingDefinitionResource,
    TrainingResource,
    coach,
    training,
)
from tests.support.json_api_requests import document, query, show, show_list, status_of

RESOURCES = (TrainingResource, TrainingDefinitionResource, CoachResource, TeamResource)
OF_RESOURCES: tuple[Action, ...] = ("list", "get", "create", "update", "delete")
OF_RELATIONSHIPS: tuple[Action, ...] = ("related", "get_linkage", "replace_linkage")
ALL_ROLES = frozenset({"coach"})


class GenerateOptions(BaseModel):
    dry_run: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    reason: str = ""


def operations() -> dict[str, dict[str, Any]]:
    paths: dict[str, dict[str, Any]] = {}
    for resource in RESOURCES:
        path = json_api.resource_of(resource).path
        for action in OF_RESOURCES:
            paths[f"{path}/{action}"] = {"get": describe(resource, action).to_openapi()}
    for name in ("coaches", "definition", "owner"):
        for action in OF_RELATIONSHIPS:
            described = describe(TrainingResource, action, relationship=name)
            paths[f"/trainings/{name}/{action}"] = {"get": described.to_openapi()}
    cancel = describe(TrainingResource, "action", meta=Reason, options=GenerateOptions)
    paths["/trainings/cancel"] = {"get": cancel.to_openapi()}
    return paths


def models() -> list[type[BaseModel]]:
    found = [
        each
        for resource in RESOURCES
        for action in OF_RESOURCES
        for each in describe(resource, action).models
    ]
    for name in ("coaches", "definition", "owner"):
        for action in OF_RELATIONSHIPS:
            found += describe(TrainingResource, action, relationship=name).models
    return [*found, *describe(TrainingResource, "action", meta=Reason).models]


SCHEMAS = component_schemas(models())


def validate(content: Any, model: str) -> None:
    schema = {
        "$ref": f"#/components/schemas/{model}",
        "components": {"schemas": SCHEMAS},
        "$schema": "https://json-schema.org/draft/2020-12/schema",
    }
    jsonschema.validate(content, schema)


def parameter(resource: type, name: str) -> dict[str, Any]:
    parameters = describe(resource, "list").parameters
    return next(each for each in parameters if each["name"] == name)


def test_the_description_is_valid_openapi_3_1() -> None:
    whole = {
        "openapi": "3.1.0",
        "info": {"title": "club", "version": "1"},
        "paths": operations(),
        "components": {"schemas": SCHEMAS},
    }

    assert list(OpenAPIV31SpecValidator(json.loads(json.dumps(whole))).iter_errors()) == []


def test_documents_keep_what_the_description_says() -> None:
    validate(show(training(), "include=coaches,definition.team"), "TrainingDocument")
    validate(show(training(), roles=ALL_ROLES), "TrainingDocument")
    validate(show_list(TrainingResource, [training()], count=50), "TrainingCollection")
    validate(show_list(TrainingResource, [training()], "page[size]=1"), "TrainingCollection")
    validate(show(coach()), "CoachDocument")


def test_a_document_that_differs_is_noticed() -> None:
    broken = show(training())
    broken["data"]["attributes"]["surprise"] = 1

    with pytest.raises(jsonschema.ValidationError):
        validate(broken, "TrainingDocument")


def test_requests_keep_what_the_description_says() -> None:
    body = json.loads(
        document(
            "trainings",
            attributes={"event": {"start_date": "2026-09-01T17:00:00Z"}},
            relationships={"coaches": {"data": [{"type": "coaches", "id": "3"}]}},
        )
    )

    validate(body, "TrainingCreate")
    with pytest.raises(jsonschema.ValidationError):
        validate(json.loads(document("trainings", attributes={})), "TrainingCreate")


def test_g7_optional_is_not_nullable() -> None:
    attributes = SCHEMAS["TrainingUpdateAttributes"]

    assert attributes["properties"]["name"] == {"type": "string", "maxLength": 100}
    assert {"type": "null"} in attributes["properties"]["remark"]["anyOf"]
    assert "required" not in attributes
    assert attributes["additionalProperties"] is False


def test_requests_offer_only_what_can_be_written() -> None:
    assert "duration" not in SCHEMAS["TrainingUpdateAttributes"]["properties"]
    assert "owner" not in SCHEMAS["TrainingUpdateRelationships"]["properties"]
    assert "html" not in SCHEMAS["TextWrite"]["properties"]
    assert "code" not in SCHEMAS["TeamUpdateAttributes"]["properties"]
    assert "secret" in SCHEMAS["TeamCreateAttributes"]["properties"]
    assert "secret" not in SCHEMAS["TeamAttributes"]["properties"]


def test_included_is_a_union_told_apart_by_type() -> None:
    items = SCHEMAS["TrainingCollection"]["properties"]["included"]["items"]

    assert items["discriminator"]["propertyName"] == "type"
    assert items["discriminator"]["mapping"].keys() == {
        "trainings",
        "coaches",
        "teams",
        "training_definitions",
    }


def test_g10_names_are_short() -> None:
    assert [name for name in SCHEMAS if "__" in name or "-" in name or "_Input" in name] == []


def test_two_models_of_one_name_are_refused() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class TrainingCoach:
        other: int = 0

    twin: type = json_api.resource("coaches", register_in=json_api.Registry())(
        dataclass(
            type("TrainingResource", (), {"__annotations__": {"id": str, "x": TrainingCoach}})
        )
    )

    with pytest.raises(DeclarationError, match="share a name"):
        component_schemas([*models(), *describe(twin, "list").models])


def test_parameters_are_flat_typed_and_complete() -> None:
    assert parameter(TrainingResource, "page[limit]")["schema"] == {
        "type": "integer",
        "minimum": 0,
        "maximum": 100,
    }
    assert parameter(TrainingResource, "sort")["schema"]["items"]["enum"][:2] == [
        "start_date",
        "-start_date",
    ]
    assert parameter(TrainingResource, "filter[levels]")["explode"] is False
    assert parameter(TrainingResource, "filter[active]")["schema"] == {
        "type": "boolean",
        "default": True,
    }
    assert parameter(TrainingResource, "filter[start]")["schema"] == {
        "type": "string",
        "format": "date-time",
    }


@pytest.mark.parametrize("resource", RESOURCES)
def test_the_parser_takes_every_value_the_description_offers(resource: type) -> None:
    for each in describe(resource, "list").parameters:
        schema = each["schema"]
        for value in schema.get("items", {}).get("enum", ()):
            text = f"{each['name']}={value}"
            assert query(resource, text, collection=True, roles=ALL_ROLES)
        if "maximum" in schema:
            assert query(resource, f"{each['name']}={schema['maximum']}", collection=True)
            above = f"{each['name']}={schema['maximum'] + 1}"
            assert status_of(lambda: query(resource, above, collection=True)) == 400  # noqa: B023  # called at once


def test_an_unpaged_collection_has_no_page_parameters() -> None:
    names = {each["name"] for each in describe(TeamResource, "list").parameters}

    assert names == {"fields[teams]"}


def test_bodies_and_answers_have_our_media_type() -> None:
    described = describe(TeamResource, "create", statuses=[405])

    assert described.status == 201
    assert described.request_body is not None
    assert described.request_body["content"].keys() == {json_api.MEDIA_TYPE}
    assert described.responses[201]["content"].keys() == {json_api.MEDIA_TYPE}
    assert {400, 403, 405, 409, 415, 422, 500} <= described.responses.keys()


def test_what_answers_nothing_has_no_content() -> None:
    described = describe(TeamResource, "delete")

    assert described.status == 204
    assert "content" not in described.responses[204]
    assert described.parameters == []


def test_the_description_comes_from_the_docstring() -> None:
    assert SCHEMAS["Training"]["description"] == "A training."
