import httpx
import pytest

from kwai.api.middleware.headers import ALL, BY_KIND, kind_of
from kwai.core.settings import WebsiteSettings
from tests.support.api import open_client
from tests.support.example_api import create_example_app, example_settings

ADDRESSES = [
    ("GET", "/api/health", 200, "api"),
    ("GET", "/api/openapi.json", 200, "api"),
    ("GET", "/api/docs", 200, "docs"),
    ("GET", "/api/docs/docs.js", 200, "docs"),
    ("GET", "/api/v1/boxes", 200, "api"),
    ("GET", "/api/v1/boxes/1", 200, "api"),
    ("GET", "/api/v1/boxes/999", 404, "api"),
    ("PUT", "/api/v1/boxes", 405, "api"),
    ("POST", "/api/v1/boxes", 401, "api"),
    ("GET", "/api", 404, "api"),
    ("GET", "/members", 200, "page"),
    ("POST", "/members", 405, "page"),
    ("GET", "/assets/none.js", 404, "asset"),
]


@pytest.mark.parametrize(("method", "path", "status", "kind"), ADDRESSES)
async def test_security_t20_every_answer_has_the_headers_of_its_kind(
    example: httpx.AsyncClient, method: str, path: str, status: int, kind: str
) -> None:
    answer = await example.request(method, path)

    assert answer.status_code == status
    assert kind_of(path) == kind
    for name, value in ALL.items():
        assert answer.headers[name] == value
    policy = BY_KIND[kind]["Content-Security-Policy"]
    assert answer.headers["Content-Security-Policy"] == policy
    assert answer.headers["X-Request-ID"]
    assert "server" not in answer.headers


async def test_every_api_answer_varies_by_accept(example: httpx.AsyncClient) -> None:
    for path in ("/api/v1/boxes", "/api/v1/none", "/api/health", "/api/v1/boxes?nope=1"):
        assert "Accept" in (await example.get(path)).headers["Vary"]


async def test_an_answer_to_somebody_logged_in_is_not_stored(example: httpx.AsyncClient) -> None:
    anonymous = await example.get("/api/v1/boxes")
    known = await example.get("/api/v1/boxes", headers={"Authorization": "Bearer coach"})

    assert anonymous.headers["Cache-Control"] == "no-cache"
    assert known.headers["Cache-Control"] == "no-store"


async def test_nothing_below_auth_is_stored(example: httpx.AsyncClient) -> None:
    answer = await example.post("/api/v1/auth/login")

    assert answer.headers["Cache-Control"] == "no-store"


async def test_logging_out_clears_what_the_browser_kept(example: httpx.AsyncClient) -> None:
    answer = await example.post("/api/v1/auth/logout")

    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'


@pytest.mark.parametrize("path", ["/auth/reset", "/auth/invite", "/auth/reset/"])
async def test_the_address_of_a_secret_page_goes_to_nobody(
    example: httpx.AsyncClient, path: str
) -> None:
    assert (await example.get(path)).headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize(
    ("url", "expected"), [("https://club.example", True), ("http://localhost:8000", False)]
)
async def test_hsts_is_for_https_only(example_rules: None, url: str, expected: bool) -> None:
    app = create_example_app(example_settings(website=WebsiteSettings(url=url)))

    async with open_client(app) as client:
        answer = await client.get("/api/health")

    assert ("Strict-Transport-Security" in answer.headers) is expected
