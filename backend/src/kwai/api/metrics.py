"""Figures for Prometheus; /metrics is for this machine, or for who holds the token."""

import hmac
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kwai.api.client import TrustedProxies
from kwai.core.dependencies import create_database
from kwai.core.events.metrics import CONTENT_TYPE, render_metrics
from kwai.core.settings import Settings

if TYPE_CHECKING:
    from prometheus_client import Counter, Histogram

_METHODS = frozenset({"GET", "HEAD", "POST", "PATCH", "DELETE", "OPTIONS", "PUT"})
_BUCKETS = (0.005, 0.02, 0.1, 0.5, 2.0)


def observe_request(method: str, template: str, status: int, seconds: float) -> None:
    """Count an answered request by its route, never by its address."""
    # A label that a client may choose freely would grow without end.
    known = method if method in _METHODS else "other"
    count, observe = _figures_of(known, template or "other", status)
    count()
    observe(seconds)


async def get_metrics(request: Request) -> Response:
    """Give the figures of this process and of the queue."""
    if (refusal := _refuse(request)) is not None:
        return refusal
    from prometheus_client import generate_latest

    settings: Settings = request.app.state.settings
    async with create_database(settings.db).unit(read_only=True) as database:
        figures = generate_latest() + await render_metrics(database)
    return Response(figures, headers={"Content-Type": CONTENT_TYPE})


def _refuse(request: Request) -> Response | None:
    settings: Settings = request.app.state.settings
    proxies: TrustedProxies = request.app.state.proxies
    token = settings.security.metrics_token.get_secret_value()
    given = request.headers.get("authorization", "").encode()
    if token and hmac.compare_digest(given, f"Bearer {token}".encode()):
        return None
    if proxies.is_local(request.scope):
        return None
    if token:
        return PlainTextResponse("", 401, {"WWW-Authenticate": "Bearer"})
    return PlainTextResponse("", 403)


@cache
def _figures_of(
    method: str, route: str, status: int
) -> tuple[Callable[[], None], Callable[[float], None]]:
    counter, histogram = _figures()
    return counter.labels(method, route, str(status)).inc, histogram.labels(route).observe


@cache
def _figures() -> "tuple[Counter, Histogram]":
    from prometheus_client import Counter, Histogram

    counter = Counter(
        "kwai_http_requests_total", "Requests answered.", ("method", "route", "status")
    )
    histogram = Histogram(
        "kwai_http_request_seconds", "Seconds per request.", ("route",), buckets=_BUCKETS
    )
    return counter, histogram
