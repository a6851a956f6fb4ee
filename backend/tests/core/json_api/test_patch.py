"""Groups U and R: what a PATCH changes, and what it keeps."""

import json
from dataclasses import dataclass, replace
from typing import Annotated

import pytest
from pydantic import BaseModel

from kwai.core import json_api
from kwai.core.json_api import (
    NOT_LOADED,
    Linked,
    NotLoadedError,
    Patch,
    Relationship,
    RequestTarget,
)
from kwai.core.json_api.linkage import LinkageOperation
from tests.support.json_api_club import (
    CoachResource,
    TeamResource,
    TrainingCoach,
    TrainingResource,
    coach,
    team,
    training,
)
from tests.support.json_api_requests import document, query, status_of, the_error


def patch(**members: object) -> Patch[TrainingResource]:
    return json_api.parse_patch(TrainingResource, "1", document("trainings", "1", **members))


def change_coaches(
    operation: LinkageOperation, *coaches: dict[str, object]
) -> Patch[TrainingResource]:
    body = json.dumps({"data": [{"type": "coaches", **each} for each in coaches]}).encode()
    return json_api.parse_linkage(TrainingResource, "coaches", body, operation=operation)


def held(**facts: bool) -> TrainingResource:
    return training(
        coaches=[
            Linked(coach(3), TrainingCoach(**facts)),
            Linked(coach(4), TrainingCoach(present=True)),
        ]
    )


def facts_of(resource: TrainingResource) -> dict[str, TrainingCoach]:
    return {
        each.resource.id if each.resource else str(each.key): each.meta for each in resource.coaches
    }


def test_u2_what_is_absent_keeps_its_value() -> None:
    current = training(remark="kept")

    changed = patch(attributes={"name": "Other"}).apply(current)

    assert changed == replace(current, name="Other")


def test_u2_absent_is_not_null() -> None:
    allowed = frozenset({"coach"})
    body = document("trainings", "1", attributes={"remark": None})

    cleared = json_api.parse_patch(TrainingResource, "1", body, roles=allowed)

    assert cleared.apply(training(remark="x")).remark is None
    assert patch().apply(training(remark="x")).remark == "x"


def test_u2_an_attribute_that_is_an_object_is_replaced_whole() -> None:
    event = {"start_date": "2026-09-02T17:00:00Z"}

    changed = patch(attributes={"event": event}).apply(training())

    assert changed.event.end_date is None


def test_u2_relationships_alone_are_enough() -> None:
    changed = patch(relationships={"definition": {"data": None}})

    assert changed.apply(training()).definition is None
    assert changed.names == {"definition"}


@pytest.mark.parametrize(
    ("body", "status", "pointer", "member"),
    [
        (document("trainings"), 422, "/data", "id"),
        (document("trainings", "2"), 409, "/data/id", None),
        (document("teams", "1"), 409, "/data/type", None),
        (b'{"data": {"type": "trainings", "id": 1}}', 422, "/data/id", None),
        (b'{"data": {"id": "1"}}', 422, "/data", "type"),
        (b"{}", 422, "", "data"),
    ],
)
def test_u3_u4_u6_the_identity_in_the_body(
    body: bytes, status: int, pointer: str, member: str | None
) -> None:
    found = the_error(lambda: json_api.parse_patch(TrainingResource, "1", body))

    assert (found.status, found.pointer) == (status, pointer)
    assert found.meta.get("member") == member


def test_u10_what_get_shows_can_be_sent_back() -> None:
    current = training(remark="x", owner=Linked(coach(8)))
    roles = frozenset({"coach"})
    target = RequestTarget(base="https://club.example/api/v1")
    shown = json.loads(json_api.render(current, query(TrainingResource, "", roles=roles), target))

    same = json_api.parse_patch(
        TrainingResource, "1", json.dumps({"data": shown["data"]}).encode(), roles=roles
    )

    assert same.apply(current) == replace(current, texts=[])


def test_members_that_stay_keep_the_facts_that_are_not_mentioned() -> None:
    changed = change_coaches(
        "replace", {"id": "3", "meta": {"payed": True}}, {"id": "4"}, {"id": "9"}
    ).apply(held(head=True))

    assert facts_of(changed) == {
        "3": TrainingCoach(head=True, payed=True),
        "4": TrainingCoach(present=True),
        "9": TrainingCoach(),
    }


def test_r3_replace_removes_what_is_not_named() -> None:
    assert facts_of(change_coaches("replace", {"id": "4"}).apply(held())).keys() == {"4"}
    assert change_coaches("replace").apply(held()).coaches == []


def test_r4_add_never_duplicates_and_keeps_the_meta() -> None:
    changed = change_coaches(
        "add", {"id": "3", "meta": {"payed": True}}, {"id": "9", "meta": {"head": True}}
    ).apply(held(head=True))

    assert facts_of(changed) == {
        "3": TrainingCoach(head=True),
        "4": TrainingCoach(present=True),
        "9": TrainingCoach(head=True),
    }


def test_r5_remove_succeeds_for_a_member_that_is_missing() -> None:
    changed = change_coaches("remove", {"id": "3"}, {"id": "77"}).apply(held())

    assert facts_of(changed).keys() == {"4"}


def test_r7_null_clears_a_to_one() -> None:
    cleared = json_api.parse_linkage(
        TrainingResource, "definition", b'{"data": null}', operation="replace"
    )

    assert cleared.apply(training()).definition is None


