"""What is no part of the club: health, the OpenAPI document and the page to read it."""

from importlib.resources import files
from typing import Annotated, Final

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from kwai.api.dependencies import SettingsDep, path_text
from kwai.api.operation import plain_operation
from kwai.api.readiness import read_readiness
from kwai.api.response import PlainJsonResponse
from kwai.api.route import KwaiRoute
from kwai.core.domain.exceptions import NotFoundException

router = APIRouter(prefix="/api", tags=["system"], route_class=KwaiRoute)

RETRY_AFTER: Final = "5"
ASSETS: Final = {
    "docs.css": "text/css; charset=utf-8",
    "docs.js": "text/javascript; charset=utf-8",
}


@router.get("/health", **plain_operation(id="get_health"))
async def get_health() -> Response:
    """Tell that the process is up."""
    return PlainJsonResponse({"status": "ok"})


@router.get("/ready", **plain_operation(id="get_ready"))
async def get_ready(settings: SettingsDep) -> Response:
    """Tell whether requests can be answered; a degraded bus only delays mails."""
    readiness = await read_readiness(settings)
    return PlainJsonResponse(
        readiness.describe(),
        status_code=200 if readiness.is_ready else 503,
        headers={} if readiness.is_ready else {"Retry-After": RETRY_AFTER},
    )


@router.get("/openapi.json", include_in_schema=False, **plain_operation(id="get_openapi"))
async def get_openapi(request: Request) -> Response:
    """Give the OpenAPI document."""
    return Response(request.app.openapi_bytes, media_type="application/json")


@router.get("/docs", include_in_schema=False, **plain_operation(id="get_docs"))
async def get_docs() -> Response:
    """Give the page that shows the OpenAPI document."""
    return _read_asset("docs.html", "text/html; charset=utf-8")


@router.get("/docs/{name}", include_in_schema=False, **plain_operation(id="get_docs_asset"))
async def get_docs_asset(name: Annotated[str, Depends(path_text("name"))]) -> Response:
    """Give a part of that page."""
    if name not in ASSETS:
        raise NotFoundException("This does not exist.")
    return _read_asset(name, ASSETS[name])


def _read_asset(name: str, media_type: str) -> Response:
    content = files("kwai.api").joinpath("docs", name).read_bytes()
    return Response(content, media_type=media_type)
