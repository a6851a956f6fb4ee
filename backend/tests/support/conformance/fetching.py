"""Groups D, F, I, S, O, P: what a document holds and how it is chosen."""

from tests.support.conformance.case import Document
from tests.support.conformance.checks import check
from tests.support.conformance.kit import Kit, refused

BASE = "https://club.example"
LINKS = ("first", "last", "prev", "next")


def local(link: str) -> str:
    assert link.startswith(f"{BASE}/api/v1"), link
    return link.removeprefix(BASE)


@check("D4", "get")
async def a_resource_has_its_type_and_id(kit: Kit) -> None:
    id_ = await kit.one()

    data = (await kit.get(kit.path(id_)))["data"]

    assert (data["type"], data["id"]) == (kit.type, id_)


@check("D3", "list")
async def a_collection_is_an_array(kit: Kit) -> None:
    ids = await kit.make(2)

    found = [each["id"] for each in (await kit.get(kit.path()))["data"]]

    assert set(ids) <= set(found)


@check("D7", "get", "relationships")
async def every_relationship_has_both_links(kit: Kit) -> None:
    id_ = await kit.one()

    shown = (await kit.get(kit.path(id_)))["data"]["relationships"]

    for name, relationship in shown.items():
        assert relationship["links"]["self"] == f"{BASE}{kit.path(id_)}/relationships/{name}"
        assert relationship["links"]["related"] == f"{BASE}{kit.path(id_)}/{name}"


@check("D8", "get", "relationships")
async def a_to_one_relationship_always_has_data(kit: Kit) -> None:
    shown = (await kit.get(kit.path(await kit.one())))["data"]["relationships"]

    for relationship in kit.relationships(is_list=False):
        if relationship.name in shown:
            assert "data" in shown[relationship.name]


@check("D9", "get")
async def links_self_has_all_parameters(kit: Kit) -> None:
    path = f"{kit.path(await kit.one())}?fields[{kit.type}]="

    link = (await kit.get(path))["links"]["self"]

    assert link == BASE + path.replace("[", "%5B").replace("]", "%5D")


@check("D14", "get")
async def the_version_and_the_times_are_told(kit: Kit) -> None:
    document = await kit.get(kit.path(await kit.one()))

    assert document["jsonapi"]["version"] == "1.1"
    assert document["links"]["describedby"] == f"{BASE}/api/openapi.json"
    shown = document["data"].get("meta", {})
    assert set(kit.declared.meta_attributes) <= set(shown)
    assert {"created_at", "updated_at"} <= set(shown)


@check("D16", "get")
async def moments_are_utc_to_the_second(kit: Kit) -> None:
    meta = (await kit.get(kit.path(await kit.one())))["data"].get("meta", {})

    for name in ("created_at", "updated_at"):
        if meta.get(name) is not None:
            assert len(meta[name]) == len("2026-09-01T17:00:00Z")
            assert meta[name].endswith("Z")


@check("F1", "get")
async def every_link_answers(kit: Kit) -> None:
    document = await kit.get(kit.path(await kit.one()))

    for link in _links(document["data"]):
        answer = await kit.send("GET", local(link))
        assert answer.status_code == 200, (link, answer.status_code, answer.text)


def _links(data: Document) -> list[str]:
    found = [data["links"]["self"]]
    for relationship in data.get("relationships", {}).values():
        found += [relationship["links"]["self"], relationship["links"]["related"]]
    return found


@check("F2", "get")
async def head_is_get_without_body(kit: Kit) -> None:
    path = kit.path(await kit.one())

    get, head = await kit.send("GET", path), await kit.send("HEAD", path)

    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["Content-Length"] == get.headers["Content-Length"]


@check("F3", "get", "relationships")
async def related_resources_answer_whatever_there_is(kit: Kit) -> None:
    id_ = await kit.one()

    for relationship in kit.relationships():
        data = (await kit.get(kit.path(id_, relationship.name)))["data"]
        assert isinstance(data, list) is relationship.is_list


@check("F4", "get")
async def what_cannot_exist_is_missing(kit: Kit) -> None:
    missing = refused(await kit.send("GET", kit.path(kit.unknown_id)), 404, "not_found")

    for id_ in kit.impossible_ids:
        found = refused(await kit.send("GET", kit.path(id_)), 404, "not_found")
        assert found["title"] == missing["title"]


@check("F4", "get", "relationships")
async def what_is_below_a_missing_resource_is_missing(kit: Kit) -> None:
    for relationship in kit.relationships():
        for rest in ((relationship.name,), ("relationships", relationship.name)):
            refused(await kit.send("GET", kit.path(kit.unknown_id, *rest)), 404)


@check("F6", "get")
async def what_is_known_is_not_sent_again(kit: Kit) -> None:
    path = kit.path(await kit.one())
    tag = (await kit.send("GET", path)).headers["ETag"]

    answer = await kit.send("GET", path, headers={"If-None-Match": tag})

    assert (answer.status_code, answer.content) == (304, b"")


