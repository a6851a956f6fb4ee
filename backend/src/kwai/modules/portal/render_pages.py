"""Module that implements the use case: make the HTML of all pages anew."""

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.entity import Entity
from kwai.core.text.text_editor import render_again
from kwai.core.text.text_renderer import TextRenderer
from kwai.modules.portal.pages.page_repository import PageRepository


class RenderPages:
    """Brings what readers get up to date, after the rules of what is safe have changed."""

    def __init__(
        self, page_repo: PageRepository, *, renderer: TextRenderer, clock: Clock = utc_now
    ) -> None:
        self._page_repo = page_repo
        self._renderer = renderer
        self._clock = clock

    async def execute(self) -> int:
        """Execute the use case, and tell how many texts changed."""
        changed = 0
        async for page in self._page_repo.get_all():
            contents = await render_again(page.contents, self._renderer)
            if contents != page.contents:
                before = set(page.contents)
                changed += sum(text not in before for text in contents)
                trace = page.traceable_time.mark_for_update(self._clock())
                await self._page_repo.update(
                    Entity.replace(page, contents=contents, traceable_time=trace)
                )
        return changed
