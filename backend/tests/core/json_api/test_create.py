"""Group C: what a POST makes of its body."""

import json
from typing import Any

import pytest

from kwai.core import json_api
from kwai.core.json_api import Create, Linked
from tests.support.json_api_club import (
    START,
    Level,
    TeamResource,
    Text,
    TrainingCoach,
    TrainingDefinitionResource,
    TrainingEvent,
    TrainingResource,
)
from tests.support.json_api_requests import document, errors_of, the_error

EVENT = {"start_date": "2026-09-01T17:00:00Z"}


def create(body: bytes, **given: Any) -> Create[TrainingResource]:
    return json_api.parse_create(TrainingResource, body, **given)


def create_with(**members: Any) -> Create[TrainingResource]:
    return create(document("trainings", **{"attributes": {"event": EVENT}, **members}))


def create_with_event(**event: object) -> Create[TrainingResource]:
    return create(document("trainings", attributes={"event": {**EVENT, **event}}))


def create_team(**attributes: object) -> Create[TeamResource]:
    return json_api.parse_create(TeamResource, document("teams", attributes=attributes))


def test_a_document_becomes_a_resource() -> None:
    made = create(
        document(
            "trainings",
            attributes={
                "event": EVENT | {"location": "Hall"},
                "name": "Judo",
                "level": "expert",
                "texts": [{"locale": "nl", "title": "Training"}],
            },
            relationships={
                "coaches": {"data": [{"type": "coaches", "id": "3", "meta": {"head": True}}]},
                "teams": {"data": []},
                "definition": {"data": {"type": "training_definitions", "id": "7"}},
            },
        )
    )

    assert made.resource == TrainingResource(
        event=TrainingEvent(start_date=START, location="Hall"),
        name="Judo",
        level=Level.EXPERT,
        texts=[Text(locale="nl", title="Training")],
        coaches=[Linked.ref("3", TrainingCoach(head=True))],
        teams=[],
        definition=Linked.ref("7"),
    )
    assert made.names == {"event", "name", "level", "texts", "coaches", "teams", "definition"}


@pytest.mark.parametrize(
    ("body", "pointer", "member", "code"),
    [
        (b"{}", "", "data", "missing_member"),
        (b"[]", "", None, "bad_value"),
        (b'"x"', "", None, "bad_value"),
        (b'{"data": null}', "/data", None, "bad_value"),
        (b'{"data": []}', "/data", None, "bad_value"),
        (b'{"data": {"attributes": {"name": "x"}}}', "/data", "type", "missing_member"),
        (b'{"data": {"type": 1, "attributes": {"name": "x"}}}', "/data/type", None, "bad_value"),
        (b'{"data": {"type": "teams"}}', "/data", "name", "missing_member"),
        (b'{"data": {"type": "teams", "attributes": {}}}', "/data/attributes", "name",
         "missing_member"),
        (b'{"data": {"type": "teams", "attributes": null}}', "/data/attributes", None,
         "bad_value"),
    ],
)  # fmt: skip
def test_c5_c7_422_points_to_what_exists(
    body: bytes, pointer: str, member: str | None, code: str
) -> None:
    found = the_error(lambda: json_api.parse_create(TeamResource, body))

    assert (found.status, found.code) == (422, code)
    assert (found.pointer, found.meta.get("member")) == (pointer, member)


def test_c4_a_foreign_type_is_409() -> None:
    found = the_error(lambda: create(document("teams", attributes={"name": "x"})))

    assert (found.status, found.code, found.pointer) == (409, "type_conflict", "/data/type")


def test_c3_a_client_generated_id_is_403() -> None:
    found = the_error(lambda: create(document("trainings", "9", attributes={"event": EVENT})))

    assert (found.status, found.code, found.pointer) == (403, "client_id_forbidden", "/data/id")


def test_c3_a_client_id_where_it_is_accepted() -> None:
    body = document("teams", "9", attributes={"name": "x"})

    made = json_api.parse_create(TeamResource, body, client_ids=True)

    assert made.resource.id == "9"


def test_c3_an_impossible_client_id_is_422() -> None:
    body = document("teams", "abc", attributes={"name": "x"})

    found = the_error(lambda: json_api.parse_create(TeamResource, body, client_ids=True))

    assert (found.status, found.pointer) == (422, "/data/id")


