"""The class of all routes of the API."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, Final

from fastapi import Depends
from fastapi.dependencies.models import Dependant
from fastapi.params import Depends as Dependency
from fastapi.routing import APIRoute
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import compile_path
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kwai.api.call import CALL_KEY, Call
from kwai.api.dependencies import get_current_login
from kwai.api.operation import AtomicOperations, Operation
from kwai.api.rules import MissingRuleException, Rule, rule_of
from kwai.api.security import NamedStepUp, RoleCheck
from kwai.api.sharing import SHARED
from kwai.api.staleness import explain
from kwai.core.db.exceptions import TransientException
from kwai.core.db.session import retry_delay
from kwai.core.domain.exceptions import StaleVersionException
from kwai.core.failpoint import failpoint
from kwai.core.json_api import (
    ATOMIC,
    JsonApiException,
    Negotiated,
    Resource,
    error,
    negotiate,
    resource_of,
)
from kwai.core.json_api.negotiation import media_type

APP_KEY: Final = "kwai.app"
_COLLEAGUES: Final = frozenset({"coach", "author", "admin"})
ATTEMPTS: Final = 3


class RetryRoute(APIRoute):
    """Reruns the whole unit when another one stood in its way (database.md X3)."""

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        app: ASGIApp = scope.get(APP_KEY) or super().handle
        body = _Body(receive)
        for attempt in range(1, ATTEMPTS + 1):
            sending = _Sending(send)
            try:
                # A copy: what the first run left in its scope is not for the second one.
                await app(dict(scope), body.replay(), sending)
                return
            except TransientException:
                if sending.has_started or attempt == ATTEMPTS:
                    raise
            await asyncio.sleep(retry_delay(attempt))


class KwaiRoute(RetryRoute):
    """A route that has a rule, and passes its checks in the order of jsonapi.md.

    It negotiates, asks for the role, parses the query and the body; only then the endpoint runs.
    """

    rule: Rule
    operation: Operation | None
    moved_below = ""

    def __init__(
        self,
        path: str,
        endpoint: Callable[..., Any],
        *,
        operation_id: str | None = None,
        dependencies: Sequence[Dependency] | None = None,
        **options: Any,
    ) -> None:
        given = list(dependencies or [])
        self.operation = next(
            (each.dependency for each in given if isinstance(each.dependency, Operation)), None
        )
        self.is_atomic = any(isinstance(each.dependency, AtomicOperations) for each in given)
        shared = self.operation.rule_id if self.operation else None
        self.rule = rule_of(shared or operation_id)
        super().__init__(
            path,
            endpoint,
            operation_id=operation_id,
            dependencies=[*_checks_before(self.rule), *given, *_checks_after(self.rule)],
            **options,
        )
        SHARED.share(self.dependant)
        if self.rule.anonymous == "all" and _asks_who(self.dependant):
            raise MissingRuleException(
                f"{operation_id} asks for the login that its rule does not look for."
            )

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Let FastAPI build its way through a route when it is first gone: most have a plan."""
        built: list[Callable[[Request], Coroutine[Any, Any, Response]]] = []
        build = super().get_route_handler

        async def handle(request: Request) -> Response:
            if not built:
                built.append(build())
            return await built[0](request)

        return handle

    def move_below(self, prefix: str) -> None:
        """Let the address begin with a prefix, the same for all applications of a process.

        They share their routes, because nothing of an application is in them.
        """
        if self.moved_below == prefix:
            return
        if self.moved_below:
            raise ValueError(f"{self.path} was moved below {self.moved_below} already.")
        self.moved_below = prefix
        self.path = prefix + self.path
        self.path_regex, self.path_format, self.param_convertors = compile_path(self.path)

    @property
    def resource(self) -> Resource | None:
        """The declared resource that the route is about."""
        return resource_of(self.operation.resource) if self.operation else None

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.operation is not None or self.is_atomic:
            call: Call = scope[CALL_KEY]
            call.negotiated = self._negotiate(Headers(scope=scope))
        try:
            await super().handle(scope, receive, send)
        except StaleVersionException as stale:
            # Who may change only the own account is not told who else did.
            if scope[CALL_KEY].roles & _COLLEAGUES:
                await explain(stale, scope["app"].state.settings.db)
            raise

    def _negotiate(self, headers: Headers) -> Negotiated:
        accept, sent = headers.get("accept"), headers.get("content-type")
        negotiated = negotiate(accept, sent, _has_body(headers))
        if self.is_atomic and ATOMIC not in negotiate(None, sent, True).extensions:
            detail = f"Send the operations as {media_type((ATOMIC,))}."
            raise JsonApiException(error("unsupported_media_type", detail, header="Content-Type"))
        return negotiated


class _Body:
    """Keeps the messages of a body, so that a rerun can read it again."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._messages: list[Message] = []

    def replay(self) -> Receive:
        kept = iter(list(self._messages))

        async def receive() -> Message:
            for message in kept:
                return message
            message = await self._receive()
            self._messages.append(message)
            return message

        return receive


class _Sending:
    def __init__(self, send: Send) -> None:
        self._send = send
        self.has_started = False

    async def __call__(self, message: Message) -> None:
        if not self.has_started:
            failpoint("before_response")
        self.has_started = True
        await self._send(message)


def _checks_before(rule: Rule) -> list[Dependency]:
    # What everybody may do asks for no token, so a stale one does no harm (a login, for one).
    return [] if rule.anonymous == "all" else [Depends(RoleCheck(rule))]


def _checks_after(rule: Rule) -> list[Dependency]:
    return [Depends(NamedStepUp(rule.step_up))] if isinstance(rule.step_up, tuple) else []


def _asks_who(dependant: Dependant) -> bool:
    return dependant.call is get_current_login or any(
        _asks_who(below) for below in dependant.dependencies
    )


def _has_body(headers: Headers) -> bool:
    return headers.get("content-length", "0") != "0" or "transfer-encoding" in headers
