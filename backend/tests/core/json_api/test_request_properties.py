"""Properties of reading requests: what is shown can be sent back, and nothing breaks a parser."""

import json
from datetime import UTC, datetime
from functools import partial
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kwai.core import json_api
from kwai.core.json_api import Linked
from kwai.core.json_api.linkage import LinkageOperation
from tests.support.json_api_club import Level, TrainingEvent, TrainingResource
from tests.support.json_api_requests import status_of

_MOMENTS = st.datetimes(datetime(1901, 1, 1), datetime(2099, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  # bounds
_TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=100)


@given(_MOMENTS, _TEXTS, st.sampled_from(Level), st.lists(st.integers(1, 99), unique=True))
def test_what_is_shown_can_be_sent_back(
    moment: Any, name: str, level: Level, teams: list[int]
) -> None:
    moment = moment.replace(microsecond=0)
    original = TrainingResource(
        event=TrainingEvent(start_date=moment),
        name=name,
        level=level,
        teams=[Linked.ref(each) for each in teams],
        coaches=[],
    )
    query = json_api.ResourceQuery(type="trainings", linkage=frozenset({"teams"}))
    shown = json.loads(json_api.render(original, query, json_api.RequestTarget(base="")))["data"]
    del shown["id"]

    assert json_api.parse_create(
        TrainingResource, json.dumps({"data": shown}).encode(), roles=frozenset({"coach"})
    ).resource == TrainingResource(
        event=original.event,
        name=name,
        level=level,
        texts=[],
        teams=original.teams,
        coaches=[],
    )


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda below: st.lists(below, max_size=3)
    | st.dictionaries(
        st.sampled_from(["type", "id", "data", "meta", "attributes", "relationships", "event",
                         "coaches", "definition", "head", "start_date"]),
        below,
    ),
    max_leaves=20,
)  # fmt: skip


_PLACES = ("attributes", "relationships", "meta", "lid", "links")
_STATUSES = (200, 400, 403, 404, 409, 422)


@given(_JSON, st.sampled_from(_PLACES))
def test_no_document_breaks_the_parser(value: Any, place: str) -> None:
    data = {"type": "trainings", "id": "1", place: value}
    linkage = {"type": "trainings", "relationships": {"coaches": {"data": value}}}

    for document_ in (value, {"data": value}, {"data": data}, {"data": linkage}):
        body = json.dumps(document_).encode()
        assert status_of(partial(json_api.parse_create, TrainingResource, body)) in _STATUSES
        assert status_of(partial(json_api.parse_patch, TrainingResource, "1", body)) in _STATUSES


@given(_JSON, st.sampled_from(["replace", "add", "remove"]))
def test_no_linkage_breaks_the_parser(value: Any, operation: LinkageOperation) -> None:
    body = json.dumps({"data": value}).encode()

    for name in ("coaches", "definition", "owner"):
        parse = partial(json_api.parse_linkage, TrainingResource, name, body)
        assert status_of(partial(parse, operation=operation)) in _STATUSES
