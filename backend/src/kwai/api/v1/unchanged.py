"""Tells that a list is unchanged by the versions of its rows, before the list is read."""

from collections.abc import Awaitable, Callable, Iterable
from typing import Annotated, Final, TypeVar

from fastapi import Depends
from starlette.requests import Request
from starlette.responses import Response

from kwai.api.call import get_call
from kwai.api.dependencies import KnownTagsDep, SettingsDep
from kwai.api.response import respond_unchanged
from kwai.core.domain.use_case import PageVersions

C = TypeVar("C")

#: What stands beside a row, and of which its versions tell.
_COVERED: Final = frozenset({"application", "author"})


class UnchangedPages:
    """The tag of a page, made of the versions of what stands on it.

    Which rows these are is found by the query of the page itself: at the second at which a story
    begins or ends the tag is another one, with no clock in it.
    """

    def __init__(self, request: Request, known: KnownTagsDep, settings: SettingsDep) -> None:
        self._query = get_call(request).query
        self._known = known
        self._settings = settings

    async def answer(
        self, get_versions: Callable[[C], Awaitable[PageVersions]], command: C
    ) -> Response | None:
        """Answer 304 when the client has the page; None when it has to be read."""
        if not self._known.are_given or not self._is_covered:
            return None
        tag = self.make_tag(await get_versions(command))
        return respond_unchanged(tag) if self._known.include(tag) else None

    def tag(self, total: int | None, rows: Iterable[tuple[int, ...]]) -> str | None:
        """Give the tag of a page that was read; None leaves it to the document."""
        if total is None or not self._is_covered:
            return None
        return self.make_tag(PageVersions(total, tuple(rows)))

    def make_tag(self, versions: PageVersions) -> str:
        """Make the tag of what these versions are of, for who is asking."""
        website = self._settings.website
        shown = (self._settings.base_url, website.name, website.timezone)
        languages = (website.default_locale, *website.locales)
        return self._known.make_tag(shown, languages, versions.total, versions.rows)

    @property
    def _is_covered(self) -> bool:
        if (query := self._query) is None:
            return True
        is_flat = not any(query.include[name] for name in query.include)
        is_cursor = query.page is not None and query.page.is_cursor
        return is_flat and not is_cursor and frozenset(query.include) <= _COVERED


UnchangedDep = Annotated[UnchangedPages, Depends(UnchangedPages)]
