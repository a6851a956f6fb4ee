"""The order of checks of jsonapi.md: the first failure answers."""

import httpx
import pytest

JSON_API = {"Content-Type": "application/vnd.api+json"}
COACH = {"Authorization": "Bearer coach"}
USER = {"Authorization": "Bearer user"}
BAD_ACCEPT = {"Accept": 'application/vnd.api+json; foo="1"'}
BAD_TYPE = {"Content-Type": "text/plain"}
OTHER_TYPE = '{"data": {"type": "things", "id": "1", "attributes": {"name": 1}}}'
BAD_VALUE = '{"data": {"type": "boxes", "id": "1", "attributes": {"weight": "x"}}}'
GOOD = '{"data": {"type": "boxes", "id": "1", "attributes": {"weight": 1}}}'
STALE = {"If-Match": '"9-x"'}
BOX = "/api/v1/boxes/1"
MISSING = "/api/v1/boxes/999"
BAD_QUERY = "?nope=1"
LONG = "?x=" + "y" * 4096

STEPS = [
    ("PATCH", MISSING + LONG, BAD_ACCEPT, "{", 414),
    ("PUT", "/api/v1/none", BAD_ACCEPT, "{", 404),
    ("PUT", MISSING + BAD_QUERY, BAD_ACCEPT | BAD_TYPE, "{", 405),
    ("PATCH", "/api/v1/shelves/1" + BAD_QUERY, BAD_ACCEPT | BAD_TYPE, "{", 403),
    ("PATCH", MISSING + BAD_QUERY, BAD_ACCEPT | BAD_TYPE, "{", 406),
    ("PATCH", MISSING + BAD_QUERY, BAD_TYPE, "{", 415),
    ("PATCH", MISSING + BAD_QUERY, JSON_API, "{", 401),
    ("PATCH", MISSING + BAD_QUERY, JSON_API | USER, "{", 403),
    ("PATCH", MISSING + BAD_QUERY, JSON_API | COACH, "{", 400),
    ("PATCH", MISSING, JSON_API | COACH, "{", 400),
    ("PATCH", MISSING, JSON_API | COACH, OTHER_TYPE, 409),
    ("PATCH", BOX, JSON_API | COACH, BAD_VALUE, 422),
    ("PATCH", MISSING, JSON_API | COACH | STALE, GOOD.replace('"1"', '"999"'), 404),
    ("PATCH", BOX, JSON_API | COACH | STALE, GOOD.replace('": 1', '": -1'), 412),
    ("PATCH", BOX, JSON_API | COACH, GOOD.replace('": 1', '": -1'), 422),
    ("PATCH", BOX, JSON_API | COACH, GOOD, 200),
]


@pytest.mark.parametrize(("method", "path", "headers", "body", "status"), STEPS)
async def test_the_first_failure_answers(
    example: httpx.AsyncClient,
    method: str,
    path: str,
    headers: dict[str, str],
    body: str,
    status: int,
) -> None:
    answer = await example.request(method, path, headers=headers, content=body)

    assert answer.status_code == status


async def test_a_bad_query_comes_before_an_impossible_id(example: httpx.AsyncClient) -> None:
    answer = await example.get("/api/v1/boxes/abc" + BAD_QUERY)

    assert answer.status_code == 400


async def test_jsonapi_n2_a_body_without_type_is_ours(example: httpx.AsyncClient) -> None:
    answer = await example.patch(BOX, content=GOOD, headers=COACH)

    assert answer.status_code == 200


async def test_jsonapi_n4_a_type_without_body_is_no_matter(example: httpx.AsyncClient) -> None:
    answer = await example.get(BOX, headers={"Content-Type": "text/plain"})

    assert answer.status_code == 200


async def test_a_delete_offers_no_include(example: httpx.AsyncClient) -> None:
    admin = {"Authorization": "Bearer admin"}

    refused = await example.delete(f"{BOX}?include=things&fields[boxes]=name", headers=admin)
    kept = await example.delete(f"{BOX}?dry_run=true", headers=admin)
    bad = await example.delete(f"{BOX}?dry_run=perhaps", headers=admin)

    assert [e["source"]["parameter"] for e in refused.json()["errors"]] == [
        "include",
        "fields[boxes]",
    ]
    assert (refused.status_code, kept.status_code, bad.status_code) == (400, 204, 400)
    assert (await example.get(BOX)).status_code == 200


async def test_an_action_takes_its_meta_and_answers_the_resource(
    example: httpx.AsyncClient,
) -> None:
    path = f"{BOX}/empty"

    done = await example.post(
        f"{path}?include=things", content='{"meta": {"reason": "full"}}', headers=COACH
    )
    nothing = await example.post(path, headers=COACH)
    wrong = await example.post(path, content='{"meta": {"reason": 1}}', headers=COACH)

    assert done.status_code == 202
    assert done.json()["included"] == []
    assert done.json()["data"]["attributes"]["remark"] == "full"
    assert nothing.status_code == 422
    assert wrong.json()["errors"][0]["source"] == {"pointer": "/meta/reason"}


async def test_jsonapi_c1_create_answers_the_resource_and_its_place(
    example: httpx.AsyncClient,
) -> None:
    body = '{"data": {"type": "boxes", "attributes": {"name": "New"}}}'

    answer = await example.post("/api/v1/boxes?fields[boxes]=name", content=body, headers=COACH)

    data = answer.json()["data"]
    assert answer.status_code == 201
    assert answer.headers["Location"] == data["links"]["self"]
    assert data["attributes"] == {"name": "New"}


async def test_a_write_shows_the_linkage_that_it_named(example: httpx.AsyncClient) -> None:
    body = (
        '{"data": {"type": "boxes", "id": "1", "relationships": '
        '{"things": {"data": [{"type": "things", "id": "3"}]}}}}'
    )

    named = await example.patch(BOX, content=body, headers=COACH)
    silent = await example.patch(BOX, content=GOOD, headers=COACH)

    things = named.json()["data"]["relationships"]["things"]
    assert [each["id"] for each in things["data"]] == ["3"]
    assert "data" not in silent.json()["data"]["relationships"]["things"]
