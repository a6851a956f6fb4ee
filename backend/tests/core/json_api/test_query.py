"""Groups Q, F, I, S and O: what a query may say, and one error for each parameter that is wrong."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict

from kwai.core import json_api
from kwai.core.json_api import SortKey
from tests.support.json_api_club import CoachResource, Level, TeamResource, TrainingResource
from tests.support.json_api_requests import errors_of, items, query, status_of, the_error

COACH = frozenset({"coach"})


def ask(text: str, **given: object) -> json_api.ResourceQuery:
    return query(TrainingResource, text, collection=True, **given)


@pytest.mark.parametrize(
    ("text", "code", "parameter"),
    [
        ("name=x", "unknown_parameter", "name"),
        ("Include=coaches", "unknown_parameter", "Include"),
        ("page=1", "unknown_parameter", "page"),
        ("filter=1", "unknown_parameter", "filter"),
        ("filter[active", "unknown_parameter", "filter[active"),
        ("sort[]=name", "unknown_parameter", "sort[]"),
        ("page_limit=7", "unknown_parameter", "page_limit"),
        ("filter[_]=1", "unknown_filter", "filter[_]"),
        ("filter[]=1", "unknown_filter", "filter[]"),
        ("filter[a.b]=1", "unknown_filter", "filter[a.b]"),
        ("filter[colour]=red", "unknown_filter", "filter[colour]"),
        ("page[number]=1", "unknown_parameter", "page[number]"),
        ("include=owners", "unknown_include", "include"),
        ("include=coaches,", "unknown_include", "include"),
        ("include=coaches..trainings", "unknown_include", "include"),
        ("include=coaches.name", "unknown_include", "include"),
        ("include=coaches.trainings.coaches.trainings", "unknown_include", "include"),
        ("include=" + ",".join(["coaches"] * 17), "unknown_include", "include"),
        ("sort=remark", "unsupported_sort", "sort"),
        ("sort=--name", "unsupported_sort", "sort"),
        ("sort=name,", "unsupported_sort", "sort"),
        ("sort=name,name,name,name,name,name", "unsupported_sort", "sort"),
        ("fields[trainings]=title", "unknown_field", "fields[trainings]"),
        ("fields[trainings]=id", "unknown_field", "fields[trainings]"),
        ("fields[trainings]=created_at", "unknown_field", "fields[trainings]"),
        ("fields[teams]=secret", "unknown_field", "fields[teams]"),
        ("fields[users]=name", "unknown_field", "fields[users]"),
    ],
)
def test_q1_to_q9_what_is_unknown_is_400(text: str, code: str, parameter: str) -> None:
    found = the_error(lambda: ask(text))

    assert (found.status, found.code, found.parameter) == (400, code, parameter)


@pytest.mark.parametrize(
    "text",
    [
        "filter[year]=MMXXVI",
        "filter[year]=2026.0",
        "filter[year]= 2026",
        "filter[year]=1_000",
        "filter[year]=\u0662",
        "filter[year]=99999999999999999999",
        "filter[year]=",
        "filter[active]=yes",
        "filter[active]=1",
        "filter[active]=True",
        "filter[levels]=beginner,master",
        "filter[levels]=",
        "filter[start]=2026-09-01",
        "filter[start]=2026-09-01T00:00:00",
        "filter[start]=1756746000",
        "filter[coach]={00000000-0000-0000-0000-000000000001}",
        "filter[name]=",
        "filter[name]=%00",
        "filter[month]=9",
        "filter[levels]=" + ",".join(["beginner"] * 101),
    ],
)
def test_q4_a_filter_with_a_wrong_value_or_without_its_companion_is_400(text: str) -> None:
    found = the_error(lambda: ask(text))

    assert (found.status, found.code) == (400, "bad_filter")
    assert found.parameter == text.partition("=")[0]


def test_q10_a_repeated_parameter_is_one_error() -> None:
    found = the_error(lambda: ask("sort=name&sort=name&sort=name"))

    assert (found.code, found.parameter) == ("repeated_parameter", "sort")


def test_e9_a_repeated_unknown_parameter_is_one_error() -> None:
    found = errors_of(lambda: ask("nothing=1&nothing=2&include=x&include=y"))

    assert [(each.code, each.parameter) for each in found] == [
        ("repeated_parameter", "nothing"),
        ("repeated_parameter", "include"),
    ]


def test_e9_each_wrong_parameter_has_its_error() -> None:
    text = "nothing=1&include=x&sort=x&page[limit]=x&filter[year]=x&fields[trainings]=x"

    found = errors_of(lambda: ask(text))

    assert {each.parameter for each in found} == {
        "nothing",
        "include",
        "sort",
        "page[limit]",
        "filter[year]",
        "fields[trainings]",
    }


def test_e4_no_error_echoes_a_value() -> None:
    found = errors_of(lambda: ask("include=zebra&sort=zebra&filter[year]=zebra&page[limit]=zebra"))

    assert not any("zebra" in each.detail for each in found)


@pytest.mark.parametrize("text", ["sort=name", "page[limit]=1", "filter[year]=2026"])
def test_a_single_resource_has_no_order_page_or_filter(text: str) -> None:
    assert the_error(lambda: query(TrainingResource, text)).code == "unknown_parameter"


def test_filters_are_typed() -> None:
    wishes = ask(
        "filter[year]=2026&filter[month]=9&filter[levels]=beginner,expert"
        "&filter[start]=2026-09-01T19:00:00%2B02:00&filter[active]=false"
        "&filter[coach]=00000000-0000-0000-0000-000000000001&filter[name]=judo"
    )

    assert wishes.filter == {
        "year": 2026,
        "month": 9,
        "levels": [Level.BEGINNER, Level.EXPERT],
        "start": datetime(2026, 9, 1, 17, tzinfo=UTC),
        "active": False,
        "coach": UUID("00000000-0000-0000-0000-000000000001"),
        "name": "judo",
    }


def test_a_filter_has_its_default() -> None:
    assert ask("").filter == {"active": True}


def test_the_include_tree() -> None:
    wishes = ask("include=coaches,definition.team,definition.trainings")

    assert wishes.include == {"coaches": {}, "definition": {"team": {}, "trainings": {}}}
    assert wishes.has_include


def test_o1_keys_in_order_with_the_id_behind_them() -> None:
    assert ask("sort=-start_date,definition.name").sort == (
        SortKey(name="start_date", descending=True),
        SortKey(name="definition.name"),
        SortKey(name="id"),
    )
    assert ask("").sort == (SortKey(name="start_date"), SortKey(name="id"))
    assert ask("sort=-name").sort[-1] == SortKey(name="id", descending=True)


def test_fields_are_those_the_client_narrowed_and_may_see() -> None:
    assert ask("fields[coaches]=name").fields["coaches"] == frozenset({"name"})
    assert "remark" not in ask("").fields["trainings"]
    assert ask("", roles=COACH).fields == {}


def test_a_restricted_field_is_403_when_named() -> None:
    found = the_error(lambda: ask("fields[trainings]=remark"))

    assert (found.status, found.code) == (403, "forbidden")
    assert ask("fields[trainings]=remark", roles=COACH).fields == {
        "trainings": frozenset({"remark"})
    }


@pytest.mark.parametrize(
    ("text", "needed", "not_needed"),
    [
        ("", {"remark", "coaches", "created_at", "name"}, {"teams", "definition", "owner"}),
        ("fields[trainings]=name", {"name", "updated_at"}, {"remark", "coaches", "event"}),
        ("fields[trainings]=name&include=teams", {"teams", "teams.name"}, {"coaches"}),
        ("include=definition.team", {"definition", "definition.team.name"}, {"owner"}),
        ("sort=definition.name&fields[trainings]=", {"definition", "definition.name"}, {"name"}),
        ("fields[training_definitions]=&include=definition", {"definition"}, {"definition.name"}),
    ],
)
def test_needs_tells_what_must_be_read(text: str, needed: set[str], not_needed: set[str]) -> None:
    wishes = ask(text, roles=COACH)

    assert {path for path in needed if not wishes.needs(path)} == set()
    assert {path for path in not_needed if wishes.needs(path)} == set()


def test_a_relationship_endpoint_needs_its_linkage_only() -> None:
    wishes = query(TrainingResource, "include=teams", relationship="teams")

    assert wishes.linkage == {"teams"}
    assert wishes.needs("teams.name")
    assert not wishes.needs("name")


def test_include_paths_of_a_relationship_endpoint_start_with_it() -> None:
    found = the_error(lambda: query(TrainingResource, "include=coaches", relationship="teams"))

    assert found.code == "unknown_include"


class GenerateOptions(BaseModel):
    model_config = ConfigDict(extra="forbid")

    dry_run: bool = False
    apply_to: Level | None = None


def test_custom_parameters_are_typed() -> None:
    wishes = query(TeamResource, "dry_run=true&apply_to=expert", options=GenerateOptions)

    assert wishes.options == {"dry_run": True, "apply_to": Level.EXPERT}
    assert query(TeamResource, "", options=GenerateOptions).options == {"dry_run": False}


def test_a_custom_parameter_with_a_wrong_value_is_400() -> None:
    found = the_error(lambda: query(TeamResource, "dry_run=maybe", options=GenerateOptions))

    assert (found.code, found.parameter) == ("bad_option", "dry_run")


@dataclass(frozen=True, slots=True, kw_only=True)
class GetTrainingsCommand:
    limit: int | None = None
    offset: int | None = None
    year: int | None = None
    active: bool = False
    coach: str = ""
    query: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NarrowCommand:
    limit: int | None = None


def test_to_command_fills_the_fields_by_name() -> None:
    wishes = ask("filter[year]=2026&page[offset]=50&page[limit]=10")

    command = wishes.to_command(GetTrainingsCommand, coach="3")

    assert command == GetTrainingsCommand(
        limit=10, offset=50, year=2026, active=True, coach="3", query=wishes
    )


def test_a_filter_without_a_field_is_a_fault_of_ours() -> None:
    with pytest.raises(TypeError, match="year"):
        ask("filter[year]=2026").to_command(NarrowCommand)


def test_without_a_protocol_everything_is_needed() -> None:
    assert json_api.ResourceQuery().needs("whatever")
    assert json_api.ResourceQuery().links("whatever")


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("", {"coaches", "teams", "definition"}),
        ("fields[trainings]=name,teams", {"teams"}),
        ("fields[trainings]=name&include=definition.team", {"definition"}),
        ("fields[trainings]=", set()),
    ],
)
def test_links_tells_which_relationships_are_followed(text: str, links: set[str]) -> None:
    wishes = ask(text, roles=COACH)

    assert {name for name in ("coaches", "teams", "definition") if wishes.links(name)} == links


def test_a_relationship_endpoint_follows_the_relationship() -> None:
    wishes = query(TrainingResource, "fields[trainings]=name", relationship="teams")

    assert wishes.links("teams")
    assert not wishes.links("definition")


@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=20)), max_size=5))
def test_no_query_breaks_the_parser(pairs: list[tuple[str, str]]) -> None:
    for resource in (TrainingResource, CoachResource, TeamResource):
        found = status_of(lambda: json_api.parse_query(resource, pairs, collection=True))  # noqa: B023  # called at once
        assert found in (200, 400, 403)


_NAMES = st.sampled_from(
    ["include", "sort", "page[after]", "page[size]", "page[offset]", "filter[year]",
     "filter[levels]", "filter[start]", "filter[coach]", "fields[trainings]", "fields[teams]"]
)  # fmt: skip
_VALUES = st.one_of(
    st.text(max_size=12),
    st.from_regex(r"-?[0-9]{1,25}", fullmatch=True),
    st.sampled_from(["coaches", "definition.team", "-name", "WyIsImQiXQ", "name,event", "9" * 400]),
)


@given(st.lists(st.tuples(_NAMES, _VALUES), max_size=6))
def test_no_likely_query_breaks_the_parser(pairs: list[tuple[str, str]]) -> None:
    found = status_of(lambda: json_api.parse_query(TrainingResource, pairs, collection=True))

    assert found in (200, 400, 403)


def test_q8_encoded_brackets_are_the_same() -> None:
    assert items("page%5Blimit%5D=3") == items("page[limit]=3")
