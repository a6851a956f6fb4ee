"""The floor answers what kwai answers, or what is measured beside it means nothing."""

import pytest

from bench import writing
from bench.load import request
from bench.requests import REQUESTS, arranged, headers_for, tag_of
from bench.stage import Stage


@pytest.mark.parametrize("number", REQUESTS)
def test_the_floor_answers_the_same(stage: Stage, number: str) -> None:
    path, headers = REQUESTS[number][1], headers_for(number, stage.token)

    ours, theirs = (request(each.port, path, headers) for each in (stage.kwai, stage.floor))

    assert ours[0] == theirs[0] == 200
    assert arranged(theirs[1]) == arranged(ours[1])


def test_a_month_is_a_whole_page_of_trainings(stage: Stage) -> None:
    document = arranged(request(stage.kwai.port, REQUESTS["P1"][1], {})[1])

    assert len(document["data"]) == 30
    assert {each["type"] for each in document["included"]} == {
        "coaches",
        "teams",
        "training_definitions",
    }


def test_p7_is_an_answer_without_a_body(stage: Stage) -> None:
    path = REQUESTS["P1"][1]
    headers = {"If-None-Match": tag_of(stage.kwai.port, path)}

    assert request(stage.kwai.port, path, headers) == (304, b"")


def test_p8_the_floor_creates_the_same_training(stage: Stage) -> None:
    headers, bodies = writing.headers(stage.token), writing.NewTrainings()
    answers = []

    for server in (stage.kwai, stage.floor):
        body = bodies()
        status, answer = request(server.port, writing.PATH, headers, body)
        created = arranged(answer)["data"]["id"]
        stored = request(stage.kwai.port, f"{writing.PATH}/{created}", {})
        answers.append((status, writing.comparable(answer, body), _shown(stored[1])))

    assert answers[0] == answers[1]
    assert answers[0][0] == 201


def test_p8_the_floor_looks_for_clashes(stage: Stage) -> None:
    headers, body = writing.headers(stage.token), writing.NewTrainings(2070)()
    request(stage.floor.port, writing.PATH, headers, body)

    statuses = [
        request(server.port, writing.PATH, headers, body)[0] for server in (stage.kwai, stage.floor)
    ]

    assert statuses == [409, 409]


def _shown(answer: bytes) -> object:
    attributes = arranged(answer)["data"]["attributes"]
    del attributes["event"]["start_date"], attributes["event"]["end_date"]
    del attributes["contents"][0]["title"]
    return attributes
