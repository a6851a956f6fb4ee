"""Module that implements the endpoint for what the web application asks first."""

from fastapi import APIRouter
from pydantic import BaseModel
from starlette.responses import Response

from kwai.api.dependencies import SettingsDep
from kwai.api.operation import operation
from kwai.api.response import respond_meta
from kwai.api.route import KwaiRoute
from kwai.api.schemas.application import ApplicationResource
from kwai.api.website import LOGO
from kwai.core.json_api.envelopes import MetaEnvelope

router = APIRouter(prefix="/portal", tags=["portal"], route_class=KwaiRoute)


class SettingsMeta(BaseModel):
    """What the web application asks first; each color is `#rrggbb`, the logo an address."""

    name: str
    logo: str | None
    colors: dict[str, str]
    locales: list[str]
    default_locale: str
    timezone: str
    password_min_length: int


class SettingsDocument(MetaEnvelope):
    """The answer with the settings."""

    meta: SettingsMeta


@router.get(
    "/settings",
    **operation(
        ApplicationResource, "action", id="get_portal_settings", answers_meta=SettingsDocument
    ),
)
async def get_portal_settings(settings: SettingsDep) -> Response:
    """Get what the club looks like and which languages it speaks."""
    website = settings.website
    return respond_meta(
        {
            "name": website.name,
            "logo": f"/{LOGO}" if website.logo else None,
            "colors": website.colors,
            "locales": list(website.locales),
            "default_locale": website.default_locale,
            "timezone": website.timezone,
            "password_min_length": settings.security.password_min_length,
        }
    )
