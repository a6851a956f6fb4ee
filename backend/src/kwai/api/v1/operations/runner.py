"""Does atomic operations by the endpoints that do them alone, all in one unit."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import Message, Receive, Scope

from kwai.api.call import CALL_KEY, Call, get_call
from kwai.api.errors import answer_to
from kwai.api.operation_routes import METHODS, OperationRoute, OperationRoutes
from kwai.api.response import LinkageResponse
from kwai.api.rules import Rule
from kwai.api.security import RoleCheck, require_confirmation
from kwai.core.db.database import Database
from kwai.core.db.exceptions import ForeignKeyViolation, UniqueViolation
from kwai.core.domain.exceptions import (
    DomainException,
    TooManyRequestsException,
    UnavailableException,
)
from kwai.core.json_api import (
    JsonApiException,
    Lids,
    Operation,
    OperationResult,
    resource_of,
)

# What the client says about its whole request; the rest would be about the wrong body.
_KEPT: Final = frozenset({b"authorization", b"user-agent", b"accept-language"})
# These have headers of their own, or stand for the state of the server: they pass as they are.
_PASSING: Final = (TooManyRequestsException, UnavailableException)
_REFUSALS: Final = (
    JsonApiException,
    DomainException,
    HTTPException,
    UniqueViolation,
    ForeignKeyViolation,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """An operation as a request of its own."""

    operation: Operation
    route: OperationRoute
    scope: Scope

    @property
    def rule(self) -> Rule:
        """The rule that the request would have alone."""
        return self.route.target.route.rule

    @property
    def call(self) -> Call:
        """What is known about it."""
        call: Call = self.scope[CALL_KEY]
        return call


class OperationRunner:
    """Runs the operations of one request; the first that fails ends them all."""

    def __init__(self, request: Request, routes: OperationRoutes, database: Database) -> None:
        self._request = request
        self._routes = routes
        self._database = database
        self._lids = Lids()

    async def run(self, operations: Sequence[Operation]) -> list[OperationResult]:
        """Do the operations in their order, after every one of them was found to be allowed.

        Raises:
            JsonApiException: one of them was refused; its pointers tell which.
        """
        steps = [self._plan(each) for each in operations]
        for step in steps:
            with _located(step.operation, step.scope):
                await self._check(step)
        return [await self._do(step) for step in steps]

    def _plan(self, operation: Operation) -> Step:
        with _located(operation, self._request.scope):
            route = self._routes.find(operation)
        return Step(operation=operation, route=route, scope=self._create_scope(operation, route))

    def _create_scope(self, operation: Operation, route: OperationRoute) -> Scope:
        outer, target = self._request.scope, route.target
        known = get_call(self._request)
        call = Call(request_id=known.request_id, login=known.login, unit=self._database)
        return {
            **outer,
            "method": METHODS[operation.kind],
            "query_string": b"",
            "headers": [each for each in outer["headers"] if each[0] in _KEPT],
            "path_params": {},
            "endpoint": target.endpoint,
            "route": target.route,
            CALL_KEY: call,
        }

    async def _check(self, step: Step) -> None:
        rule = step.rule
        if rule.anonymous != "all":
            await RoleCheck(rule)(Request(step.scope), step.call.login)
        if isinstance(rule.step_up, tuple) and set(rule.step_up) & _names(step.operation):
            require_confirmation(step.call)

    async def _do(self, step: Step) -> OperationResult:
        operation = step.operation
        with _located(operation, step.scope):
            if step.route.id_name is not None:
                step.scope["path_params"] = {step.route.id_name: operation.id_of(self._lids)}
            receive = _receive(operation.body(self._lids))
            await step.route.target.app(step.scope, receive, _discard)
        return self._result(operation, step.call)

    def _result(self, operation: Operation, call: Call) -> OperationResult:
        answer = call.answer
        if answer is None:
            return OperationResult()
        if isinstance(answer, LinkageResponse):
            return OperationResult(
                resource=answer.resource, linkage=answer.name, query=answer.query
            )
        if operation.kind == "create" and answer.resource is not None:
            declared = resource_of(answer.resource)
            self._lids.assign(declared.type, operation.lid, declared.id_of(answer.resource))
        return OperationResult(resource=answer.resource, query=answer.query)


@contextmanager
def _located(operation: Operation, scope: Scope) -> Iterator[None]:
    """Let an error say to which operation it belongs."""
    try:
        yield
    except _PASSING:
        raise
    except _REFUSALS as problem:
        answer = answer_to(problem, scope)
        if answer is None:
            raise
        errors = [
            replace(each, pointer=operation.pointer + (each.pointer or ""), parameter=None)
            for each in answer.errors
        ]
        raise JsonApiException(*errors) from problem


def _names(operation: Operation) -> set[str]:
    """Name the members that an operation brings, as far as its document can be read."""
    relationship = operation.target.relationship
    names = set() if relationship is None else {relationship.name}
    data: Any = operation.document.get("data")
    for part in ("attributes", "relationships"):
        members = data.get(part) if isinstance(data, dict) else None
        names |= set(members) if isinstance(members, dict) else set()
    return names


def _receive(body: bytes) -> Receive:
    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


async def _discard(message: Message) -> None:
    """Nobody reads the answer of a single operation."""
