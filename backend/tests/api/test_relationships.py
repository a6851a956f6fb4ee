import json

import httpx
import pytest

from kwai.api.application import KwaiApplication

HEADERS = {"Content-Type": "application/vnd.api+json", "Authorization": "Bearer coach"}
THINGS = "/api/v1/boxes/1/relationships/things"
SHELF = "/api/v1/boxes/1/relationships/shelf"


def thing(id_: int, **meta: object) -> dict[str, object]:
    return {"type": "things", "id": str(id_)} | ({"meta": meta} if meta else {})


async def send(client: httpx.AsyncClient, method: str, path: str, data: object) -> httpx.Response:
    return await client.request(method, path, content=json.dumps({"data": data}), headers=HEADERS)


async def linkage(client: httpx.AsyncClient, path: str = THINGS) -> list[tuple[str, bool]]:
    data = (await client.get(path)).json()["data"]
    return [(each["id"], each["meta"]["fragile"]) for each in data]


async def test_jsonapi_r1_a_relationship_is_linkage_with_its_links(
    example: httpx.AsyncClient,
) -> None:
    document = (await example.get(THINGS)).json()

    assert document["links"]["self"] == "https://club.example/api/v1/boxes/1/relationships/things"
    assert document["links"]["related"] == "https://club.example/api/v1/boxes/1/things"
    assert document["data"] == [thing(1, fragile=True), thing(2, fragile=False)]


async def test_jsonapi_r2_related_resources_come_from_the_endpoint_of_the_resource(
    example: httpx.AsyncClient,
) -> None:
    things = (await example.get("/api/v1/boxes/1/things?fields[things]=name")).json()
    shelf = (await example.get("/api/v1/boxes/1/shelf")).json()

    assert [each["attributes"] for each in things["data"]] == [
        {"name": "Thing 1"},
        {"name": "Thing 2"},
    ]
    assert shelf["data"]["links"]["self"] == "https://club.example/api/v1/shelves/1"
    assert shelf["links"]["self"] == "https://club.example/api/v1/boxes/1/shelf"


async def test_jsonapi_f3_an_empty_relation_is_no_error(example: httpx.AsyncClient) -> None:
    await send(example, "PATCH", SHELF, None)
    await send(example, "PATCH", THINGS, [])

    assert (await example.get("/api/v1/boxes/1/shelf")).json()["data"] is None
    assert (await example.get("/api/v1/boxes/1/things")).json()["data"] == []


async def test_jsonapi_r3_patch_replaces(example: httpx.AsyncClient) -> None:
    answer = await send(example, "PATCH", THINGS, [thing(3), thing(1)])

    assert (answer.status_code, answer.content) == (204, b"")
    assert await linkage(example) == [("3", False), ("1", True)]


async def test_jsonapi_r4_post_adds_once_and_keeps_the_facts(example: httpx.AsyncClient) -> None:
    answer = await send(example, "POST", THINGS, [thing(1), thing(3, fragile=True)])

    assert answer.status_code == 204
    assert await linkage(example) == [("1", True), ("2", False), ("3", True)]


async def test_jsonapi_r5_delete_removes_and_forgives(example: httpx.AsyncClient) -> None:
    answer = await send(example, "DELETE", THINGS, [thing(1), thing(3)])

    assert answer.status_code == 204
    assert await linkage(example) == [("2", False)]


async def test_jsonapi_r7_null_clears_a_to_one(example: httpx.AsyncClient) -> None:
    answer = await send(example, "PATCH", SHELF, None)

    assert answer.status_code == 204
    assert (await example.get(SHELF)).json()["data"] is None


@pytest.mark.parametrize(
    ("path", "data", "status", "pointer"),
    [
        (THINGS, [{"type": "things", "id": "99"}], 404, None),
        (THINGS, [{"type": "shelves", "id": "1"}], 409, "/data/0/type"),
        (THINGS, None, 422, "/data"),
        (SHELF, [], 422, "/data"),
        (SHELF, {"type": "things", "id": "1"}, 409, "/data/type"),
    ],
)
async def test_jsonapi_r6_r8_wrong_linkage_changes_nothing(
    example: httpx.AsyncClient, path: str, data: object, status: int, pointer: str | None
) -> None:
    before = (await example.get(path)).json()["data"]

    answer = await send(example, "PATCH", path, data)

    assert answer.status_code == status
    if pointer is not None:
        assert answer.json()["errors"][0]["source"]["pointer"] == pointer
    assert (await example.get(path)).json()["data"] == before


async def test_jsonapi_r9_what_else_changed_is_told(
    example: httpx.AsyncClient, example_app: KwaiApplication
) -> None:
    store = example_app.state.store
    save = store.save

    class Stubborn(type(store)):  # type: ignore[misc]
        def save(self, box):  # type: ignore[no-untyped-def]
            from dataclasses import replace

            return save(replace(box, things=box.things[:1]))

    example_app.state.store = Stubborn(store.boxes, store.shelves, store.things)

    answer = await send(example, "PATCH", THINGS, [thing(3), thing(1)])

    assert answer.status_code == 200
    assert [each["id"] for each in answer.json()["data"]] == ["3"]


async def test_jsonapi_f4_a_relationship_of_nothing_is_404(example: httpx.AsyncClient) -> None:
    for path in ("relationships/things", "things", "shelf"):
        assert (await example.get(f"/api/v1/boxes/99/{path}")).status_code == 404


async def test_jsonapi_f1_every_link_of_a_document_answers(example: httpx.AsyncClient) -> None:
    text = (await example.get("/api/v1/boxes?include=things,shelf")).text
    links = {link for link in text.split('"') if link.startswith("https://club.example/api/v1")}

    for link in links:
        path = link.removeprefix("https://club.example")
        assert (await example.get(path)).status_code == 200, link
    assert len(links) > 10
