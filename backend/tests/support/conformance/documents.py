"""Groups D and E: what holds for every document, whatever it is about."""

import re
from collections.abc import Iterator
from typing import Any

import httpx

from kwai.core.json_api import MEDIA_TYPE
from tests.support.conformance.case import Document
from tests.support.conformance.checks import check
from tests.support.conformance.kit import Kit, refused
from tests.support.json_api_conformance import primary

MEMBER_NAME = re.compile(r"[a-z][a-z0-9_]*[a-z0-9]", re.ASCII)
# Names that the specification and its profiles give.
GIVEN = {"jsonapi", "maxSize", "rangeTruncated"}
TOP = {"data", "jsonapi", "links", "meta"}
SOURCES = {"pointer", "parameter", "header"}


async def whole(kit: Kit) -> list[Document]:
    """Get a resource, and its collection, with everything that can be included."""
    names = ",".join(kit.declared.relationships)
    query = f"?include={names}" if names else ""
    found = [await kit.get(kit.path(await kit.one()) + query)]
    if "list" in kit.capabilities:
        found.append(await kit.get(kit.path() + query))
    return found


async def refusals(kit: Kit) -> list[httpx.Response]:
    """Be refused for the path, for the query and for the headers."""
    id_ = await kit.one()
    return [
        await kit.send("GET", kit.path(kit.unknown_id)),
        await kit.send("GET", kit.path(id_) + "?include=nothing&fields[nothings]=a&two_words=1"),
        await kit.send("GET", kit.path(id_), headers={"Accept": "text/html"}),
        await kit.send("PUT", kit.path(id_), {}),
    ]


def walk(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Give every member of a document with its name."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield key, each
            yield from walk(each, key)
    if isinstance(value, list):
        for each in value:
            yield from walk(each, name)


@check("D1+D2", "get")
async def a_document_has_data_or_errors_and_no_null_beside_them(kit: Kit) -> None:
    for document in await whole(kit):
        assert {"data", "jsonapi", "links"} <= document.keys() <= {*TOP, "included"}
        assert None not in [document.get(name, "") for name in ("meta", "included", "jsonapi")]
    for answer in await refusals(kit):
        assert {"errors", "jsonapi"} <= answer.json().keys() <= {"errors", "jsonapi", "links"}


@check("D5+D6+D12", "get")
async def names_follow_the_rules_and_share_one_namespace(kit: Kit) -> None:
    for document in await whole(kit):
        for resource in [*primary(document), *document.get("included", [])]:
            attributes = resource.get("attributes", {}).keys()
            relationships = resource.get("relationships", {}).keys()
            assert not attributes & relationships
            assert not {"type", "id"} & {*attributes, *relationships}
            assert not [name for name in attributes if name.endswith("_id")]
            assert MEMBER_NAME.fullmatch(resource["type"])
            wrong = [name for name, _ in walk(resource) if not MEMBER_NAME.fullmatch(name)]
            assert set(wrong) <= GIVEN


@check("D10", "get", "relationships")
async def what_is_included_is_linked_and_stands_there_once(kit: Kit) -> None:
    for document in await whole(kit):
        shown = [*primary(document), *document["included"]]
        keys = [(each["type"], each["id"]) for each in shown]
        linked = {
            (each["type"], each["id"])
            for resource in shown
            for name, data in walk(resource.get("relationships", {}))
            if name == "data" and data is not None
            for each in (data if isinstance(data, list) else [data])
        }
        assert len(keys) == len(set(keys))
        assert {(each["type"], each["id"]) for each in document["included"]} <= linked


@check("D11+D15", "get")
async def a_link_is_a_url_and_pages_are_those_of_the_document(kit: Kit) -> None:
    for document in await whole(kit):
        for links in [each for name, each in walk(document) if name == "links"]:
            for link in links.values():
                assert link is None or isinstance(link, str) or isinstance(link["href"], str)
        for resource in [*primary(document), *document.get("included", [])]:
            for relationship in resource.get("relationships", {}).values():
                assert relationship["links"].keys() == {"self", "related"}


@check("N10", "get")
async def every_answer_varies_by_what_is_accepted(kit: Kit) -> None:
    good = await kit.send("GET", kit.path(await kit.one()))

    for answer in [good, *await refusals(kit)]:
        assert {"Accept", "Authorization"} <= set(answer.headers["Vary"].split(", "))


@check("E1+E2+E5+E6", "get")
async def an_error_has_its_status_its_code_and_its_source(kit: Kit) -> None:
    for answer in await refusals(kit):
        errors = answer.json()["errors"]
        assert errors
        for each in errors:
            assert each["status"] == str(answer.status_code)
            assert each["code"]
            assert len(SOURCES & each.get("source", {}).keys()) == len(each.get("source", {}))
            assert each.get("links", {}).keys() <= {"about", "type"}


@check("F5", "get")
async def whatever_is_refused_is_refused_with_a_document(kit: Kit) -> None:
    id_ = await kit.one()
    nowhere = await kit.send("GET", kit.path(id_, "nothing", "at", "all"))
    wrong = await kit.world.client.get(kit.path(id_), headers={"Authorization": "Bearer x"})

    refused(nowhere, 404, "not_found")
    if wrong.status_code >= 400:
        # What everybody may see asks for no token, so that a stale one does no harm.
        refused(wrong, 401, "unauthorized")
        assert wrong.headers["WWW-Authenticate"]
    assert nowhere.headers["Content-Type"] == MEDIA_TYPE


@check("P4", "list", "filters")
async def a_filter_is_in_its_family(kit: Kit) -> None:
    assert kit.declared.filters is not None

    for name in kit.declared.filters.model_fields:
        answer = await kit.send("GET", f"{kit.path()}?{name}=1")
        error = refused(answer, 400, "unknown_parameter")
        assert error["source"] == {"parameter": name}
