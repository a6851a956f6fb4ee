"""The order in which the dependencies of an endpoint are called."""

from collections.abc import AsyncIterator, Iterator
from typing import Annotated

import pytest
from fastapi import Depends
from fastapi.dependencies.utils import get_dependant
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kwai.api.app import create_app
from kwai.api.injection import compile_plan
from kwai.core.settings import DatabaseSettings
from tests.support.api import api_settings

Calls = list[str]


def request_with(calls: Calls) -> Request:
    return Request({"type": "http", "method": "GET", "headers": [], "calls": calls})


async def shared(request: Request) -> Calls:
    calls: Calls = request.scope["calls"]
    calls.append("shared")
    return calls


Shared = Annotated[Calls, Depends(shared)]


async def unit(calls: Shared) -> AsyncIterator[str]:
    calls.append("opened")
    yield "unit"
    calls.append("closed")


class Desk:
    def __init__(self, calls: Shared, unit: Annotated[str, Depends(unit)]) -> None:
        calls.append(f"desk of {unit}")
        self.calls = calls


async def endpoint(desk: Annotated[Desk, Depends(Desk)], calls: Shared) -> Response:
    calls.append("endpoint")
    return PlainTextResponse("done")


async def test_each_dependency_is_called_once_and_before_what_asks_for_it() -> None:
    calls: Calls = []
    plan = compile_plan(get_dependant(path="/", call=endpoint), {})
    assert plan is not None

    response = await plan(request_with(calls))

    assert calls == ["shared", "opened", "desk of unit", "endpoint", "closed"]
    assert response.body == b"done"


async def test_a_context_hears_of_the_error_of_the_endpoint() -> None:
    heard: list[str] = []

    async def careful() -> AsyncIterator[None]:
        try:
            yield
        except KeyError as error:
            heard.append(repr(error))
            raise ValueError("translated") from error

    async def failing(_: Annotated[None, Depends(careful)]) -> Response:
        raise KeyError("x")

    plan = compile_plan(get_dependant(path="/", call=failing), {})
    assert plan is not None

    with pytest.raises(ValueError, match="translated"):
        await plan(request_with([]))
    assert heard == ["KeyError('x')"]


async def test_what_is_overridden_brings_its_own_dependencies() -> None:
    async def other(calls: Shared) -> str:
        calls.append("other")
        return "nothing"

    calls: Calls = []
    plan = compile_plan(get_dependant(path="/", call=endpoint), {unit: other})
    assert plan is not None

    await plan(request_with(calls))

    assert calls == ["shared", "other", "desk of nothing", "endpoint"]


def test_parameters_are_left_to_fastapi() -> None:
    async def search(text: str) -> Response:
        return PlainTextResponse(text)

    assert compile_plan(get_dependant(path="/", call=search), {}) is None


def test_what_would_need_a_thread_is_refused() -> None:
    def slow() -> Iterator[None]:
        yield

    async def waiting(_: Annotated[None, Depends(slow)]) -> Response:
        return PlainTextResponse("")

    with pytest.raises(TypeError, match="asynchronous"):
        compile_plan(get_dependant(path="/", call=waiting), {})


def test_every_endpoint_has_a_plan() -> None:
    app = create_app(api_settings(DatabaseSettings()))

    targets = [target for address in app.table for target in address.targets.values()]

    left = {
        target.route.operation_id
        for target in targets
        if compile_plan(target.route.dependant, {}) is None
    }
    assert len(targets) > 100
    assert left == set()
