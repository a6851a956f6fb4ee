"""A relationship that is said when the resource is created, and never shown."""

from dataclasses import dataclass
from typing import Annotated

import pytest

from kwai.core import json_api
from kwai.core.json_api import NOT_LOADED, DeclarationError, Linked, Relationship, resource_of
from kwai.core.json_api.openapi import component_schemas, describe
from tests.support.json_api_requests import document, query, show, the_error

CLUB = json_api.Registry()
TICKET = {"data": {"type": "tickets", "id": "7"}}


@json_api.resource("tickets", ids="number", register_in=CLUB)
@dataclass(frozen=True, slots=True, kw_only=True)
class TicketResource:
    id: str = ""


@json_api.resource("guests", ids="number", register_in=CLUB)
@dataclass(frozen=True, slots=True, kw_only=True)
class GuestResource:
    id: str = ""
    name: str = ""
    ticket: Annotated[Linked[TicketResource], Relationship(write_only=True)]


def guest() -> GuestResource:
    return GuestResource(id="1", name="Jigoro", ticket=NOT_LOADED)


def test_a_create_takes_it() -> None:
    body = document("guests", attributes={"name": "Jigoro"}, relationships={"ticket": TICKET})

    new = json_api.parse_create(GuestResource, body)

    assert new.resource.ticket.key == "7"
    assert "ticket" in new.names


def test_a_create_cannot_do_without_it() -> None:
    body = document("guests", attributes={"name": "Jigoro"}, relationships={})

    found = the_error(lambda: json_api.parse_create(GuestResource, body))

    assert (found.code, found.meta["member"]) == ("missing_member", "ticket")


def test_a_wrong_type_is_a_conflict() -> None:
    other = {"data": {"type": "guests", "id": "7"}}

    found = the_error(
        lambda: json_api.parse_create(
            GuestResource, document("guests", relationships={"ticket": other})
        )
    )

    assert (found.code, found.pointer) == ("type_conflict", "/data/relationships/ticket/data/type")


def test_an_update_does_not_know_it() -> None:
    body = document("guests", "1", relationships={"ticket": TICKET})

    found = the_error(lambda: json_api.parse_patch(GuestResource, "1", body))

    assert found.code == "unknown_member"


def test_it_is_no_member_of_the_resource() -> None:
    assert "relationships" not in show(guest())["data"]
    assert resource_of(GuestResource).field_names == {"name"}
    for text in ("include=ticket", "fields[guests]=ticket"):
        assert the_error(lambda text=text: query(GuestResource, text)).status == 400  # type: ignore[misc]  # a default binds it


def test_the_description_has_it_in_the_create_only() -> None:
    models = [
        model
        for action in ("get", "create", "update")
        for model in describe(GuestResource, action).models
    ]

    schemas = component_schemas(models)

    assert "ticket" in schemas["GuestCreateRelationships"]["properties"]
    assert "ticket" not in schemas["GuestUpdateRelationships"]["properties"]
    assert "relationships" not in schemas["Guest"]["properties"]


def test_one_that_nobody_could_write_is_refused() -> None:
    registry = json_api.Registry()

    @json_api.resource("rooms", register_in=registry)
    @dataclass(frozen=True, slots=True, kw_only=True)
    class RoomResource:
        id: str = ""
        ticket: Annotated[Linked[TicketResource], Relationship(write_only=True, read_only=True)] = (
            NOT_LOADED
        )

    with pytest.raises(DeclarationError, match=r"RoomResource: .*neither read nor written"):
        json_api.check_declarations(among=registry)
