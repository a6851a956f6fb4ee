import httpx
import pytest

from kwai.api.application import KwaiApplication
from kwai.api.dispatch import RouteTable

JSON_API = {"Content-Type": "application/vnd.api+json"}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("PUT", "/api/v1/boxes", 405),
        ("PATCH", "/api/v1/boxes", 405),
        ("POST", "/api/v1/boxes/1", 405),
        ("OPTIONS", "/api/v1/boxes", 405),
        ("BREW", "/api/v1/boxes", 405),
        ("DELETE", "/api/v1/shelves/1", 405),
        ("GET", "/api/v1/form", 405),
        ("PATCH", "/api/v1/shelves/1", 403),
        ("PATCH", "/api/v1/boxes/1/relationships/owner", 403),
        ("POST", "/api/v1/boxes/1/relationships/shelf", 403),
        ("DELETE", "/api/v1/boxes/1/relationships/shelf", 403),
        ("GET", "/api/v1/boxes/1/nothing", 404),
        ("GET", "/api/v1/boxes/1/relationships/nothing", 404),
        ("GET", "/api/v2/boxes", 404),
        ("GET", "/api", 404),
    ],
)
async def test_jsonapi_u8_unsupported_changes_are_403_and_other_methods_405(
    example: httpx.AsyncClient, method: str, path: str, status: int
) -> None:
    answer = await example.request(method, path)

    assert answer.status_code == status
    assert answer.json()["errors"][0]["status"] == str(status)


@pytest.mark.parametrize(
    ("path", "allow"),
    [
        ("/api/v1/boxes", "GET, HEAD, POST"),
        ("/api/v1/boxes/1", "DELETE, GET, HEAD, PATCH"),
        ("/api/v1/boxes/1/relationships/things", "DELETE, GET, HEAD, PATCH, POST"),
        ("/api/v1/form", "POST"),
    ],
)
async def test_jsonapi_e7_a_405_lists_all_methods_of_the_path(
    example: httpx.AsyncClient, path: str, allow: str
) -> None:
    assert (await example.put(path)).headers["Allow"] == allow


@pytest.mark.parametrize("path", ["/api/v1/boxes", "/api/v1/boxes/1", "/api/health", "/api/docs"])
async def test_jsonapi_f2_head_is_get_without_body(example: httpx.AsyncClient, path: str) -> None:
    get = await example.get(path)
    head = await example.head(path)

    assert head.status_code == 200
    assert head.content == b""
    different = {"x-request-id"}
    assert {k: v for k, v in head.headers.items() if k not in different} == {
        k: v for k, v in get.headers.items() if k not in different
    }


async def test_head_of_what_is_missing_is_404_without_body(example: httpx.AsyncClient) -> None:
    answer = await example.head("/api/v1/boxes/999")

    assert (answer.status_code, answer.content) == (404, b"")


def test_a_fixed_path_wins_over_a_pattern(example_app: KwaiApplication) -> None:
    table = RouteTable(example_app.routes)

    found = table.find("/api/v1/boxes/count")

    assert found is not None
    assert found[0].template == "/api/v1/boxes/count"


@pytest.mark.parametrize(
    "id_", ["abc", "0", "01", "-1", "+1", "1e3", str(2**31), str(2**63), "1 ", "\u0661"]
)
async def test_jsonapi_f4_an_id_that_cannot_be_is_not_found(
    example: httpx.AsyncClient, id_: str
) -> None:
    missing = await example.get("/api/v1/boxes/999")

    answer = await example.get(f"/api/v1/boxes/{id_}")

    assert answer.status_code == missing.status_code == 404
    assert answer.json()["errors"][0]["code"] == "not_found"
