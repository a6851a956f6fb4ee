"""Group A: operations are read strictly, and become ordinary documents."""

import json
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwai.core import json_api
from kwai.core.json_api import ATOMIC, Lids, Linked, Operation, OperationResult, RequestTarget
from tests.support.json_api_club import CLUB, TeamResource, TrainingDefinitionResource, team
from tests.support.json_api_conformance import check_document
from tests.support.json_api_requests import BASE, status_of, the_error

ADD_TEAM = {"op": "add", "data": {"type": "teams", "lid": "t", "attributes": {"name": "U15"}}}


def read(*operations: Any) -> tuple[Operation, ...]:
    body = json.dumps({"atomic:operations": operations}).encode()
    return json_api.read_operations(body, base=BASE, among=CLUB)


@pytest.mark.parametrize(
    ("operation", "kind", "id_"),
    [
        ({"op": "add", "data": {"type": "teams"}}, "create", None),
        ({"op": "add", "href": "/api/v1/teams", "data": {"type": "teams"}}, "create", None),
        ({"op": "add", "ref": {"type": "teams"}, "data": {"type": "teams"}}, "create", None),
        ({"op": "update", "data": {"type": "teams", "id": "5"}}, "update", "5"),
        ({"op": "update", "href": f"{BASE}/teams/5", "data": {"type": "teams"}}, "update", "5"),
        ({"op": "remove", "ref": {"type": "teams", "id": "5"}}, "delete", "5"),
        ({"op": "remove", "href": "/teams/5"}, "delete", "5"),
        (
            {"op": "add", "ref": {"type": "trainings", "id": "1", "relationship": "teams"},
             "data": []},
            "add_linkage",
            "1",
        ),
        (
            {"op": "update", "href": "/trainings/1/relationships/definition", "data": None},
            "replace_linkage",
            "1",
        ),
        (
            {"op": "remove", "href": "/trainings/1/relationships/teams/", "data": []},
            "remove_linkage",
            "1",
        ),
    ],
)  # fmt: skip
def test_a4_what_an_operation_is_about(operation: Any, kind: str, id_: str | None) -> None:
    (found,) = read(operation)

    assert (found.kind, found.target.id) == (kind, id_)


@pytest.mark.parametrize(
    ("operation", "pointer"),
    [
        (5, ""),
        ({}, ""),
        ({"op": "replace"}, "/op"),
        ({"op": ["add"]}, "/op"),
        ({"op": "add"}, ""),
        ({"op": "add", "data": {}}, "/data"),
        ({"op": "add", "data": {"type": 5}}, "/data/type"),
        ({"op": "add", "ref": {"type": "teams"}, "href": "/teams", "data": {}}, ""),
        ({"op": "add", "ref": {"type": "teams", "id": "5"}, "data": {}}, "/ref"),
        ({"op": "add", "ref": {"type": "teams"}}, ""),
        ({"op": "add", "ref": [], "data": {}}, "/ref"),
        ({"op": "add", "href": 5, "data": {}}, "/href"),
        ({"op": "update", "data": {"type": "teams"}}, ""),
        ({"op": "update", "data": {"type": "teams", "id": 5}}, "/data/id"),
        ({"op": "update", "ref": {"type": "teams", "id": "5", "lid": "x"}, "data": {}}, "/ref"),
        ({"op": "remove"}, ""),
        ({"op": "remove", "ref": {"type": "teams"}}, ""),
        ({"op": "remove", "ref": {"type": "teams", "lid": "x"}}, "/ref"),
        ({"op": "remove", "href": "/trainings/1/relationships/teams"}, ""),
        ({"op": "add", "href": "/trainings/1/relationships/definition", "data": None}, "/op"),
        ({"op": "add", "data": {"type": "teams", "lid": 5}}, "/data/lid"),
        (
            {"op": "add", "data": {"type": "trainings", "relationships": {
                "teams": {"data": [{"type": "teams", "lid": "x"}]}}}},
            "/data/relationships/teams/data/0/lid",
        ),
    ],
)  # fmt: skip
def test_a8_a_malformed_operation_is_400(operation: Any, pointer: str) -> None:
    found = the_error(lambda: read({"op": "add", "data": {"type": "teams"}}, operation))

    assert (found.status, found.code) == (400, "malformed_operation")
    assert found.pointer == f"/atomic:operations/1{pointer}"