def test_c9_a_lid_is_kept() -> None:
    made = create(document("trainings", lid="l1", attributes={"event": EVENT}))

    assert made.lid == "l1"


@pytest.mark.parametrize(
    ("attributes", "pointer"),
    [
        ({"name": None}, "/data/attributes/name"),
        ({"name": 5}, "/data/attributes/name"),
        ({"name": "x" * 51}, "/data/attributes/name"),
        ({"name": "nul\x00"}, "/data/attributes/name"),
        ({"name": "bell\x07"}, "/data/attributes/name"),
        ({"name": "return\r"}, "/data/attributes/name"),
        ({"name": "x", "active": "yes"}, "/data/attributes/active"),
        ({"name": "x", "active": 1}, "/data/attributes/active"),
        ({"name": "x", "active": None}, "/data/attributes/active"),
    ],
)
def test_values_are_strict(attributes: dict[str, Any], pointer: str) -> None:
    found = the_error(lambda: create_team(**attributes))

    assert (found.status, found.code, found.pointer) == (422, "bad_value", pointer)


def test_tab_and_newline_are_text() -> None:
    assert create_team(name="a\tb\nc").resource.name == "a\tb\nc"


@pytest.mark.parametrize(
    "moment",
    [
        "2026-09-01",
        "2026-09-01T17:00:00",
        "2026-09-01 17:00:00Z",
        "2026-09-01T17:00Z",
        "2026-09-01T17:00:60Z",
        "2026-02-30T17:00:00Z",
        "1756746000",
        1756746000,
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00",
        "2026-09-01T17:00:00+2",
        None,
        "",
    ],
)
def test_d16_g4_other_spellings_of_a_moment_are_422(moment: Any) -> None:
    found = the_error(lambda: create_with_event(start_date=moment))

    assert (found.status, found.pointer) == (422, "/data/attributes/event/start_date")


@pytest.mark.parametrize(
    "moment", ["2026-09-01T19:00:00+02:00", "2026-09-01t17:00:00z", "2026-09-01T17:00:00.000000Z"]
)
def test_d16_another_offset_is_the_same_moment(moment: Any) -> None:
    assert create_with_event(start_date=moment).resource.event.start_date == START


@pytest.mark.parametrize("time_", ["20:00:00", "24:00", "8:00", 20, None])
def test_d16_a_wall_clock_time_has_one_spelling(time_: Any) -> None:
    body = document("training_definitions", attributes={"name": "x", "start_time": time_})

    found = the_error(lambda: json_api.parse_create(TrainingDefinitionResource, body))

    assert found.pointer == "/data/attributes/start_time"


@pytest.mark.parametrize("number", [2**31, -(2**31), 2**63, 1.0, "1", True])
def test_an_integer_is_whole_and_fits_a_column(number: Any) -> None:
    body = document("training_definitions", attributes={"name": "x", "weekday": number})

    found = the_error(lambda: json_api.parse_create(TrainingDefinitionResource, body))

    assert found.pointer == "/data/attributes/weekday"


def test_d13_unknown_members_of_envelopes_are_ignored_and_of_content_are_not() -> None:
    body = json.dumps(
        {
            "jsonapi": {"version": "1.1"},
            "surprise": 1,
            "data": {
                "type": "trainings",
                "surprise": 2,
                "attributes": {"event": EVENT},
                "relationships": {"teams": {"data": [{"type": "teams", "id": "5", "x": 1}]}},
            },
        }
    ).encode()

    assert create(body).names == {"event", "teams"}
    found = errors_of(
        lambda: create_with(
            attributes={"event": EVENT | {"x": 1}, "a/b~c": 1},
            relationships={
                "friends": {"data": []},
                "coaches": {"data": [{"type": "coaches", "id": "3", "meta": {"tall": True}}]},
            },
        )
    )
    assert {(each.code, each.pointer) for each in found} == {
        ("unknown_member", "/data/attributes/event/x"),
        ("unknown_member", "/data/attributes/a~1b~0c"),
        ("unknown_member", "/data/relationships/friends"),
        ("unknown_member", "/data/relationships/coaches/data/0/meta/tall"),
    }


