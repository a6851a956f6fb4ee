"""What is refused or put right before anything else looks at a request."""

from typing import Final

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kwai.core.json_api import JsonApiException, error

MAX_QUERY: Final = 4096


class RequestLimits:
    """Takes one slash off the end of an address, and refuses what is too long or too large.

    It raises: the errors are answered by the step around it. The body is counted while it
    streams in, because a length in a header is only a claim.
    """

    def __init__(self, app: ASGIApp, *, max_body: int) -> None:
        self._app = app
        self._max_body = max_body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        _strip_slash(scope)
        if len(scope["query_string"]) > MAX_QUERY:
            raise JsonApiException(error("too_large", "The query is too long.", status=414))
        self._check_claim(Headers(scope=scope).get("content-length", ""))
        await self._app(scope, self._count(receive), send)

    def _check_claim(self, length: str) -> None:
        if length.isdecimal() and int(length[:20]) > self._max_body:
            raise HTTPException(413)

    def _count(self, receive: Receive) -> Receive:
        received = 0

        async def count() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self._max_body:
                # FastAPI turns every other exception of a body into a 400.
                raise HTTPException(413)
            return message

        return count


def _strip_slash(scope: Scope) -> None:
    path: str = scope["path"]
    if path.startswith("/api/") and path.endswith("/") and not path.endswith("//"):
        scope["path"] = path[:-1]
        scope["raw_path"] = scope.get("raw_path", b"").removesuffix(b"/")