@check("F6", "list")
async def a_known_collection_is_not_sent_again(kit: Kit) -> None:
    await kit.make(2)
    tag = (await kit.send("GET", kit.path())).headers["ETag"]

    answer = await kit.send("GET", kit.path(), headers={"If-None-Match": tag})

    assert answer.status_code == 304


@check("I1", "get", "relationships")
async def included_is_there_even_when_empty(kit: Kit) -> None:
    id_ = await kit.one()

    for relationship in kit.relationships():
        document = await kit.get(f"{kit.path(id_)}?include={relationship.name}")
        types = {each["type"] for each in document["included"]}
        assert types <= {kit.target_type(relationship), kit.type}


@check("I2", "get")
async def an_empty_include_gives_none(kit: Kit) -> None:
    document = await kit.get(f"{kit.path(await kit.one())}?include=")

    assert document.get("included", []) == []


@check("I3", "update", "relationships")
async def include_is_offered_on_a_change(kit: Kit) -> None:
    id_ = await kit.one()
    name = kit.relationships()[0].name

    answer = await kit.send(
        "PATCH", f"{kit.path(id_)}?include={name}", kit.change(id_), action="update"
    )

    assert answer.status_code == 200
    assert "included" in answer.json()


@check("S1", "get")
async def fields_limit_attributes_and_relationships(kit: Kit) -> None:
    id_ = await kit.one()

    for name in sorted(kit.declared.visible_names(ALL_ROLES)):
        data = (await kit.get(f"{kit.path(id_)}?fields[{kit.type}]={name}"))["data"]
        shown = set(data.get("attributes", {})) | set(data.get("relationships", {}))
        assert shown == {name}


ALL_ROLES = frozenset({"own", "user", "author", "coach", "admin"})


@check("S2", "get")
async def no_fields_are_no_fields(kit: Kit) -> None:
    data = (await kit.get(f"{kit.path(await kit.one())}?fields[{kit.type}]="))["data"]

    assert not data.get("attributes")
    assert not data.get("relationships")


@check("O1", "list", "sort")
async def descending_is_ascending_turned_around(kit: Kit) -> None:
    await kit.make(3)

    for name, path in kit.declared.sort.items():
        up = (await kit.get(f"{kit.path()}?sort={name}"))["data"]
        down = (await kit.get(f"{kit.path()}?sort=-{name}"))["data"]
        assert {each["id"] for each in up} == {each["id"] for each in down}
        assert len(up) >= 3
        values = [_value(each, path) for each in up]
        assert values == [_value(each, path) for each in down][::-1], name


def _value(data: Document, path: str) -> object:
    """Read what a sort key names: an attribute, or something in the meta of the resource."""
    found: object = {**data.get("meta", {}), **data["attributes"]}
    for step in path.split("."):
        found = found.get(step) if isinstance(found, dict) else None
    return found


@check("P1", "list", "page")
async def a_page_has_all_four_links(kit: Kit) -> None:
    await kit.make(3)

    document = await kit.get(f"{kit.path()}?page[limit]=1&page[offset]=1")

    assert set(LINKS) <= set(document["links"])
    assert len(document["data"]) == 1
    count = document["meta"]["count"]
    assert document["meta"] == {"count": count, "offset": 1, "limit": 1}
    assert count >= 3


@check("P1", "list", "page")
async def at_the_ends_there_is_nowhere_to_go(kit: Kit) -> None:
    await kit.make(2)

    links = (await kit.get(f"{kit.path()}?page[limit]=100"))["links"]

    assert links["prev"] is None
    assert links["next"] is None


@check("P2", "list", "page")
async def the_links_work_as_they_are(kit: Kit) -> None:
    ids = set(await kit.make(3))
    link: str | None = f"{BASE}{kit.path()}?page[limit]=1&fields[{kit.type}]="

    seen: list[str] = []
    while link is not None:
        document = await kit.get(local(link))
        seen += [each["id"] for each in document["data"]]
        link = document["links"]["next"]
        assert link is None or "%5B" in link

    assert ids <= set(seen)
    assert len(seen) == len(set(seen))


@check("P3", "list", "page")
async def no_page_is_the_default_page(kit: Kit) -> None:
    rule = kit.declared.page
    assert rule is not None

    for query in ("", "?page[limit]=0"):
        meta = (await kit.get(kit.path() + query))["meta"]
        assert meta["limit"] == rule.default


@check("Q5", "list", "page")
async def a_bad_page_is_400(kit: Kit) -> None:
    rule = kit.declared.page
    assert rule is not None

    for name, value in [
        ("limit", str(rule.maximum + 1)),
        ("limit", "-1"),
        ("limit", "x"),
        ("limit", ""),
        ("limit", "9" * 30),
        ("offset", str(rule.largest_offset + 1)),
        ("offset", "-1"),
        ("offset", "1e3"),
        ("nothing", "1"),
    ]:
        answer = await kit.send("GET", f"{kit.path()}?page[{name}]={value}")
        error = refused(answer, 400)
        assert error["source"] == {"parameter": f"page[{name}]"}, (name, value)
