"""The outermost step: gives a request its name, its log record and its figures."""

import re
import secrets
from time import perf_counter

from loguru import logger
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kwai.api.call import CALL_KEY, Call
from kwai.api.client import TrustedProxies
from kwai.api.metrics import observe_request
from kwai.core.logging import request_id as current_request_id

_FOREIGN_ID = re.compile(r"[A-Za-z0-9._-]{8,64}", re.ASCII)


class RequestContext:
    """Opens a `Call` for each request.

    A request id from outside is taken from a trusted proxy only: anybody else could forge
    the trail of somebody in the log.
    """

    def __init__(self, app: ASGIApp, proxies: TrustedProxies) -> None:
        self._app = app
        self._proxies = proxies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        call = scope[CALL_KEY] = Call(request_id=self._name(scope))
        token = current_request_id.set(call.request_id)
        started = perf_counter()

        async def note_status(message: Message) -> None:
            if message["type"] == "http.response.start":
                call.status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, note_status)
        finally:
            _record(scope["method"], call, perf_counter() - started)
            current_request_id.reset(token)

    def _name(self, scope: Scope) -> str:
        given = Headers(scope=scope).get("x-request-id", "")
        if given and self._proxies.trust_peer(scope) and _FOREIGN_ID.fullmatch(given):
            return given
        return secrets.token_hex(8)


def _record(method: str, call: Call, seconds: float) -> None:
    observe_request(method, call.template, call.status, seconds)
    level = "WARNING" if call.status >= 500 else "DEBUG"
    milliseconds = round(seconds * 1000, 1)
    # The template and not the address: ids and queries are nobody's business in a log.
    logger.log(
        level,
        "Request answered",
        method=method,
        route=call.template,
        status=call.status,
        duration_ms=milliseconds,
        reason=call.reason,
    )
