"""Module that implements the endpoint for what the web application asks first."""

from fastapi import APIRouter
from starlette.responses import Response

from kwai.api.dependencies import SettingsDep
from kwai.api.operation import operation
from kwai.api.response import respond_meta
from kwai.api.route import KwaiRoute
from kwai.api.schemas.application import ApplicationResource

router = APIRouter(prefix="/portal", tags=["portal"], route_class=KwaiRoute)


@router.get(
    "/settings",
    **operation(ApplicationResource, "action", id="get_portal_settings", answers_meta=True),
)
async def get_portal_settings(settings: SettingsDep) -> Response:
    """Get what the club looks like and which languages it speaks."""
    website = settings.website
    return respond_meta(
        {
            "name": website.name,
            "logo": website.logo or None,
            "colors": website.colors,
            "locales": list(website.locales),
            "default_locale": website.default_locale,
            "timezone": website.timezone,
        }
    )
