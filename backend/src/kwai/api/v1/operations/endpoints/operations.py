"""Module that implements the endpoint of atomic operations."""

from collections.abc import Sequence
from typing import Any, Final

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from kwai.api.dependencies import DatabaseDep
from kwai.api.operation import AtomicOperations
from kwai.api.operation_routes import OperationRoutes
from kwai.api.response import (
    JsonApiResponse,
    base_of,
    content_type,
    create_target,
    respond_nothing,
)
from kwai.api.route import KwaiRoute
from kwai.api.v1.operations.description import RESPONSES
from kwai.api.v1.operations.runner import OperationRunner
from kwai.core.json_api import OperationResult, read_operations, render_results

router = APIRouter(prefix="/operations", tags=["operations"], route_class=KwaiRoute)


class ResultsResponse(JsonApiResponse):
    """The results by position; rendered after the commit, like every document."""

    def __init__(self, results: Sequence[OperationResult]) -> None:
        super().__init__(None)
        self.results = results

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        self.body = render_results(self.results, create_target(request))
        self.headers["Content-Type"] = content_type(request)
        self.headers["Content-Length"] = str(len(self.body))
        await super().__call__(scope, receive, send)


@router.post(
    "",
    operation_id="run_operations",
    response_class=JsonApiResponse,
    response_model=None,
    responses=RESPONSES,
    dependencies=[Depends(AtomicOperations())],
)
async def run_operations(request: Request, db: DatabaseDep) -> Response:
    """Create, update, remove and link several resources: all of it, or nothing.

    Each operation is what the same request would be alone, and is allowed to the same people.
    """
    routes = _find_routes(request)
    operations = read_operations(
        await request.body(), base=base_of(request), among=routes.resources
    )
    results = await OperationRunner(request, routes, db).run(operations)
    return ResultsResponse(results) if any(each.resource for each in results) else respond_nothing()


_ROUTES: Final = "operation_routes"


def _find_routes(request: Request) -> OperationRoutes:
    """Give the routes of this application; they are gathered once."""
    state: Any = request.app.state
    if not hasattr(state, _ROUTES):
        setattr(state, _ROUTES, OperationRoutes(request.app.table))
    found: OperationRoutes = getattr(state, _ROUTES)
    return found
