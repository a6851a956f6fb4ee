"""The innermost step: an error becomes an answer that passes all other steps on its way out."""

from typing import Final

from loguru import logger
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kwai.api.call import CALL_KEY
from kwai.api.errors import ErrorAnswer, answer_to, crash_answer

UNAVAILABLE: Final = 503


class ErrorStep:
    """Answers errors; FastAPI's own handlers would answer inside the route, before a retry."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def watch(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, watch)
        except Exception as error:
            if started:
                raise
            answer = answer_to(error, scope) or _report(error, scope)
            if answer.status == UNAVAILABLE:
                # The client is not told what is away; who looks into the log has to know.
                scope[CALL_KEY].reason = str(error)
            await _create_response(answer)(scope, receive, send)


def _report(error: Exception, scope: Scope) -> ErrorAnswer:
    logger.opt(exception=error).error("A request failed")
    return crash_answer(scope[CALL_KEY].request_id)


def _create_response(answer: ErrorAnswer) -> Response:
    return Response(answer.render(), status_code=answer.status, headers=answer.headers)
