"""Group R: relationships as resources of their own."""

from kwai.core.json_api import Relationship
from tests.support.conformance.case import Document
from tests.support.conformance.checks import check
from tests.support.conformance.kit import UNKNOWN, Kit, refused

Data = Document | list[Document] | None


def plain(data: Data) -> Data:
    """Linkage without the facts of the relation."""
    if isinstance(data, list):
        return [{"type": each["type"], "id": each["id"]} for each in data]
    return data and {"type": data["type"], "id": data["id"]}


async def linkage(kit: Kit, id_: str, name: str) -> Data:
    return plain((await kit.get(kit.path(id_, "relationships", name)))["data"])


async def change(kit: Kit, method: str, id_: str, relationship: Relationship, data: object) -> int:
    path = kit.path(id_, "relationships", relationship.name)
    answer = await kit.send(method, path, {"data": data}, action="update")
    return answer.status_code


@check("R1", "get_linkage")
async def a_relationship_is_linkage_with_its_links(kit: Kit) -> None:
    id_ = await kit.one()

    for relationship in kit.relationships():
        path = kit.path(id_, "relationships", relationship.name)
        document = await kit.get(path)
        assert document["links"]["self"].endswith(path)
        assert document["links"]["related"].endswith(kit.path(id_, relationship.name))
        assert isinstance(document["data"], list) is relationship.is_list
        assert "attributes" not in str(document["data"])


@check("R2", "get")
async def an_unknown_relationship_is_missing(kit: Kit) -> None:
    id_ = await kit.one()

    refused(await kit.send("GET", kit.path(id_, "relationships", "nothing")), 404)
    refused(await kit.send("GET", kit.path(id_, "nothing")), 404)


@check("R3", "replace_linkage")
async def a_patch_replaces(kit: Kit) -> None:
    for relationship in kit.written():
        id_ = await kit.one()
        first, second = await kit.targets(relationship)
        data: Data = [second, first] if relationship.is_list else second

        status = await change(kit, "PATCH", id_, relationship, data)

        assert status in {200, 204}
        assert await linkage(kit, id_, relationship.name) == data


@check("R4+R4b", "add_linkage")
async def a_post_adds_once(kit: Kit) -> None:
    for relationship in kit.written(is_list=True):
        id_ = await kit.one()
        first, second = await kit.targets(relationship)
        await change(kit, "PATCH", id_, relationship, [first])

        assert await change(kit, "POST", id_, relationship, [first, second]) in {200, 204}
        assert await change(kit, "POST", id_, relationship, [second]) in {200, 204}

        assert await linkage(kit, id_, relationship.name) == [first, second]


@check("R5+R5b", "remove_linkage")
async def a_delete_removes_and_forgives(kit: Kit) -> None:
    for relationship in kit.written(is_list=True):
        id_ = await kit.one()
        first, second = await kit.targets(relationship)
        await change(kit, "PATCH", id_, relationship, [first, second])

        assert await change(kit, "DELETE", id_, relationship, [first]) in {200, 204}
        assert await change(kit, "DELETE", id_, relationship, [first]) in {200, 204}

        assert await linkage(kit, id_, relationship.name) == [second]


@check("R6", "replace_linkage")
async def a_link_to_nothing_is_404(kit: Kit) -> None:
    for relationship in kit.written():
        id_ = await kit.one()
        before = await linkage(kit, id_, relationship.name)
        target = kit.declared.target(relationship)
        unknown = {"type": target.type, "id": UNKNOWN[target.ids]}

        status = await change(
            kit, "PATCH", id_, relationship, [unknown] if relationship.is_list else unknown
        )

        assert status == 404
        assert await linkage(kit, id_, relationship.name) == before


@check("R7", "replace_linkage")
async def null_clears_what_may_be_empty(kit: Kit) -> None:
    for relationship in kit.written(is_list=False):
        id_ = await kit.one()

        status = await change(kit, "PATCH", id_, relationship, None)

        assert status in ({200, 204} if relationship.optional else {403})
        if relationship.optional:
            assert await linkage(kit, id_, relationship.name) is None


@check("R8", "replace_linkage")
async def wrong_types_are_409_and_wrong_numbers_422(kit: Kit) -> None:
    for relationship in kit.written():
        id_ = await kit.one()
        foreign = {"type": "nothings", "id": "1"}
        is_list = relationship.is_list

        assert (
            await change(kit, "PATCH", id_, relationship, [foreign] if is_list else foreign) == 409
        )
        assert await change(kit, "PATCH", id_, relationship, None if is_list else []) == 422


@check("U8", "get_linkage")
async def a_relationship_that_cannot_be_written_is_403(kit: Kit) -> None:
    for relationship in kit.relationships():
        if relationship in kit.written():
            continue
        id_ = await kit.one()
        for method in ("PATCH", "POST", "DELETE"):
            assert await change(kit, method, id_, relationship, None) == 403
