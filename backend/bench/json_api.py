"""Prices of kwai.core.json_api beside a hand-written dictionary and pydantic documents.

Prints the ratios of one run, because absolute times of a shared machine mean nothing. The
contestants take turns; the best round of each counts, in CPU time. Run with
`PYTHONPATH=backend python -m bench.json_api`.
"""

import json
import sys
import time
from collections.abc import Callable
from typing import Any

import orjson

from bench.json_api_contestants import (
    BASE,
    SUMMARY,
    TrainingResource,
    hand_written,
    make_entities,
    pydantic_document,
    to_resource,
)
from bench.report import Line
from kwai.core import json_api
from kwai.core.json_api import RequestTarget
from kwai.core.json_api.compile import compile_serializer
from kwai.core.json_api.peek import read_json
from kwai.core.json_api.request_models import request_model

ROUNDS = 60
QUICK_ROUNDS = 15
INCLUDE = "coaches,teams,definition,season"
BODY = json.dumps(
    {
        "data": {
            "type": "trainings",
            "id": "1000",
            "attributes": {
                "name": "Training of the competition group",
                "summary": SUMMARY,
                "start_date": "2026-09-01T17:00:00Z",
                "end_date": "2026-09-01T18:30:00Z",
                "location": "Sports hall",
                "active": True,
            },
            "relationships": {
                "coaches": {"data": [{"type": "coaches", "id": str(i)} for i in (1, 2)]},
                "teams": {"data": [{"type": "teams", "id": "1"}]},
                "definition": {"data": {"type": "training_definitions", "id": "1"}},
            },
        }
    }
).encode()


def contestants() -> dict[str, Callable[[], object]]:
    """Every figure of the budget as a function without arguments."""
    entities = make_entities()
    resources = [to_resource(each) for each in entities]
    declared = json_api.resource_of(TrainingResource)
    target = RequestTarget(base=BASE, path="/trainings", query=(("include", INCLUDE),))
    update = request_model(declared, "update").adapter

    def respond(**parameters: str) -> Callable[[], bytes]:
        names = {"fields": "fields[trainings]"}
        items = tuple((names.get(name, name), value) for name, value in parameters.items())
        shown = RequestTarget(base=BASE, path="/trainings", query=items)
        query = json_api.parse_query(TrainingResource, items, collection=True)
        return lambda: json_api.render_list(resources, query, shown, count=30)

    full = respond(include=INCLUDE)
    check_equal(full(), hand_written(entities, target), pydantic_document(entities, target))
    query = json_api.parse_query(TrainingResource, target.query, collection=True)
    return {
        "hand-written": lambda: hand_written(entities, target),
        "pydantic": lambda: pydantic_document(entities, target),
        "full": full,
        "full, from entities": lambda: json_api.render_list(
            [to_resource(each) for each in entities], query, target, count=30
        ),
        "small, one include": respond(fields="name,start_date,definition", include="definition"),
        "small": respond(fields="name,start_date"),
        "resources": lambda: [to_resource(each) for each in entities],
        "compiling": lambda: compile_serializer(
            declared, None, frozenset(INCLUDE.split(",")), frozenset()
        ),
        "peek and validation": lambda: update.validate_json(read_json(BODY)[1], strict=True),
        "parse_patch": lambda: json_api.parse_patch(TrainingResource, "1000", BODY),
    }


def check_equal(*documents: bytes) -> None:
    """All contestants give the same resources, or the comparison would mean nothing."""
    first, *others = ({"data": d["data"], "included": by_key(d)} for d in map(loads, documents))
    assert all(other == first for other in others)
    assert len(first["data"]) == 30
    assert len(first["included"]) == 20


def by_key(document: dict[str, Any]) -> dict[tuple[str, str], Any]:
    return {(each["type"], each["id"]): each for each in document["included"]}


def loads(raw: bytes) -> dict[str, Any]:
    document: dict[str, Any] = orjson.loads(raw)
    return document


def best(functions: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The best CPU time of each in microseconds; they take turns."""
    times = dict.fromkeys(functions, float("inf"))
    for _ in range(rounds):
        for name, function in functions.items():
            start = time.process_time_ns()
            for _ in range(20):
                function()
            times[name] = min(times[name], (time.process_time_ns() - start) / 20_000)
    return times


BUDGETS = (
    ("entities to bytes / hand-written dict + orjson", "full, from entities", "hand-written", 1.5),
    ("entities to bytes / pydantic document", "full, from entities", "pydantic", 0.25),
    ("resources to bytes / hand-written dict + orjson", "full", "hand-written", 1.5),
    ("2 attributes, 1 relationship, 1 include / full", "small, one include", "full", 0.5),
    ("2 attributes, no include / full", "small", "full", 0.25),
    ("building the 30 resources / full", "resources", "full", 0.5),
    ("compiling one serializer, once / full", "compiling", "full", 2.0),
    ("peek and validation of a PATCH, 0.7 kB / full", "peek and validation", "full", 0.25),
)


def measure(*, quick: bool) -> list[Line]:
    """Measure 30 trainings with 20 included, 45 kB."""
    times = best(contestants(), QUICK_ROUNDS if quick else ROUNDS)
    return [
        Line(
            text,
            times[ours] / times[other],
            budget,
            "x",
            detail=f"{times[ours]:.0f} / {times[other]:.0f} us",
        )
        for text, ours, other, budget in BUDGETS
    ]


def main() -> int:
    """Print the lines; the exit code counts those that fall short."""
    lines = measure(quick=False)
    for line in lines:
        print(line)
    return sum(not line.is_reached for line in lines)


if __name__ == "__main__":
    sys.exit(main())
