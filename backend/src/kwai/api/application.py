"""FastAPI with our own steps around it, our own way to a route, and our own OpenAPI document."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

import orjson
from fastapi import FastAPI
from fastapi.middleware.asyncexitstack import AsyncExitStackMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from kwai.api.client import TrustedProxies
from kwai.api.dispatch import Dispatcher, RouteTable
from kwai.api.middleware.context import RequestContext
from kwai.api.middleware.cors import ExactOrigins
from kwai.api.middleware.crash import ErrorStep
from kwai.api.middleware.headers import SecurityHeaders
from kwai.api.middleware.limits import RequestLimits
from kwai.api.openapi import create_document
from kwai.api.response import API_PATH
from kwai.api.route import KwaiRoute
from kwai.api.rules import NO_ROUTES, RULES, MissingRuleException
from kwai.api.throttle import Broom
from kwai.api.website import create_website
from kwai.core.json_api import Cursors, check_declarations, resource_of
from kwai.core.security.keys import Keys
from kwai.core.settings import Settings


class KwaiApplication(FastAPI):
    """The application of one set of settings."""

    def __init__(self, settings: Settings, **options: Any) -> None:
        super().__init__(openapi_url=None, redirect_slashes=False, **options)
        self.state.settings = settings
        self.state.api_url = settings.base_url + API_PATH
        self.state.cursors = Cursors(lambda: Keys.create(settings.security).cursor)
        self.state.proxies = TrustedProxies(settings.api.trusted_proxies)
        self.state.broom = Broom()

    @cached_property
    def table(self) -> RouteTable:
        """The addresses of all routes, which are complete when it is asked for first."""
        return RouteTable(self.routes, self.dependency_overrides)

    def build_middleware_stack(self) -> ASGIApp:
        """Put the steps around the routes; FastAPI calls this once, at the first event."""
        settings: Settings = self.state.settings
        website = create_website(settings.logo_file)
        app: ASGIApp = Dispatcher(self.table, website, self.router)
        # An endpoint without a plan would run through FastAPI, which leaves its contexts here.
        app = AsyncExitStackMiddleware(app)
        app = RequestLimits(app, max_body=settings.api.max_body_size)
        app = ErrorStep(app)
        app = ExactOrigins(app, settings.cors)
        app = SecurityHeaders(app, tls=settings.base_url.startswith("https:"))
        return RequestContext(app, self.state.proxies)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass through the steps; FastAPI would look for telemetry at each."""
        if scope["type"] != "http":
            await super().__call__(scope, receive, send)
            return
        if self.middleware_stack is None:
            self.middleware_stack = self.build_middleware_stack()
        scope["app"] = self
        await self.middleware_stack(scope, receive, send)

    def check_rules(self) -> None:
        """Compare the routes with the table of rules, and the resources with the routes.

        Raises:
            MissingRuleException: a rule has no route.
            DeclarationError: a resource cannot keep the contract, or a relationship has no route.
        """
        routes = [target.route for address in self.table for target in address.targets.values()]
        rest = RULES.keys() - {route.operation_id for route in routes} - NO_ROUTES
        if rest:
            raise MissingRuleException(f"No route has the rule of {', '.join(sorted(rest))}.")
        check_declarations(routes=set(_relationships(routes)))

    def openapi(self) -> dict[str, Any]:
        """Give the OpenAPI document; it is put together once, when somebody asks for it."""
        if self.openapi_schema is None:
            self.openapi_schema = create_document(super().openapi(), self.table)
        return self.openapi_schema

    @cached_property
    def openapi_bytes(self) -> bytes:
        """The OpenAPI document as it is sent; as objects it would take four times as much."""
        document = orjson.dumps(self.openapi())
        self.openapi_schema = None
        return document


def _relationships(routes: Iterable[KwaiRoute]) -> Iterator[tuple[str, str]]:
    for route in routes:
        operation = route.operation
        if operation is not None and operation.relationship is not None:
            yield resource_of(operation.resource).type, operation.relationship
