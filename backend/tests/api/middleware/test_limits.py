from collections.abc import AsyncIterator

import httpx
import pytest

from kwai.core.settings import ApiSettings
from tests.support.api import open_client
from tests.support.example_api import create_example_app, example_settings

COACH = {"Authorization": "Bearer coach"}
LIMIT = 2000


@pytest.fixture
async def small(example_rules: None) -> AsyncIterator[httpx.AsyncClient]:
    app = create_example_app(example_settings(api=ApiSettings(max_body_size=LIMIT)))
    async with open_client(app) as client:
        yield client


async def chunks(count: int) -> AsyncIterator[bytes]:
    for _ in range(count):
        yield b"x" * 100


async def test_security_t25_a_body_that_says_it_is_too_large_is_refused(
    small: httpx.AsyncClient,
) -> None:
    answer = await small.post("/api/v1/boxes", content=b"x" * (LIMIT + 1), headers=COACH)

    assert answer.status_code == 413
    assert answer.json()["errors"][0]["code"] == "too_large"


async def test_security_t25_a_body_without_length_is_counted(small: httpx.AsyncClient) -> None:
    answer = await small.post("/api/v1/boxes", content=chunks(LIMIT // 100 + 1), headers=COACH)

    assert answer.status_code == 413


async def test_security_t25_a_form_without_length_is_counted(small: httpx.AsyncClient) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}

    answer = await small.post("/api/v1/form", content=chunks(LIMIT), headers=headers)

    assert answer.status_code == 413


async def test_security_t25_a_lying_length_does_not_help(small: httpx.AsyncClient) -> None:
    headers = COACH | {"Content-Length": "10"}

    answer = await small.post("/api/v1/boxes", content=chunks(LIMIT // 100 + 1), headers=headers)

    assert answer.status_code == 413


async def test_a_body_at_the_limit_is_read(small: httpx.AsyncClient) -> None:
    answer = await small.post("/api/v1/boxes", content=b" " * LIMIT, headers=COACH)

    assert answer.json()["errors"][0]["code"] == "malformed_json"


async def test_a_long_query_is_414(example: httpx.AsyncClient) -> None:
    answer = await example.get("/api/v1/boxes?include=" + "x" * 4096)

    assert answer.status_code == 414
    assert answer.json()["errors"][0]["status"] == "414"


@pytest.mark.parametrize("method", ["GET", "HEAD", "PATCH", "DELETE"])
async def test_jsonapi_g11_a_slash_at_the_end_changes_nothing(
    example: httpx.AsyncClient, method: str
) -> None:
    plain = await example.request(method, "/api/v1/boxes/999", headers=COACH)
    slashed = await example.request(method, "/api/v1/boxes/999/", headers=COACH)

    assert slashed.status_code == plain.status_code
    assert slashed.content == plain.content


async def test_jsonapi_g11_a_post_with_a_slash_is_no_redirect(example: httpx.AsyncClient) -> None:
    document = {"data": {"type": "boxes", "attributes": {"name": "New"}}}

    answer = await example.post("/api/v1/boxes/", json=document, headers=COACH)

    assert answer.status_code == 415
    answer = await example.post(
        "/api/v1/boxes/",
        json=document,
        headers=COACH | {"Content-Type": "application/vnd.api+json"},
    )
    assert answer.status_code == 201
    assert answer.json()["links"]["self"] == "https://club.example/api/v1/boxes"


async def test_two_slashes_are_another_address(example: httpx.AsyncClient) -> None:
    assert (await example.get("/api/v1/boxes//")).status_code == 404
