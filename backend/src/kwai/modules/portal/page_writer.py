"""What the use cases that write a page have in common."""

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.text.text_editor import TextEditor
from kwai.modules.portal.applications.application_repository import ApplicationRepository
from kwai.modules.portal.pages.page_repository import PageRepository


class PageWriter:
    """The repositories, the editor and the clock of a page that is written."""

    def __init__(
        self,
        page_repo: PageRepository,
        application_repo: ApplicationRepository,
        *,
        editor: TextEditor,
        clock: Clock = utc_now,
    ) -> None:
        self._page_repo = page_repo
        self._application_repo = application_repo
        self._editor = editor
        self._clock = clock
