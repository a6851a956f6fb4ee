"""Lets other sites call the API from a browser: exact origins, none by default."""

from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kwai.core.settings import CORSSettings

METHODS: Final = "GET, HEAD, POST, PATCH, DELETE"
REQUEST_HEADERS: Final = (
    "Accept, Accept-Language, Authorization, Content-Type, If-Match, If-None-Match, X-Kwai-Client"
)
RESPONSE_HEADERS: Final = "Allow, ETag, Location, Retry-After, X-Request-ID"
MAX_AGE: Final = "600"


class ExactOrigins:
    """Answers preflights and marks answers for the origins of the settings, letter by letter.

    Any other origin gets the ordinary answer, which its browser then keeps from it.
    """

    def __init__(self, app: ASGIApp, settings: CORSSettings) -> None:
        self._app = app
        self._origins = frozenset(settings.origins)
        self._credentials = settings.credentials

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not self._origins:
            await self._app(scope, receive, send)
            return
        request = Headers(scope=scope)
        origin = request.get("origin")
        allowed = self._allow(origin) if origin else {}
        if allowed and _is_preflight(scope, request):
            await self._answer_preflight(allowed)(scope, receive, send)
            return

        async def mark(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message.setdefault("headers", []))
                headers.update(allowed)
                headers.add_vary_header("Origin")
                message["headers"] = headers.raw
            await send(message)

        await self._app(scope, receive, mark)

    def _allow(self, origin: str) -> dict[str, str]:
        if "*" in self._origins:
            return {
                "Access-Control-Allow-Origin": "*",
                "Access-Control-Expose-Headers": RESPONSE_HEADERS,
            }
        if origin not in self._origins:
            return {}
        allowed = {
            "Access-Control-Allow-Origin": origin,
            "Access-Control-Expose-Headers": RESPONSE_HEADERS,
            # The table of headers says same-origin, which a browser would enforce here as well.
            "Cross-Origin-Resource-Policy": "cross-origin",
        }
        return allowed | ({"Access-Control-Allow-Credentials": "true"} if self._credentials else {})

    def _answer_preflight(self, allowed: dict[str, str]) -> Response:
        return Response(
            status_code=204,
            headers=allowed
            | {
                "Access-Control-Allow-Methods": METHODS,
                "Access-Control-Allow-Headers": REQUEST_HEADERS,
                "Access-Control-Max-Age": MAX_AGE,
                "Vary": "Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            },
        )


def _is_preflight(scope: Scope, request: Headers) -> bool:
    return scope["method"] == "OPTIONS" and "access-control-request-method" in request
