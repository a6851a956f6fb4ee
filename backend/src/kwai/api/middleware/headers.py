"""The headers of every answer: one table (security.md section 5)."""

from typing import Final, Literal

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kwai.api.call import CALL_KEY

Kind = Literal["api", "docs", "asset", "page"]
RawHeaders = list[tuple[bytes, bytes]]

_PAGE_POLICY: Final = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
# Vue makes its own policy for what v-html shows; no other code may turn a text into markup.
_WEBSITE_POLICY: Final = f"{_PAGE_POLICY}; require-trusted-types-for 'script'; trusted-types vue"
_DATA_POLICY: Final = "default-src 'none'; frame-ancestors 'none'"

ALL: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
TLS: Final = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains"}
BY_KIND: Final[dict[Kind, dict[str, str]]] = {
    "api": {"Content-Security-Policy": _DATA_POLICY, "Cache-Control": "no-cache"},
    "docs": {"Content-Security-Policy": _PAGE_POLICY, "Cache-Control": "no-cache"},
    "asset": {
        "Content-Security-Policy": _DATA_POLICY,
        "Cache-Control": "public, max-age=31536000, immutable",
    },
    "page": {"Content-Security-Policy": _WEBSITE_POLICY, "Cache-Control": "no-cache"},
}
NOT_STORED: Final = {"Cache-Control": "no-store"}
# Their addresses end in a secret: no other site may see where a link on them was clicked.
SECRET_PAGES: Final = ("/auth/reset", "/auth/invite")
SECRET_PAGE: Final = {"Referrer-Policy": "no-referrer"}
AUTH: Final = "/api/v1/auth"
LOGOUT: Final = "/api/v1/auth/logout"
VARY: Final = b"Accept, Authorization"
LOGGED_OUT: Final = {"Clear-Site-Data": '"cache", "storage"'}


class SecurityHeaders:
    """Completes the headers of each answer, whoever made it; what is there already stays."""

    def __init__(self, app: ASGIApp, *, tls: bool) -> None:
        self._app = app
        shared = ALL | (TLS if tls else {})
        self._tables = {kind: _encode(shared | table) for kind, table in BY_KIND.items()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def complete(message: Message) -> None:
            if message["type"] == "http.response.start":
                raw = list(message.get("headers", ()))
                self._complete(raw, scope, message["status"])
                message["headers"] = raw
            await send(message)

        await self._app(scope, receive, complete)

    def _complete(self, raw: RawHeaders, scope: Scope, status: int) -> None:
        kind = kind_of(scope["path"])
        present = {name for name, _ in raw}
        raw += [pair for pair in self._tables[kind] if pair[0] not in present]
        raw.append((b"x-request-id", scope[CALL_KEY].request_id.encode()))
        if exceptions := _exceptions(scope["path"], kind, status, Headers(scope=scope)):
            headers = MutableHeaders(raw=raw)
            for name, value in exceptions.items():
                headers[name] = value
        if kind == "api":
            _add_vary(raw)


def _add_vary(raw: RawHeaders) -> None:
    """Roles see different members: a cache must not give one what another one got."""
    for index, (name, value) in enumerate(raw):
        if name == b"vary":
            raw[index] = (name, value + b", " + VARY)
            return
    raw.append((b"vary", VARY))


def _encode(table: dict[str, str]) -> RawHeaders:
    return [(name.lower().encode(), value.encode()) for name, value in table.items()]


def kind_of(path: str) -> Kind:
    """Tell which row of the table an address belongs to."""
    if path == "/api/docs" or path.startswith("/api/docs/"):
        return "docs"
    if path in {"/api", "/metrics"} or path.startswith("/api/"):
        return "api"
    return "asset" if path.startswith("/assets/") else "page"


def _exceptions(path: str, kind: Kind, status: int, request: Headers) -> dict[str, str]:
    if kind == "api" and ("authorization" in request or path.startswith(AUTH)):
        return NOT_STORED | (LOGGED_OUT if path.rstrip("/") == LOGOUT else {})
    if kind == "asset" and status >= 400:
        return NOT_STORED
    return SECRET_PAGE if path.rstrip("/") in SECRET_PAGES else {}
