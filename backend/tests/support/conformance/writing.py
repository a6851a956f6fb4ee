"""Groups C, U, X: what a create, a change and a removal do."""

import json
from copy import deepcopy

from tests.support.conformance.case import Document
from tests.support.conformance.checks import check
from tests.support.conformance.kit import Kit, refused

MALFORMED = [
    b"",
    b"{",
    b"\xff\xfe{\x00}\x00",
    b"\xef\xbb\xbf{}",
    b'{"data": {"type": "x"}, "data": {"type": "x"}}',
    b'{"data": NaN}',
    b'{"data": 1e999}',
    b'{"data": "\\ud800"}',
    b"[" * 200_000,
]


WRONG_TEXTS: tuple[object, ...] = (0, True, [], {})


async def count(kit: Kit) -> int:
    if "list" not in kit.capabilities or kit.declared.page is None:
        return 0
    total: int = (await kit.get(f"{kit.path()}?fields[{kit.type}]="))["meta"]["count"]
    return total


def required(kit: Kit, document: Document) -> list[str]:
    """The attributes that a create cannot do without."""
    given = document["data"].get("attributes", {})
    attributes = kit.declared.plain_attributes
    return [name for name in given if attributes[name].is_required]


@check("C1", "create")
async def a_create_answers_the_whole_resource(kit: Kit) -> None:
    document = await kit.new_document()

    answer = await kit.create(document)

    assert answer.status_code == 201, answer.text
    data = answer.json()["data"]
    assert data["type"] == kit.type
    shown = kit.declared.field_names
    for name, value in document["data"].get("attributes", {}).items():
        if name in shown:
            assert data["attributes"][name] == value


@check("C2", "create", "get")
async def a_create_says_where_the_resource_is(kit: Kit) -> None:
    answer = await kit.create(await kit.new_document())

    location = answer.headers["Location"]
    assert location == answer.json()["data"]["links"]["self"]
    assert location.endswith(kit.path(answer.json()["data"]["id"]))


@check("C3", "create")
async def an_id_of_the_client_is_refused(kit: Kit) -> None:
    document = await kit.new_document()
    document["data"]["id"] = kit.unknown_id

    error = refused(await kit.create(document), 403, "client_id_forbidden")

    assert error["source"] == {"pointer": "/data/id"}


@check("C4", "create")
async def another_type_is_a_conflict(kit: Kit) -> None:
    document = await kit.new_document()
    document["data"]["type"] = "nothings"

    error = refused(await kit.create(document), 409, "type_conflict")

    assert error["source"] == {"pointer": "/data/type"}


@check("C5", "create")
async def a_document_without_data_or_type_is_422(kit: Kit) -> None:
    untyped = await kit.new_document()
    del untyped["data"]["type"]

    assert refused(await kit.create({}), 422)["source"] == {"pointer": ""}
    assert refused(await kit.create({"data": []}), 422)["source"] == {"pointer": "/data"}
    assert refused(await kit.create({"data": None}), 422)["source"] == {"pointer": "/data"}
    error = refused(await kit.create(untyped), 422, "missing_member")
    assert (error["source"], error["meta"]["member"]) == ({"pointer": "/data"}, "type")


@check("C6", "create")
async def what_is_no_json_is_400(kit: Kit) -> None:
    for body in MALFORMED:
        refused(await kit.create(body), 400, "malformed_json")


@check("C7", "create")
async def what_is_missing_points_to_what_is_there(kit: Kit) -> None:
    whole = await kit.new_document()

    for name in required(kit, whole):
        document = deepcopy(whole)
        del document["data"]["attributes"][name]
        error = refused(await kit.create(document), 422, "missing_member")
        assert error["source"] == {"pointer": "/data/attributes"}
        assert error["meta"]["member"] == name


@check("D13", "create")
async def unknown_members_are_refused_and_at_members_ignored(kit: Kit) -> None:
    document = await kit.new_document()
    unknown = deepcopy(document)
    unknown["data"]["attributes"]["nothing"] = 1
    document["data"]["attributes"]["@note"] = {"any": "thing"}
    document["@note"] = document["unknown"] = 1

    error = refused(await kit.create(unknown), 422, "unknown_member")

    assert error["source"] == {"pointer": "/data/attributes/nothing"}
    assert (await kit.create(document)).status_code == 201


@check("C8", "create", "relationships")
async def a_link_to_nothing_stores_nothing(kit: Kit) -> None:
    for relationship in kit.relationships():
        if not relationship.is_writable:
            continue
        document = await kit.new_document()
        unknown = {"type": kit.target_type(relationship), "id": _unknown(kit, relationship.name)}
        data = [unknown] if relationship.is_list else unknown
        document["data"].setdefault("relationships", {})[relationship.name] = {"data": data}
        before = await count(kit)

        error = refused(await kit.create(document), 404)

        assert error["source"]["pointer"].startswith(f"/data/relationships/{relationship.name}")
        assert await count(kit) == before


def _unknown(kit: Kit, name: str) -> str:
    from tests.support.conformance.kit import UNKNOWN

    return UNKNOWN[kit.declared.target(kit.declared.relationships[name]).ids]


@check("C7", "create")
async def every_string_refuses_what_is_no_string(kit: Kit) -> None:
    whole = await kit.new_document()

    for name, value in whole["data"].get("attributes", {}).items():
        for wrong in WRONG_TEXTS if isinstance(value, str) else ():
            document = deepcopy(whole)
            document["data"]["attributes"][name] = wrong
            error = refused(await kit.create(document), 422, "bad_value")
            assert error["source"] == {"pointer": f"/data/attributes/{name}"}


