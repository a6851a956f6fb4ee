"""Module that implements the use case: update a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from kwai.core.domain.entity import Entity
from kwai.core.text.text_editor import TextInput
from kwai.modules.portal.find_application import find_application
from kwai.modules.portal.page_writer import PageWriter
from kwai.modules.portal.pages.page import PageEntity, PageIdentifier


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdatePageCommand:
    """Input for the use case: everything that can change."""

    id: int
    application: int
    contents: Sequence[TextInput]
    enabled: bool
    priority: int
    remark: str


class UpdatePage(PageWriter):
    """Changes a page; a text that stays the same keeps its author."""

    async def execute(self, command: UpdatePageCommand) -> PageEntity:
        """Execute the use case.

        Raises:
            PageNotFoundException: there is none with this id.
            RelatedNotFoundException: the application does not exist.
            UnprocessableException: there is no text, or something is wrong with one.
        """
        now, id_ = self._clock(), PageIdentifier(command.id)
        page = await self._page_repo.get_by_id(id_, for_update=True)
        application = page.application
        if application.id.value != command.application:
            application = await find_application(self._application_repo, command.application)
        await self._page_repo.update(
            Entity.replace(
                page,
                application=application,
                contents=await self._editor.write(page.contents, command.contents, now),
                enabled=command.enabled,
                priority=command.priority,
                remark=command.remark,
                traceable_time=page.traceable_time.mark_for_update(now),
            )
        )
        return await self._page_repo.get_by_id(id_)