@pytest.mark.parametrize(
    ("operation", "pointer"),
    [
        ({"op": "add", "data": {"type": "users"}}, "/data/type"),
        ({"op": "remove", "href": "/teams/5/players"}, "/href"),
        ({"op": "remove", "href": "/teamsters/5"}, "/href"),
        ({"op": "remove", "href": "https://elsewhere.example/api/v1/teams/5"}, "/href"),
        ({"op": "update", "ref": {"type": "teams", "id": "5", "relationship": "x"}, "data": []},
         "/ref/relationship"),
    ],
)  # fmt: skip
def test_what_does_not_exist_is_404(operation: Any, pointer: str) -> None:
    found = the_error(lambda: read(operation))

    assert (found.status, found.pointer) == (404, f"/atomic:operations/0{pointer}")


@pytest.mark.parametrize("body", [b"[]", b"{}", b'{"data": []}', b'{"atomic:operations": []}'])
def test_a8_a_document_without_operations_is_400(body: bytes) -> None:
    found = the_error(lambda: json_api.read_operations(body, base=BASE, among=CLUB))

    assert (found.status, found.pointer) == (400, "")


def test_a12_at_most_a_hundred_operations() -> None:
    assert len(read(*[{"op": "add", "data": {"type": "teams"}}] * 100)) == 100
    assert status_of(lambda: read(*[{"op": "add", "data": {"type": "teams"}}] * 101)) == 400


def test_a10_a_lid_of_an_earlier_add_becomes_its_id() -> None:
    link = {
        "op": "update",
        "data": {
            "type": "training_definitions",
            "id": "7",
            "relationships": {"team": {"data": {"type": "teams", "lid": "t"}}},
        },
    }
    rename = {"op": "update", "data": {"type": "teams", "lid": "t", "attributes": {"name": "U18"}}}
    remove = {"op": "remove", "ref": {"type": "teams", "lid": "t"}}
    added, linked, renamed, removed = read(ADD_TEAM, link, rename, remove)
    lids = Lids()

    made = json_api.parse_create(TeamResource, added.body(lids))
    lids.assign("teams", added.lid, "41")
    definition = json_api.parse_patch(
        TrainingDefinitionResource, linked.id_of(lids), linked.body(lids)
    )
    patch = json_api.parse_patch(TeamResource, renamed.id_of(lids), renamed.body(lids))

    assert (made.lid, made.resource.name) == ("t", "U15")
    changed = definition.apply(TrainingDefinitionResource(id="7", name="x"))
    assert changed.team == Linked.ref("41")
    assert patch.apply(team(41)).name == "U18"
    assert removed.id_of(lids) == "41"


def test_a10_a_lid_is_used_once() -> None:
    found = the_error(lambda: read(ADD_TEAM, ADD_TEAM))

    assert found.pointer == "/atomic:operations/1/data/lid"


def test_a9_pointers_lead_into_the_operation() -> None:
    bad = {"op": "add", "data": {"type": "teams", "attributes": {"name": 5}}}
    _, operation = read(ADD_TEAM, bad)

    def create() -> None:
        with operation.located():
            json_api.parse_create(TeamResource, operation.body(Lids()))

    assert the_error(create).pointer == "/atomic:operations/1/data/attributes/name"


def test_the_meta_of_an_operation_is_that_of_its_document() -> None:
    (operation,) = read({**ADD_TEAM, "meta": {"x": 1}, "surprise": 2})

    assert json.loads(operation.body(Lids())) == {"data": ADD_TEAM["data"], "meta": {"x": 1}}


def test_a7_a11_results_by_position() -> None:
    target = RequestTarget(base=BASE, path="/operations", extensions=(ATOMIC,))

    raw = json_api.render_results([OperationResult(resource=team(5)), OperationResult()], target)

    document = check_document(raw)
    assert [each.get("data", {}).get("id") for each in document["atomic:results"]] == ["5", None]
    assert document["jsonapi"]["ext"] == [ATOMIC]
    assert "data" not in document


_VALUES = st.recursive(
    st.none() | st.integers() | st.sampled_from(["teams", "trainings", "5", "t", "definition"]),
    lambda below: (
        st.lists(below, max_size=2)
        | st.dictionaries(
            st.sampled_from(
                ["type", "id", "lid", "relationship", "relationships", "data", "teams"]
            ),
            below,
        )
    ),
    max_leaves=8,
)
_OPERATIONS = st.fixed_dictionaries(
    {"op": st.sampled_from(["add", "update", "remove", "move"])},
    optional={
        "ref": _VALUES,
        "data": _VALUES,
        "href": st.sampled_from(["/teams", "/teams/5", "/trainings/1/relationships/teams", "//"]),
    },
)


@given(st.lists(_OPERATIONS, max_size=4))
def test_no_operations_break_the_reader(operations: list[Any]) -> None:
    assert status_of(partial(read, *operations)) in (200, 400, 404)
