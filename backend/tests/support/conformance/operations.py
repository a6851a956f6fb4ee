"""Group A: what a resource offers alone, it offers among atomic operations."""

from typing import Any

import httpx

from kwai.core.json_api import Relationship
from tests.support.atomic import ATOMIC_TYPE, run_operations
from tests.support.conformance.case import Document
from tests.support.conformance.checks import check
from tests.support.conformance.kit import Kit, refused
from tests.support.conformance.linking import linkage

FIRST = "/atomic:operations/0"


async def run(kit: Kit, *operations: object, action: str = "") -> httpx.Response:
    headers = await kit.world.headers(kit.case.roles.get(action, kit.case.role))
    return await run_operations(kit.world.client, *operations, headers=headers)


async def results(kit: Kit, *operations: object, action: str = "") -> list[Document]:
    answer = await run(kit, *operations, action=action)
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"] == ATOMIC_TYPE
    found: list[Document] = answer.json()["atomic:results"]
    return found


def ref(kit: Kit, id_: str, relationship: Relationship | None = None) -> Document:
    named = {} if relationship is None else {"relationship": relationship.name}
    return {"type": kit.type, "id": id_, **named}


@check("A4", "get")
async def what_is_no_operation_is_400(kit: Kit) -> None:
    id_ = await kit.one()
    both = {"op": "remove", "ref": ref(kit, id_), "href": kit.path(id_)}
    wrong: list[Any] = [both, {"op": "read", "ref": ref(kit, id_)}, {"ref": ref(kit, id_)}, 1]

    for operation in wrong:
        error = refused(await run(kit, operation), 400)
        assert error["source"]["pointer"].startswith(FIRST)


@check("A6", "delete")
async def a_failure_undoes_what_came_before(kit: Kit) -> None:
    id_ = await kit.one()
    lost = {"op": "remove", "ref": ref(kit, kit.unknown_id)}

    answer = await run(kit, {"op": "remove", "ref": ref(kit, id_)}, lost, action="delete")

    error = refused(answer, 404)
    assert error["source"] == {"pointer": "/atomic:operations/1"}
    if kit.world.has_transactions:
        await kit.get(kit.path(id_))


@check("A7", "delete")
async def what_is_removed_is_gone(kit: Kit) -> None:
    first, second = await kit.make(2)

    answer = await run(
        kit,
        {"op": "remove", "ref": ref(kit, first)},
        {"op": "remove", "href": kit.path(second)},
        action="delete",
    )

    assert answer.status_code == 204, answer.text
    for id_ in (first, second):
        refused(await kit.send("GET", kit.path(id_)), 404)


@check("A11", "create", "atomic_create")
async def what_is_created_is_answered(kit: Kit) -> None:
    documents = [await kit.new_document() for _ in range(2)]

    found = await results(kit, *({"op": "add", **each} for each in documents), action="create")

    for each in found:
        alone = await kit.get(kit.path(each["data"]["id"]))
        assert alone["data"]["id"] == each["data"]["id"]
        assert alone["data"]["type"] == kit.type


@check("A10", "create", "atomic_create", "delete")
async def a_lid_names_what_was_just_created(kit: Kit) -> None:
    document = await kit.new_document()
    document["data"]["lid"] = "new"

    created, removed = await results(
        kit,
        {"op": "add", **document},
        {"op": "remove", "ref": {"type": kit.type, "lid": "new"}},
        action="create",
    )

    assert removed == {}
    refused(await kit.send("GET", kit.path(created["data"]["id"])), 404)


@check("A9", "create", "atomic_create")
async def a_pointer_leads_into_its_operation(kit: Kit) -> None:
    document = await kit.new_document()
    document["data"]["attributes"]["nothing_we_know"] = 1

    error = refused(await run(kit, {"op": "add", **document}, action="create"), 422)

    assert error["source"] == {"pointer": f"{FIRST}/data/attributes/nothing_we_know"}


@check("A11", "update")
async def what_is_changed_is_answered(kit: Kit) -> None:
    first, second = await kit.make(2)

    found = await results(
        kit,
        {"op": "update", **kit.change(first)},
        {"op": "update", "ref": ref(kit, second), **kit.change(second)},
        action="update",
    )

    assert kit.case.change is not None
    name, value = kit.case.change
    assert [each["data"]["attributes"][name] for each in found] == [value, value]


@check("A4+A5", "add_linkage")
async def relationships_are_changed_like_alone(kit: Kit) -> None:
    for relationship in kit.written(is_list=True):
        id_ = await kit.one()
        first, second = await kit.targets(relationship)
        where = {"ref": ref(kit, id_, relationship)}

        answer = await run(
            kit,
            {"op": "update", **where, "data": [first]},
            {"op": "add", **where, "data": [second]},
            {"op": "remove", **where, "data": [first]},
            action="update",
        )

        assert answer.status_code in {200, 204}, answer.text
        assert await linkage(kit, id_, relationship.name) == [second]


@check("A4", "replace_linkage")
async def a_to_one_relationship_is_replaced_like_alone(kit: Kit) -> None:
    for relationship in kit.written(is_list=False):
        id_ = await kit.one()
        _, second = await kit.targets(relationship)

        operation = {"op": "update", "ref": ref(kit, id_, relationship), "data": second}
        answer = await run(kit, operation, action="update")

        assert answer.status_code in {200, 204}, answer.text
        assert await linkage(kit, id_, relationship.name) == second


@check("U8", "get")
async def what_is_not_offered_is_refused(kit: Kit) -> None:
    id_ = await kit.one()
    operations = {
        "update": {"op": "update", "data": {"type": kit.type, "id": id_}},
        "delete": {"op": "remove", "ref": ref(kit, id_)},
        "create": {"op": "add", "data": {"type": kit.type}},
    }

    for action, operation in operations.items():
        if action not in kit.capabilities:
            error = refused(await run(kit, operation), 403, "operation_not_supported")
            assert error["source"] == {"pointer": FIRST}
