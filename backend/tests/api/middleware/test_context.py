import json
from typing import Any

import httpx
import pytest
from loguru import logger

from kwai.core.logging import request_id
from kwai.core.settings import ApiSettings
from tests.support.api import open_client
from tests.support.example_api import create_example_app, example_settings

GIVEN = "abcdef-1234.5678"


@pytest.fixture
def records() -> Any:
    found: list[dict[str, Any]] = []
    sink = logger.add(lambda text: found.append(json.loads(text)), serialize=True, level=0)
    yield found
    logger.remove(sink)


async def test_every_request_has_its_own_id(example: httpx.AsyncClient) -> None:
    first, second = [await example.get("/api/health") for _ in range(2)]

    assert len(first.headers["X-Request-ID"]) == 16
    assert first.headers["X-Request-ID"] != second.headers["X-Request-ID"]


async def test_an_id_of_a_stranger_is_not_taken(example: httpx.AsyncClient) -> None:
    answer = await example.get("/api/health", headers={"X-Request-ID": GIVEN})

    assert answer.headers["X-Request-ID"] != GIVEN


@pytest.mark.parametrize(
    ("given", "is_taken"),
    [(GIVEN, True), ("short", False), ("x" * 65, False), ("a\tb" * 5, False), ("é" * 9, False)],
)
async def test_a_proxy_of_ours_may_name_a_request(
    example_rules: None, given: str, is_taken: bool
) -> None:
    api = ApiSettings(trusted_proxies=("127.0.0.0/8",))
    async with open_client(create_example_app(example_settings(api=api))) as client:
        headers = {"X-Request-ID": given.encode()}
        answer = await client.get("/api/health", headers=headers)  # type: ignore[arg-type]

    assert (answer.headers["X-Request-ID"] == given) is is_taken


async def test_the_log_names_the_route_and_never_the_address(
    example: httpx.AsyncClient, records: list[dict[str, Any]]
) -> None:
    await example.get("/api/v1/boxes/1?include=things")

    extra = records[-1]["record"]["extra"]
    assert extra["route"] == "/api/v1/boxes/{box_id}"
    assert extra["status"] == 200
    assert "things" not in json.dumps(records[-1])


async def test_the_id_is_gone_after_the_request(example: httpx.AsyncClient) -> None:
    await example.get("/api/health")

    assert request_id.get() is None