def test_a_to_one_that_stays_keeps_its_resource() -> None:
    body = b'{"data": {"type": "training_definitions", "id": "7"}}'
    current = training()

    same = json_api.parse_linkage(TrainingResource, "definition", body, operation="replace")

    assert same.apply(current) == current


@pytest.mark.parametrize(
    ("name", "body", "status"),
    [
        ("definition", b'{"data": []}', 422),
        ("definition", b'{"data": {"type": "teams", "id": "1"}}', 409),
        ("definition", b'{"data": {"type": "training_definitions"}}', 422),
        ("definition", b"{}", 422),
        ("definition", b"[]", 422),
        ("definition", b"", 400),
        ("teams", b'{"data": null}', 422),
        ("teams", b'{"data": {"type": "teams", "id": "1"}}', 422),
        ("teams", b'{"data": [{"type": "coaches", "id": "1"}]}', 409),
        ("teams", b'{"data": [{"type": "teams", "id": "x"}]}', 404),
        ("teams", b'{"data": ["5"]}', 422),
        ("owner", b'{"data": null}', 403),
    ],
)
def test_r6_r8_bad_linkage(name: str, body: bytes, status: int) -> None:
    assert status == status_of(
        lambda: json_api.parse_linkage(TrainingResource, name, body, operation="replace")
    )


@pytest.mark.parametrize("operation", ["add", "remove"])
def test_u8_a_to_one_is_neither_added_to_nor_removed_from(operation: LinkageOperation) -> None:
    found = the_error(
        lambda: json_api.parse_linkage(
            TrainingResource, "definition", b'{"data": null}', operation=operation
        )
    )

    assert (found.status, found.code) == (403, "operation_not_supported")


def test_u8_a_read_only_relationship_may_be_named_and_not_changed() -> None:
    current = training(owner=Linked(coach(8)))
    same = patch(relationships={"owner": {"data": {"type": "coaches", "id": "8"}}})
    other = patch(relationships={"owner": {"data": None}})

    assert same.apply(current) == current
    found = the_error(lambda: other.apply(current))
    assert (found.status, found.code) == (403, "read_only")
    assert found.pointer == "/data/relationships/owner/data"


def test_what_is_fixed_after_creation_may_be_named_and_not_changed() -> None:
    def rename(code: str) -> Patch[TeamResource]:
        body = document("teams", "5", attributes={"code": code, "active": False})
        return json_api.parse_patch(TeamResource, "5", body)

    assert rename("U15").apply(team(code="U15")).active is False
    assert rename("U15").names == {"active"}
    found = the_error(lambda: rename("U18").apply(team(code="U15")))
    assert (found.status, found.pointer) == (403, "/data/attributes/code")


REGISTER = json_api.Registry()


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    since: str
    until: str = ""


@json_api.resource("clubs", register_in=REGISTER)
class ClubResource(BaseModel):
    id: str = ""
    name: str = ""
    chair: Linked[CoachResource] = Linked.ref("1")
    members: list[Linked[CoachResource, Membership]] = []
    boards: Annotated[list[Linked[TeamResource]], Relationship(replace=False)] = []


def test_r7_a_to_one_that_is_never_empty_cannot_be_cleared() -> None:
    found = the_error(
        lambda: json_api.parse_linkage(
            ClubResource, "chair", b'{"data": null}', operation="replace"
        )
    )

    assert (found.status, found.code) == (403, "operation_not_supported")


def test_a_new_member_needs_the_facts_without_default() -> None:
    body = b'{"data": [{"type": "coaches", "id": "3"}]}'
    club = ClubResource(id="1")

    join = json_api.parse_linkage(ClubResource, "members", body, operation="add")

    found = the_error(lambda: join.apply(club))
    assert (found.status, found.code, found.pointer) == (422, "missing_member", "/data/0")
    assert found.meta == {"member": "since"}


def test_a_pydantic_resource_is_patched_too() -> None:
    body = document("clubs", "1", attributes={"name": "Kwai"})

    renamed = json_api.parse_patch(ClubResource, "1", body).apply(ClubResource(id="1"))

    assert renamed == ClubResource(id="1", name="Kwai")


def test_u7_members_that_are_added_and_removed_only() -> None:
    body = document(
        "clubs", "1", relationships={"boards": {"data": [{"type": "teams", "id": "2"}]}}
    )
    replacement = json_api.parse_patch(ClubResource, "1", body)

    found = the_error(lambda: replacement.apply(ClubResource(id="1")))

    assert (found.status, found.code) == (403, "operation_not_supported")
    same = ClubResource(id="1", boards=[Linked.ref("2")])
    assert replacement.apply(same) == same
    assert (
        status_of(
            lambda: json_api.parse_linkage(
                ClubResource, "boards", b'{"data": []}', operation="replace"
            )
        )
        == 403
    )


def test_facts_of_a_relationship_that_was_not_loaded_are_a_fault_of_ours() -> None:
    with pytest.raises(NotLoadedError):
        change_coaches("replace", {"id": "3"}).apply(training(coaches=NOT_LOADED))


def test_a_relationship_without_facts_may_be_replaced_unseen() -> None:
    teams = {"data": [{"type": "teams", "id": "2"}]}

    changed = patch(relationships={"teams": teams}).apply(training(teams=NOT_LOADED))

    assert changed.teams == [Linked.ref("2")]


def test_a_restricted_attribute_takes_its_role() -> None:
    body = document("coaches", "3", attributes={"diploma": "A"})

    found = the_error(lambda: json_api.parse_patch(CoachResource, "3", body))

    assert (found.status, found.pointer) == (403, "/data/attributes/diploma")
