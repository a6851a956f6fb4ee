"""Groups D, I and S: documents, compound documents, sparse fieldsets."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from typing import Annotated

import pytest

from kwai.core import json_api
from kwai.core.json_api import (
    NOT_LOADED,
    Linked,
    NotLoadedError,
    Relationship,
    RequestTarget,
    error,
)
from tests.support.json_api_club import (
    START,
    CoachResource,
    TrainingCoach,
    TrainingResource,
    coach,
    definition,
    team,
    training,
)
from tests.support.json_api_conformance import check_document
from tests.support.json_api_requests import BASE, document, query, show, show_list, the_error

COACH = frozenset({"coach"})


def test_d4_a_resource_has_its_members_and_nothing_else() -> None:
    data = show(training())["data"]

    assert data.keys() == {"type", "id", "attributes", "relationships", "links", "meta"}
    assert (data["type"], data["id"]) == ("trainings", "1")
    assert data["links"] == {"self": f"{BASE}/trainings/1"}


def test_d14_the_meta_of_a_resource_and_the_version_of_the_document() -> None:
    document = show(training())

    assert document["jsonapi"] == {"version": "1.1"}
    assert document["data"]["meta"] == {
        "created_at": "2026-09-01T17:00:00Z",
        "updated_at": None,
        "version": 2,
    }


def test_d9_d14_the_links_of_a_document_keep_every_parameter() -> None:
    target = RequestTarget(
        base=BASE,
        path="/trainings/1",
        query=(("fields[trainings]", "name,event"),),
        described_by="https://club.example/api/openapi.json",
    )

    raw = json_api.render(training(), query(TrainingResource), target)

    assert check_document(raw)["links"] == {
        "self": f"{BASE}/trainings/1?fields%5Btrainings%5D=name,event",
        "describedby": "https://club.example/api/openapi.json",
    }


def test_d9_a_profile_makes_self_an_object_with_its_type() -> None:
    target = RequestTarget(base=BASE, path="/trainings/1", profiles=("https://p.example",))

    document = check_document(json_api.render(training(), query(TrainingResource), target))

    assert document["jsonapi"] == {"version": "1.1", "profile": ["https://p.example"]}
    assert document["links"]["self"] == {
        "href": f"{BASE}/trainings/1",
        "type": 'application/vnd.api+json; profile="https://p.example"',
    }


def test_d16_moments_leave_in_utc_to_the_second() -> None:
    summer = timezone(timedelta(hours=2))
    moment = datetime(2026, 9, 1, 19, 0, 0, 999_999, tzinfo=summer)
    event = replace(training().event, start_date=moment, end_date=None)

    shown = show(training(event=event))["data"]["attributes"]["event"]

    assert shown["start_date"] == "2026-09-01T17:00:00Z"


def test_d16_a_moment_without_zone_is_utc_already() -> None:
    naive = datetime(2026, 9, 1, 17)  # noqa: DTZ001  # the subject

    shown = show(training(event=replace(training().event, start_date=naive, end_date=naive)))

    assert shown["data"]["attributes"]["event"]["end_date"] == "2026-09-01T17:00:00Z"


def test_d16_days_times_and_what_is_unset() -> None:
    day = training(occurrence_date=START.date())

    assert show(day)["data"]["attributes"]["occurrence_date"] == "2026-09-01"
    assert show(training())["data"]["attributes"]["occurrence_date"] is None
    assert show(definition())["data"]["attributes"]["start_time"] == "20:00"


def test_d7_every_relationship_has_both_links() -> None:
    relationships = show(training())["data"]["relationships"]

    assert relationships["teams"]["links"] == {
        "self": f"{BASE}/trainings/1/relationships/teams",
        "related": f"{BASE}/trainings/1/teams",
    }


def test_linkage_follows_the_rules_of_2_5() -> None:
    relationships = show(training())["data"]["relationships"]

    assert relationships["definition"]["data"] == {"type": "training_definitions", "id": "7"}
    assert relationships["owner"]["data"] is None
    assert relationships["coaches"]["data"] == [
        {"type": "coaches", "id": "3", "meta": {"head": True, "present": False, "payed": False}}
    ]
    assert "data" not in relationships["teams"]


def test_a_key_alone_is_linkage_enough() -> None:
    shown = show(training(definition=Linked.ref(9)))["data"]["relationships"]["definition"]

    assert shown["data"] == {"type": "training_definitions", "id": "9"}


def test_linkage_of_a_relationship_that_a_write_named() -> None:
    wishes = query(TrainingResource).with_linkage(frozenset({"teams"}))
    target = RequestTarget(base=BASE, path="/trainings/1")

    document = check_document(json_api.render(training(), wishes, target))

    assert document["data"]["relationships"]["teams"]["data"] == [{"type": "teams", "id": "5"}]


def test_what_is_not_loaded_is_not_empty() -> None:
    shown = show(training(coaches=NOT_LOADED))["data"]["relationships"]["coaches"]

    assert "data" not in shown


@pytest.mark.parametrize("text", ["include=coaches", "include=definition"])
def test_including_what_is_not_loaded_is_a_fault_of_ours(text: str) -> None:
    bare = training(coaches=NOT_LOADED, definition=NOT_LOADED)

    with pytest.raises(NotLoadedError):
        show(bare, text)


def test_including_a_key_alone_is_a_fault_of_ours() -> None:
    with pytest.raises(NotLoadedError):
        show(training(definition=Linked.ref(9)), "include=definition")


def test_i1_included_holds_the_intermediate_resources_once() -> None:
    document = show(training(), "include=teams,definition.team")

    found = {(each["type"], each["id"]) for each in document["included"]}
    assert found == {("training_definitions", "7"), ("teams", "5")}


def test_i1_included_is_there_even_when_empty() -> None:
    assert show(training(definition=None), "include=definition")["included"] == []
    assert show_list(TrainingResource, [], "include=definition")["included"] == []


@pytest.mark.parametrize("text", ["", "include="])
def test_i2_nothing_included_where_nothing_was_asked(text: str) -> None:
    assert "included" not in show(training(), text)


def test_d10_a_primary_resource_is_never_included_again() -> None:
    inner = training(1, definition=None)
    rule = definition(trainings=[Linked(inner), Linked(training(2))])
    outer = training(1, definition=Linked(rule))

    document = show(outer, "include=definition.trainings")

    found = sorted((each["type"], each["id"]) for each in document["included"])
    assert found == [("training_definitions", "7"), ("trainings", "2")]


def test_d10_a_resource_met_twice_links_everything_that_was_followed() -> None:
    """Coach 3 is met as a leaf first, and with its trainings followed afterwards."""
    leaf = coach(3)
    deep = coach(3, trainings=[Linked(training(9, coaches=[]))])
    rule = definition(trainings=[])
    top = training(
        coaches=[Linked(leaf, TrainingCoach())], owner=Linked(deep), definition=Linked(rule)
    )

    document = show(top, "include=coaches,owner.trainings")

    shown = next(each for each in document["included"] if each["type"] == "coaches")
    assert shown["relationships"]["trainings"]["data"] == [{"type": "trainings", "id": "9"}]


def test_s1_a_fieldset_limits_data_and_included() -> None:
    text = "include=definition&fields[trainings]=name,definition&fields[training_definitions]=name"

    document = show(training(), text)

    assert document["data"]["attributes"] == {"name": "Training 1"}
    assert document["data"]["relationships"].keys() == {"definition"}
    assert document["included"][0]["attributes"] == {"name": "Monday"}
    assert "relationships" not in document["included"][0]


def test_s1_an_included_resource_stays_when_its_relationship_is_hidden() -> None:
    document = show(training(), "include=definition&fields[trainings]=name")

    assert "relationships" not in document["data"]
    assert [each["type"] for each in document["included"]] == ["training_definitions"]


def test_s2_an_empty_fieldset_gives_no_fields() -> None:
    data = show(training(), "fields[trainings]=")["data"]

    assert data.keys() == {"type", "id", "links", "meta"}


def test_a_getter_runs_only_when_its_value_is_shown() -> None:
    class Broken(TrainingResource):
        def get_duration(self) -> int:
            raise AssertionError("not asked for")

    instance = Broken(id="1", event=training().event)

    shown = show(instance, "fields[trainings]=name")

    assert shown["data"]["attributes"] == {"name": ""}


def test_a_restricted_attribute_is_shown_to_its_role_only() -> None:
    secret = training(remark="late again")

    assert "remark" not in show(secret)["data"]["attributes"]
    assert show(secret, roles=COACH)["data"]["attributes"]["remark"] == "late again"


def test_a_restricted_attribute_of_an_included_resource_is_hidden_too() -> None:
    held = training(coaches=[Linked(coach(diploma="A"), TrainingCoach())])

    hidden = show(held, "include=coaches")["included"][0]["attributes"]
    seen = show(held, "include=coaches", roles=COACH)["included"][0]["attributes"]

    assert "diploma" not in hidden
    assert seen["diploma"] == "A"


def test_a_write_only_attribute_is_never_shown() -> None:
    assert "secret" not in show(team(secret="hush"))["data"]["attributes"]


def test_d3_one_target_may_be_null_and_a_collection_is_an_array() -> None:
    target = RequestTarget(base=BASE, path="/trainings/1/definition")

    nothing = check_document(json_api.render(None, query(TrainingResource), target))

    assert nothing["data"] is None
    assert show_list(TrainingResource, [])["data"] == []


def test_r1_a_relationship_endpoint_shows_linkage_only() -> None:
    wishes = query(TrainingResource, relationship="coaches")
    target = RequestTarget(base=BASE, path="/trainings/1/relationships/coaches")

    document = check_document(json_api.render_linkage(training(), "coaches", wishes, target))

    assert document["data"][0]["meta"]["head"] is True
    assert document["data"][0].keys() == {"type", "id", "meta"}
    assert document["links"] == {
        "self": f"{BASE}/trainings/1/relationships/coaches",
        "related": f"{BASE}/trainings/1/coaches",
    }


def test_i3_a_relationship_endpoint_includes_what_it_links() -> None:
    wishes = query(TrainingResource, "include=definition.team", relationship="definition")
    target = RequestTarget(base=BASE, path="/trainings/1/relationships/definition")

    document = check_document(json_api.render_linkage(training(), "definition", wishes, target))

    found = [each["type"] for each in document["included"]]
    assert found == ["training_definitions", "teams"]


def test_a_relationship_endpoint_that_is_empty() -> None:
    target = RequestTarget(base=BASE, path="/trainings/1/relationships/owner")

    raw = json_api.render_linkage(
        training(), "owner", query(TrainingResource, relationship="owner"), target
    )

    assert check_document(raw)["data"] is None


def test_e1_e5_an_error_document() -> None:
    found = error("bad_value", "Too long.", pointer="", member="name", id="r1")

    document = check_document(json_api.render_errors([found]))

    assert document["errors"] == [
        {
            "status": "422",
            "code": "bad_value",
            "title": "Invalid value",
            "detail": "Too long.",
            "source": {"pointer": ""},
            "id": "r1",
            "meta": {"member": "name"},
        }
    ]


def test_a_meta_document() -> None:
    target = RequestTarget(base=BASE, path="/news/preview")

    document = check_document(json_api.render_meta({"html": "<p>"}, target))

    assert document["meta"] == {"html": "<p>"}


@json_api.resource("notes", register_in=json_api.Registry())
@dataclass(frozen=True, slots=True, kw_only=True)
class NoteResource:
    id: str = ""
    next: "Linked[NoteResource] | None" = None


def test_ids_of_any_form_are_escaped() -> None:
    last = NoteResource(id='"\\')

    document = show(NoteResource(id="a b/c", next=Linked(last)), "include=next")

    assert document["data"]["id"] == "a b/c"
    assert document["data"]["links"]["self"] == f"{BASE}/notes/a%20b%2Fc"
    assert document["data"]["relationships"]["next"]["data"] == {"type": "notes", "id": last.id}
    assert document["included"][0]["links"]["self"] == f"{BASE}/notes/%22%5C"


@pytest.mark.parametrize("base", ['https://x/"', "https://x/\\", "https://x/ y", "https://x/\n"])
def test_a_base_that_is_no_url_is_refused(base: str) -> None:
    with pytest.raises(ValueError, match="base URL"):
        RequestTarget(base=base)


def test_c2_location_equals_the_self_link() -> None:
    made = training(12)

    location = json_api.resource_url(made, BASE)

    assert location == show(made)["data"]["links"]["self"]


def test_d9_an_error_document_has_the_link_of_its_request() -> None:
    target = RequestTarget(base=BASE, path="/trainings", query=(("sort", "x"),))

    document = check_document(json_api.render_errors([error("unsupported_sort")], target))

    assert document["links"] == {"self": f"{BASE}/trainings?sort=x"}


def test_d11_any_path_and_query_make_a_uri() -> None:
    target = RequestTarget(base=BASE, path='/nö "x"/\ud800', query=(("a b", "\udfff"),))

    document = check_document(json_api.render_errors([error("not_found")], target))

    assert document["links"]["self"] == f"{BASE}/n%C3%B6%20%22x%22/%3F?a%20b=%3F"


@json_api.resource("files", register_in=json_api.Registry())
@dataclass(frozen=True, slots=True, kw_only=True)
class FileResource:
    id: str = ""
    reader: Annotated[Linked[CoachResource] | None, Relationship(visible_to="coach")] = None


def test_a_restricted_relationship_takes_its_role() -> None:
    file = FileResource(id="1", reader=Linked(coach()))
    body = b'{"data": null}'

    assert "relationships" not in show(file)["data"]
    assert "reader" in show(file, roles=COACH)["data"]["relationships"]
    for refused in (
        lambda: query(FileResource, "include=reader"),
        lambda: query(FileResource, "fields[files]=reader"),
        lambda: query(FileResource, relationship="reader"),
        lambda: json_api.parse_linkage(FileResource, "reader", body, operation="replace"),
        lambda: json_api.parse_patch(
            FileResource, "1", document("files", "1", relationships={"reader": {"data": None}})
        ),
    ):
        assert the_error(refused).status == 403