@check("E4", "create")
async def a_value_is_never_echoed(kit: Kit) -> None:
    whole = await kit.new_document()

    for name, value in whole["data"].get("attributes", {}).items():
        if isinstance(value, str):
            document = deepcopy(whole)
            document["data"]["attributes"][name] = "canary\x00" + "x" * 70_000
            answer = await kit.create(document)
            assert answer.status_code in {404, 422}, answer.text
            assert "canary" not in answer.text


@check("U1", "update", "get")
async def a_change_answers_the_whole_resource(kit: Kit) -> None:
    id_ = await kit.one()
    assert kit.case.change is not None
    name, value = kit.case.change

    answer = await kit.patch(id_, kit.change(id_))

    assert answer.status_code == 200
    assert answer.json()["data"]["attributes"][name] == value
    assert (await kit.get(kit.path(id_)))["data"] == answer.json()["data"]


@check("U2", "update", "get")
async def what_a_change_does_not_name_stays(kit: Kit) -> None:
    id_ = await kit.one()
    before = (await kit.get(kit.path(id_)))["data"]
    assert kit.case.change is not None
    name, _ = kit.case.change

    await kit.patch(id_, kit.change(id_))

    after = (await kit.get(kit.path(id_)))["data"]
    assert after["attributes"].pop(name) != before["attributes"].pop(name)
    assert after["attributes"] == before["attributes"]
    assert after.get("relationships") == before.get("relationships")


@check("U2", "update")
async def a_change_of_nothing_is_fine(kit: Kit) -> None:
    id_ = await kit.one()

    answer = await kit.patch(id_, {"data": {"type": kit.type, "id": id_}})

    assert answer.status_code == 200


@check("U3+U4", "update")
async def id_and_type_have_to_be_those_of_the_address(kit: Kit) -> None:
    first, second = await kit.make(2)
    other_id = kit.change(second)
    other_type = kit.change(first)
    other_type["data"]["type"] = "nothings"

    assert refused(await kit.patch(first, other_id), 409)["source"] == {"pointer": "/data/id"}
    error = refused(await kit.patch(first, other_type), 409, "type_conflict")
    assert error["source"] == {"pointer": "/data/type"}


@check("U5", "update")
async def a_missing_resource_cannot_be_changed(kit: Kit) -> None:
    for id_ in (kit.unknown_id, *kit.impossible_ids):
        refused(await kit.patch(id_, kit.change(id_)), 404)


@check("U6", "update")
async def a_change_names_its_id(kit: Kit) -> None:
    id_ = await kit.one()
    document = kit.change(id_)
    del document["data"]["id"]

    error = refused(await kit.patch(id_, document), 422, "missing_member")

    assert (error["source"], error["meta"]["member"]) == ({"pointer": "/data"}, "id")


@check("U10", "update", "get")
async def what_was_read_can_be_sent_back(kit: Kit) -> None:
    id_ = await kit.one()
    before = (await kit.get(kit.path(id_)))["data"]

    answer = await kit.patch(id_, {"data": before})

    assert answer.status_code == 200, answer.text
    after = answer.json()["data"]
    assert after["attributes"] == before["attributes"]
    after_meta, before_meta = after.get("meta", {}), before.get("meta", {})
    volatile = {"updated_at", "version"}
    assert {k: v for k, v in after_meta.items() if k not in volatile} == {
        k: v for k, v in before_meta.items() if k not in volatile
    }


@check("U12", "update", "get")
async def a_stale_version_is_412(kit: Kit) -> None:
    id_ = await kit.one()
    tag = (await kit.send("GET", kit.path(id_))).headers["ETag"]

    first = await kit.patch(id_, kit.change(id_), headers={"If-Match": tag})
    assert first.status_code == 200
    second = await kit.patch(id_, kit.change(id_), headers={"If-Match": tag})

    refused(second, 412, "stale_version")


@check("X1", "delete", "get")
async def a_removed_resource_is_gone(kit: Kit) -> None:
    id_ = await kit.one()

    answer = await kit.delete(id_)

    assert (answer.status_code, answer.content) == (204, b"")
    refused(await kit.send("GET", kit.path(id_)), 404)
    refused(await kit.delete(id_), 404)


@check("X2", "delete")
async def a_missing_resource_cannot_be_removed(kit: Kit) -> None:
    for id_ in (kit.unknown_id, *kit.impossible_ids):
        refused(await kit.delete(id_), 404)


@check("U12", "delete", "get")
async def a_stale_removal_is_412(kit: Kit) -> None:
    id_ = await kit.one()
    if "version" not in kit.declared.meta_attributes:
        return

    refused(await kit.delete(id_, headers={"If-Match": '"999999-x"'}), 412, "stale_version")

    assert (await kit.send("GET", kit.path(id_))).status_code == 200


@check("U8", "get")
async def a_change_that_is_not_offered_is_403(kit: Kit) -> None:
    id_ = await kit.one()
    if "update" not in kit.capabilities:
        document = json.dumps({"data": {"type": kit.type, "id": id_}})
        refused(await kit.send("PATCH", kit.path(id_), document), 403, "operation_not_supported")
    if "create" not in kit.capabilities and "list" in kit.capabilities:
        refused(await kit.send("POST", kit.path(), "{}"), 403, "operation_not_supported")


@check("E7", "get")
async def a_method_that_is_not_offered_lists_the_others(kit: Kit) -> None:
    answer = await kit.send("PUT", kit.path(await kit.one()), "{}")

    refused(answer, 405, "method_not_allowed")
    assert "GET" in answer.headers["Allow"]
