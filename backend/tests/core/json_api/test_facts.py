"""Facts of a relation that only some may see: shown, sent and described by role (2.5)."""

import json
from dataclasses import dataclass
from typing import Annotated, Any

import pytest

from kwai.core import json_api
from kwai.core.json_api import NOT_LOADED, Attribute, DeclarationError, Linked, RequestTarget
from kwai.core.json_api.models import models_of
from tests.support.json_api_requests import BASE, document, query, show, the_error

CLUB = json_api.Registry()
COACH = frozenset({"coach"})
VISITOR: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    head: bool = False
    payed: Annotated[bool, Attribute(visible_to="coach")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pay:
    amount: Annotated[int, Attribute(visible_to="coach")] = 0


@json_api.resource("helpers", ids="number", register_in=CLUB)
@dataclass(frozen=True, slots=True, kw_only=True)
class HelperResource:
    id: str = ""
    name: str = ""


@json_api.resource("days", ids="number", register_in=CLUB)
@dataclass(frozen=True, slots=True, kw_only=True)
class DayResource:
    id: str = ""
    coaches: list[Linked[HelperResource, Presence]] = NOT_LOADED
    paid: Linked[HelperResource, Pay] | None = None


@json_api.resource("weeks", ids="number", register_in=CLUB)
@dataclass(frozen=True, slots=True, kw_only=True)
class WeekResource:
    id: str = ""
    first_day: Linked[DayResource]


def day() -> DayResource:
    helper = HelperResource(id="3", name="Jigoro")
    return DayResource(
        id="1",
        coaches=[Linked(helper, Presence(head=True, payed=True))],
        paid=Linked(helper, Pay(amount=20)),
    )


def facts(text: str = "include=coaches", **given: Any) -> dict[str, Any]:
    relationships = show(day(), text, **given)["data"]["relationships"]
    found: dict[str, Any] = relationships["coaches"]["data"][0]["meta"]
    return found


def test_the_role_decides_which_facts_are_shown() -> None:
    assert facts(roles=COACH) == {"head": True, "payed": True}
    assert facts(roles=VISITOR) == {"head": True}


def test_a_sparse_fieldset_shows_no_more_facts() -> None:
    text = "include=coaches&fields[days]=coaches"

    assert facts(text, roles=VISITOR) == {"head": True}


def test_without_visible_facts_there_is_no_meta() -> None:
    hidden = show(day(), roles=VISITOR)["data"]["relationships"]["paid"]["data"]
    shown = show(day(), roles=COACH)["data"]["relationships"]["paid"]["data"]

    assert hidden == {"type": "helpers", "id": "3"}
    assert shown == {"type": "helpers", "id": "3", "meta": {"amount": 20}}


def test_included_resources_hide_their_facts_too() -> None:
    week = WeekResource(id="1", first_day=Linked(day()))

    included = show(week, "include=first_day.coaches", roles=VISITOR)["included"]

    (shown,) = [each for each in included if each["type"] == "days"]
    assert shown["relationships"]["coaches"]["data"][0]["meta"] == {"head": True}


def test_the_relationship_endpoint_hides_them_too() -> None:
    wishes = query(DayResource, relationship="coaches", roles=VISITOR)
    target = RequestTarget(base=BASE, path="/days/1/relationships/coaches")

    raw = json_api.render_linkage(day(), "coaches", wishes, target)

    assert b'"meta":{"head":true}' in raw
    assert b"payed" not in raw


LINKAGE = [{"type": "helpers", "id": "3", "meta": {"payed": False}}]


def test_who_may_not_see_a_fact_may_not_set_it() -> None:
    body = document("days", "1", relationships={"coaches": {"data": LINKAGE}})

    found = the_error(lambda: json_api.parse_patch(DayResource, "1", body, roles=VISITOR))

    assert (found.code, found.status) == ("forbidden", 403)
    assert found.pointer == "/data/relationships/coaches/data/0/meta/payed"


def test_nor_at_the_relationship_itself() -> None:
    body = json.dumps({"data": LINKAGE}).encode()

    found = the_error(
        lambda: json_api.parse_linkage(DayResource, "coaches", body, operation="add", roles=VISITOR)
    )

    assert (found.code, found.pointer) == ("forbidden", "/data/0/meta/payed")


def test_a_fact_that_is_not_named_keeps_its_value() -> None:
    linkage = [{"type": "helpers", "id": "3", "meta": {"head": False}}]
    body = document("days", "1", relationships={"coaches": {"data": linkage}})

    patch = json_api.parse_patch(DayResource, "1", body, roles=VISITOR)

    (link,) = patch.apply(day()).coaches
    assert link.meta == Presence(head=False, payed=True)


def test_a_fact_of_some_is_optional_in_the_description() -> None:
    schema = models_of(json_api.resource_of(DayResource)).document.model_json_schema()

    assert schema["$defs"]["Presence"]["required"] == ["head"]


def test_an_attribute_is_shown_as_a_whole() -> None:
    registry = json_api.Registry()

    @json_api.resource("rooms", register_in=registry)
    @dataclass(frozen=True, slots=True, kw_only=True)
    class RoomResource:
        id: str = ""
        pay: Pay

    with pytest.raises(DeclarationError, match="shown as a whole"):
        json_api.check_declarations(among=registry)
