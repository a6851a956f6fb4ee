"""Calls the dependencies of an endpoint in an order that was found when the application started.

FastAPI works that order out anew for every request, and hands each class among the dependencies
to a thread: together more than half of what a short answer costs. What is declared, documented
and checked by FastAPI stays so. An endpoint with parameters that FastAPI itself reads would also
run through it; none of ours has any.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import lru_cache
from inspect import isasyncgenfunction, iscoroutinefunction, isgeneratorfunction
from typing import Any, Final, Literal

from fastapi.dependencies.models import Dependant
from fastapi.dependencies.utils import get_dependant
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from kwai.api.sharing import reads_parameters

Overrides = Mapping[Callable[..., Any], Callable[..., Any]]
Kind = Literal["plain", "awaited", "entered"]
#: Calls all that an endpoint needs, each once and before what asks for it, and then the endpoint,
#: whose answer it gives. The contexts are left before: an error at the commit is not hidden by it.
Plan = Callable[[Request], Awaitable[Response]]

_AWAIT: Final[Mapping[Kind, str]] = {"plain": "", "awaited": "await "}

#: The place of the request among the values.
_REQUEST: Final = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One call, and the places of the values that it takes: the request, then those of the steps.

    Attributes:
        kind: An `entered` call is a context that is left when the endpoint has returned.
    """

    call: Callable[..., Any]
    kind: Kind
    arguments: Sequence[tuple[str, int]]


def compile_plan(endpoint: Dependant, overrides: Overrides) -> Plan | None:
    """Find the order of the calls; None when FastAPI itself has to read a parameter."""
    planner = _Planner(overrides)
    return _compile(planner.steps) if planner.place(endpoint) is not None else None


def create_endpoint_app(endpoint: Dependant, overrides: Overrides, other: ASGIApp) -> ASGIApp:
    """Create the ASGI application of an endpoint; `other` is the one that FastAPI built of it.

    That there is a plan, and what it would need, is found out at once; it is compiled with the
    first request, because most endpoints see none for a long time. `overrides` may be filled
    later; it is looked at with each request.
    """
    if _Planner({}).place(endpoint) is None:
        return other
    fixed: Plan | None = None

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        nonlocal fixed
        if overrides:
            plan = compile_plan(endpoint, overrides)
        else:
            plan = fixed = fixed or compile_plan(endpoint, {})
        if plan is None:
            await other(scope, receive, send)
            return
        response = await plan(Request(scope, receive, send))
        await response(scope, receive, send)

    return app


class _Planner:
    def __init__(self, overrides: Overrides) -> None:
        self._overrides = overrides
        self._places: dict[Callable[..., Any], int] = {}
        self.steps: list[Step] = []

    def place(self, dependant: Dependant) -> int | None:
        """Plan a call with all that it needs, and tell where its value will stand."""
        call = dependant.call
        if call is None:
            return None
        if (known := self._places.get(call)) is not None:
            return known
        actual = self._override(dependant)
        arguments = self._arguments(actual)
        if arguments is None or actual.call is None:
            return None
        made, kind = _recognise(actual.call)
        self.steps.append(Step(call=made, kind=kind, arguments=arguments))
        self._places[call] = len(self.steps)
        return len(self.steps)

    def _override(self, dependant: Dependant) -> Dependant:
        override = self._overrides.get(dependant.call) if dependant.call else None
        if override is None:
            return dependant
        return get_dependant(path=dependant.path or "", call=override, name=dependant.name)

    def _arguments(self, dependant: Dependant) -> Sequence[tuple[str, int]] | None:
        if reads_parameters(dependant):
            return None
        arguments: list[tuple[str, int]] = []
        for below in dependant.dependencies:
            if (place := self.place(below)) is None:
                return None
            # One without a name is called for what it does.
            if below.name is not None:
                arguments.append((below.name, place))
        if dependant.request_param_name is not None:
            arguments.append((dependant.request_param_name, _REQUEST))
        return arguments


def _compile(steps: Sequence[Step]) -> Plan:
    """Write the calls down one after the other, so that nothing is looked up while they run."""
    margin = "        "
    lines = [f"    async def run(value_{_REQUEST}):"]
    for place, step in enumerate(steps, 1):
        given = ", ".join(f"{name}=value_{at}" for name, at in step.arguments)
        call = f"call_{place}({given})"
        if step.kind == "entered":
            lines.append(f"{margin}async with {call} as value_{place}:")
            margin += "    "
        else:
            lines.append(f"{margin}value_{place} = {_AWAIT[step.kind]}{call}")
    lines.append(f"{margin}return value_{len(steps)}")
    names = ", ".join(f"call_{place}" for place in range(1, len(steps) + 1))
    bind = _bind("\n".join([f"def bind({names}):", *lines, "    return run"]))
    return bind(*(step.call for step in steps))


@lru_cache(maxsize=512)
def _bind(source: str) -> Callable[..., Plan]:
    """Compile a plan without its calls: many routes have the same one but for these."""
    scope: dict[str, Any] = {}
    exec(compile(source, "<plan>", "exec"), scope)  # noqa: S102  # names of parameters
    bind: Callable[..., Plan] = scope["bind"]
    return bind


# Most endpoints ask for the same few things.
@lru_cache(maxsize=512)
def _recognise(call: Callable[..., Any]) -> tuple[Callable[..., Any], Kind]:
    # What is called is the function itself, or the method of an object.
    bodies = (call, type(call).__call__)
    if any(map(isasyncgenfunction, bodies)):
        return asynccontextmanager(call), "entered"
    if any(map(isgeneratorfunction, bodies)):
        raise TypeError(f"{call!r} would need a thread: make it an asynchronous generator.")
    return call, "awaited" if any(map(iscoroutinefunction, bodies)) else "plain"
