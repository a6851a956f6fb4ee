"""Module that implements the preview of a text."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel
from starlette.responses import Response

from kwai.api.dependencies import MetaDep
from kwai.api.operation import operation
from kwai.api.response import respond_meta
from kwai.api.route import KwaiRoute
from kwai.api.schemas.story import StoryResource
from kwai.api.schemas.text import Format, Source
from kwai.api.v1.texts import RendererDep
from kwai.core.json_api.envelopes import MetaEnvelope
from kwai.core.text.text_editor import compose
from kwai.core.text.text_renderer import TextFormat

router = APIRouter(prefix="/news", tags=["news"], route_class=KwaiRoute)


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewMeta:
    """A text as it is typed."""

    format: Format = "md"
    content: Source


class Preview(BaseModel):
    """The text as a reader sees it."""

    html: str


class PreviewDocument(MetaEnvelope):
    """The answer with a preview."""

    meta: Preview


@router.post(
    "/preview",
    **operation(
        StoryResource,
        "action",
        id="preview_text",
        meta=PreviewMeta,
        answers_meta=PreviewDocument,
    ),
)
async def preview_text(meta: Annotated[PreviewMeta, MetaDep], renderer: RendererDep) -> Response:
    """Get exactly what a reader would see of a text; nothing is stored."""
    [html] = await renderer.render(TextFormat(meta.format), compose(meta.content))
    return respond_meta({"html": html})
