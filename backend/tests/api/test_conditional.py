import httpx
import pytest

from kwai.api.application import KwaiApplication

HEADERS = {"Content-Type": "application/vnd.api+json", "Authorization": "Bearer coach+admin"}
BOX = "/api/v1/boxes/1"


def rename(name: str) -> dict[str, object]:
    return {"data": {"type": "boxes", "id": "1", "attributes": {"name": name}}}


@pytest.mark.parametrize(
    "path", [BOX, "/api/v1/boxes", f"{BOX}/things", f"{BOX}/relationships/things"]
)
async def test_jsonapi_f6_what_is_known_is_not_sent_again(
    example: httpx.AsyncClient, path: str
) -> None:
    tag = (await example.get(path)).headers["ETag"]

    answer = await example.get(path, headers={"If-None-Match": f'"other", W/{tag}'})

    assert (answer.status_code, answer.content) == (304, b"")
    assert answer.headers["ETag"] == tag
    assert "Accept" in answer.headers["Vary"]


async def test_jsonapi_f6_the_tag_covers_everything_shown(
    example: httpx.AsyncClient, example_app: KwaiApplication
) -> None:
    tags = {
        (await example.get(path, headers=headers)).headers["ETag"]
        for path, headers in [
            (BOX, {}),
            (BOX, {"Authorization": "Bearer coach"}),
            (f"{BOX}?include=things", {}),
            (f"{BOX}?fields[boxes]=name", {}),
        ]
    }

    assert len(tags) == 4


async def test_a_changed_resource_is_sent_again(example: httpx.AsyncClient) -> None:
    tag = (await example.get(BOX)).headers["ETag"]
    await example.patch(BOX, json=rename("Other"), headers=HEADERS)

    answer = await example.get(BOX, headers={"If-None-Match": tag})

    assert answer.status_code == 200


async def test_jsonapi_u12_a_stale_version_is_412(example: httpx.AsyncClient) -> None:
    tag = (await example.get(BOX)).headers["ETag"]
    first = await example.patch(BOX, json=rename("A"), headers=HEADERS | {"If-Match": tag})
    second = await example.patch(BOX, json=rename("B"), headers=HEADERS | {"If-Match": tag})

    assert (first.status_code, second.status_code) == (200, 412)
    assert second.json()["errors"][0]["code"] == "stale_version"
    assert (await example.get(BOX)).json()["data"]["attributes"]["name"] == "A"


async def test_jsonapi_u12_the_version_is_compared_and_nothing_else(
    example: httpx.AsyncClient,
) -> None:
    seen = (await example.get(f"{BOX}?include=things")).headers["ETag"]

    answer = await example.patch(BOX, json=rename("A"), headers=HEADERS | {"If-Match": seen})

    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("match", "status"),
    [("*", 204), ('"1-x"', 204), ('"0-x", "1-y"', 204), ('"2-x"', 412), ("x", 412)],
)
async def test_a_delete_looks_at_the_version(
    example: httpx.AsyncClient, match: str, status: int
) -> None:
    answer = await example.delete(BOX, headers=HEADERS | {"If-Match": match})

    assert answer.status_code == status


async def test_a_relationship_looks_at_the_version(example: httpx.AsyncClient) -> None:
    body = {"data": None}
    path = f"{BOX}/relationships/shelf"

    stale = await example.patch(path, json=body, headers=HEADERS | {"If-Match": '"9-x"'})
    fresh = await example.patch(path, json=body, headers=HEADERS | {"If-Match": '"1-x"'})

    assert (stale.status_code, fresh.status_code) == (412, 204)


async def test_an_error_has_no_tag(example: httpx.AsyncClient) -> None:
    assert "ETag" not in (await example.get("/api/v1/boxes/999")).headers


async def test_performance_p7_a_known_list_is_not_read(
    example: httpx.AsyncClient, example_app: KwaiApplication
) -> None:
    tag = (await example.get("/api/v1/boxes")).headers["ETag"]
    before = example_app.state.store.lists_read

    known = await example.get("/api/v1/boxes", headers={"If-None-Match": tag})

    assert (known.status_code, known.headers["ETag"]) == (304, tag)
    assert example_app.state.store.lists_read == before


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/api/v1/boxes?page[limit]=1", {}),
        ("/api/v1/boxes", {"Authorization": "Bearer coach"}),
        ("/api/v1/boxes", {"Accept-Language": "fr"}),
    ],
)
async def test_the_tag_of_a_list_is_that_of_its_reader(
    example: httpx.AsyncClient, path: str, headers: dict[str, str]
) -> None:
    tag = (await example.get("/api/v1/boxes")).headers["ETag"]

    answer = await example.get(path, headers=headers | {"If-None-Match": tag})

    assert answer.status_code == 200
