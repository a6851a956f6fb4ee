"""Module that implements the use case: create a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.text import Text
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.core.text.text_editor import TextInput
from kwai.modules.portal.find_application import find_application
from kwai.modules.portal.page_writer import PageWriter
from kwai.modules.portal.pages.page import PageEntity


@dataclass(frozen=True, slots=True, kw_only=True)
class CreatePageCommand:
    """Input for the use case.

    Attributes:
        application: The id of the application that the page is in.
    """

    application: int
    contents: Sequence[TextInput]
    enabled: bool = False
    priority: int = 0
    remark: str = ""


class CreatePage(PageWriter):
    """Adds a page to the site."""

    async def execute(self, command: CreatePageCommand) -> PageEntity:
        """Execute the use case.

        Raises:
            RelatedNotFoundException: the application does not exist.
            UnprocessableException: there is no text, or something is wrong with one.
        """
        now = self._clock()
        # Before the first statement: rendering holds no lock.
        contents = await self._editor.write(Text(), command.contents, now)
        return await self._page_repo.create(
            PageEntity(
                enabled=command.enabled,
                application=await find_application(self._application_repo, command.application),
                contents=contents,
                priority=command.priority,
                remark=command.remark,
                traceable_time=TraceableTime(created_at=LocalTimestamp(now)),
            )
        )
