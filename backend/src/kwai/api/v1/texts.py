"""The editor of texts, for endpoints that store some."""

from typing import Annotated

from fastapi import Depends

from kwai.api.dependencies import SettingsDep
from kwai.api.v1.owner import OwnerDep
from kwai.core.text.text_editor import TextEditor
from kwai.core.text.text_renderer import TextRenderer, create_renderer


async def get_renderer(settings: SettingsDep) -> TextRenderer:
    """Give what makes the HTML of texts."""
    return create_renderer(settings.base_url)


RendererDep = Annotated[TextRenderer, Depends(get_renderer)]


async def get_editor(settings: SettingsDep, renderer: RendererDep, owner: OwnerDep) -> TextEditor:
    """Give the editor that writes in the name of who is asking."""
    return TextEditor(renderer, settings.website.locales, owner)


EditorDep = Annotated[TextEditor, Depends(get_editor)]