def test_e9_each_wrong_member_has_its_error() -> None:
    found = errors_of(
        lambda: create_with(
            attributes={"event": {"start_date": "x", "cancelled": "x"}, "name": 1, "level": "x"},
            relationships={"coaches": {"data": None}, "definition": {"data": []}},
        )
    )

    assert {each.pointer for each in found} == {
        "/data/attributes/event/start_date",
        "/data/attributes/event/cancelled",
        "/data/attributes/name",
        "/data/attributes/level",
        "/data/relationships/coaches/data",
        "/data/relationships/definition/data",
    }
    assert {each.status for each in found} == {422}


def test_u10_read_only_attributes_are_ignored() -> None:
    made = create_with(
        attributes={
            "event": EVENT,
            "duration": "whatever",
            "occurrence_date": 5,
            "texts": [{"locale": "nl", "title": "x", "html": ["anything"]}],
        }
    )

    assert made.resource.occurrence_date is None
    assert made.resource.texts == [Text(locale="nl", title="x")]
    assert made.names == {"event", "texts"}


def test_a_restricted_attribute_takes_its_role() -> None:
    body = document("trainings", attributes={"event": EVENT, "remark": "x"})

    found = the_error(lambda: create(body))

    assert (found.status, found.code) == (403, "forbidden")
    assert found.pointer == "/data/attributes/remark"
    assert create(body, roles=frozenset({"coach"})).resource.remark == "x"


def test_r8_linkage_of_a_wrong_type_is_409() -> None:
    found = the_error(
        lambda: create_with(relationships={"teams": {"data": [{"type": "coaches", "id": "1"}]}})
    )

    assert (found.status, found.code) == (409, "type_conflict")
    assert found.pointer == "/data/relationships/teams/data/0/type"


@pytest.mark.parametrize(
    "id_", ["abc", "0", "01", "-1", str(2**31), str(2**63), "", "\u0663", "3 "]
)
def test_c8_f4_an_id_that_cannot_exist_is_not_found(id_: str) -> None:
    found = the_error(
        lambda: create_with(relationships={"teams": {"data": [{"type": "teams", "id": id_}]}})
    )

    assert (found.status, found.code) == (404, "related_not_found")
    assert found.pointer == "/data/relationships/teams/data/0"


def test_c8_a_relationship_needs_data() -> None:
    found = the_error(lambda: create_with(relationships={"teams": {"meta": {}}}))

    assert (found.code, found.pointer) == ("missing_member", "/data/relationships/teams")
    assert found.meta == {"member": "data"}


def test_c8_a_relationship_with_only_links_is_ignored() -> None:
    assert create_with(relationships={"teams": {"links": {}}}).names == {"event"}


def test_u8_a_read_only_relationship_is_403() -> None:
    owner = {"data": {"type": "coaches", "id": "3"}}

    found = the_error(lambda: create_with(relationships={"owner": owner}))

    assert (found.status, found.code) == (403, "read_only")
    assert create_with(relationships={"owner": {"data": None}}).names == {"event"}


def test_equal_identifiers_collapse_in_stable_order() -> None:
    ids = ["5", "2", "5", "9", "2"]
    data = [{"type": "teams", "id": each} for each in ids]

    made = create_with(relationships={"teams": {"data": data}})

    assert [each.key for each in made.resource.teams] == ["5", "2", "9"]


def test_contradicting_identifiers_are_422() -> None:
    data = [{"type": "coaches", "id": "3", "meta": {"head": each}} for each in (True, False)]

    found = the_error(lambda: create_with(relationships={"coaches": {"data": data}}))

    assert (found.status, found.pointer) == (422, "/data/relationships/coaches/data/1")


def test_a_linkage_has_at_most_a_thousand_identifiers() -> None:
    data = [{"type": "teams", "id": str(each)} for each in range(1, 1002)]

    found = the_error(lambda: create_with(relationships={"teams": {"data": data}}))

    assert (found.status, found.pointer) == (422, "/data/relationships/teams/data")


def test_a_fact_of_a_wrong_type_points_into_its_identifier() -> None:
    data = [{"type": "coaches", "id": "3", "meta": {"head": "x"}}]

    found = the_error(lambda: create_with(relationships={"coaches": {"data": data}}))

    assert found.pointer == "/data/relationships/coaches/data/0/meta/head"


def test_e4_no_error_echoes_a_value() -> None:
    found = errors_of(
        lambda: create_with(attributes={"event": {"start_date": "zebra"}, "level": "zebra"})
    )

    assert not any("zebra" in each.detail for each in found)
