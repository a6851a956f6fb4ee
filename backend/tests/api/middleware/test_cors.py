import httpx
import pytest

from kwai.core.settings import CORSSettings
from tests.support.api import open_client
from tests.support.example_api import create_example_app, example_settings

KNOWN = "https://other.example"
FOREIGN = [
    "null",
    "https://other.example.evil.example",
    "https://evil-other.example",
    "http://other.example",
    "https://other.example:444",
    "https://OTHER.example",
    "https://other.example/",
]


def preflight(origin: str) -> dict[str, str]:
    return {"Origin": origin, "Access-Control-Request-Method": "PATCH"}


async def test_a_known_origin_may_read(example: httpx.AsyncClient) -> None:
    answer = await example.get("/api/v1/boxes", headers={"Origin": KNOWN})

    assert answer.headers["Access-Control-Allow-Origin"] == KNOWN
    assert "ETag" in answer.headers["Access-Control-Expose-Headers"]
    assert "Access-Control-Allow-Credentials" not in answer.headers
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


async def test_a_known_origin_may_read_an_error(example: httpx.AsyncClient) -> None:
    answer = await example.get("/api/v1/fault?fault=1", headers={"Origin": KNOWN})

    assert answer.headers["Access-Control-Allow-Origin"] == KNOWN


async def test_a_preflight_of_a_known_origin_is_answered(example: httpx.AsyncClient) -> None:
    answer = await example.options("/api/v1/boxes/1", headers=preflight(KNOWN))

    assert answer.status_code == 204
    assert "PATCH" in answer.headers["Access-Control-Allow-Methods"]
    assert "If-Match" in answer.headers["Access-Control-Allow-Headers"]
    assert answer.headers["Vary"].startswith("Origin")


@pytest.mark.parametrize("origin", FOREIGN)
async def test_security_t38_a_look_alike_gets_nothing(
    example: httpx.AsyncClient, origin: str
) -> None:
    simple = await example.get("/api/v1/boxes", headers={"Origin": origin})
    asked = await example.options("/api/v1/boxes/1", headers=preflight(origin))

    for answer in (simple, asked):
        assert "Access-Control-Allow-Origin" not in answer.headers
        assert "Origin" in answer.headers["Vary"]
    assert asked.status_code == 405


async def test_without_origins_nobody_is_answered(example_rules: None) -> None:
    async with open_client(create_example_app(example_settings(cors=CORSSettings()))) as client:
        answer = await client.get("/api/health", headers={"Origin": KNOWN})

    assert "Access-Control-Allow-Origin" not in answer.headers


async def test_credentials_are_allowed_where_the_settings_say_so(example_rules: None) -> None:
    cors = CORSSettings(origins=(KNOWN,), credentials=True)

    async with open_client(create_example_app(example_settings(cors=cors))) as client:
        answer = await client.get("/api/health", headers={"Origin": KNOWN})

    assert answer.headers["Access-Control-Allow-Credentials"] == "true"
    assert answer.headers["Access-Control-Allow-Origin"] == KNOWN
