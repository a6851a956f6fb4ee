"""The meta of a document: options of a write, and the input of actions."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Annotated

import pytest
from annotated_types import MaxLen

from kwai.core import json_api
from kwai.core.json_api import Attribute
from tests.support.json_api_club import TeamResource
from tests.support.json_api_requests import document, errors_of, status_of, the_error


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    allow_conflicts: bool = False
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    code: Annotated[str, MaxLen(30), Attribute(description="From the mail.")]


def with_meta(meta: object) -> bytes:
    data = {"type": "teams", "attributes": {"name": "x"}}
    return json.dumps({"data": data, "meta": meta}).encode()


def test_the_meta_of_a_document_is_typed() -> None:
    made = json_api.parse_create(
        TeamResource, with_meta({"allow_conflicts": True, "until": "2026-09-01"}), meta=Options
    )

    assert made.meta == Options(allow_conflicts=True, until=date(2026, 9, 1))


def test_meta_that_is_not_asked_for_is_ignored() -> None:
    assert json_api.parse_create(TeamResource, with_meta({"x": 1})).meta is None


def test_meta_may_be_left_out_when_nothing_in_it_is_required() -> None:
    body = document("teams", attributes={"name": "x"})

    assert json_api.parse_create(TeamResource, body, meta=Options).meta == Options()


def test_what_meta_requires_is_told_by_its_name() -> None:
    body = document("teams", attributes={"name": "x"})

    found = the_error(lambda: json_api.parse_create(TeamResource, body, meta=Secret))

    assert (found.code, found.pointer) == ("missing_member", "")
    assert found.meta == {"member": "code"}


@pytest.mark.parametrize(("body", "until"), [(b"", None), (b"{}", None), (b'{"meta": {}}', None)])
def test_an_action_may_say_nothing(body: bytes, until: date | None) -> None:
    assert json_api.parse_meta(body, Options) == Options(until=until)


def test_the_input_of_an_action_is_strict() -> None:
    found = errors_of(
        lambda: json_api.parse_meta(b'{"meta": {"allow_conflicts": 1, "x": 2}}', Options)
    )

    assert {each.pointer for each in found} == {"/meta/allow_conflicts", "/meta/x"}
    assert status_of(lambda: json_api.parse_meta(b"[]", Options)) == 422
