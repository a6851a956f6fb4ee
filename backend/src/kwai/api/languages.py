"""In which order a reader gets the texts of something: all of them, the best one first."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated, TypeVar

from fastapi import Depends
from starlette.requests import Request
from starlette.responses import Response

from kwai.api.call import get_call
from kwai.api.dependencies import SettingsDep
from kwai.core.domain.resource_query import ResourceQuery
from kwai.core.domain.value_objects.text import LocaleText
from kwai.core.settings import Settings
from kwai.core.text.languages import arrange, read_accept_language

FILTER = "locale"
R = TypeVar("R", bound=Response)


class TextOrder:
    """The languages of a reader: `filter[locale]`, else `Accept-Language`, then the club's own."""

    def __init__(self, request: Request, settings: Settings, chosen: str | None = None) -> None:
        website = settings.website
        header = request.headers.get("accept-language")
        self.wanted = (chosen,) if chosen else read_accept_language(header)
        self._offered = (website.default_locale, *website.locales)

    def arrange(self, texts: Iterable[LocaleText]) -> list[LocaleText]:
        """Put the best text first."""
        return arrange(texts, self.wanted, self._offered)

    @staticmethod
    def mark(response: R) -> R:
        """Tell caches that the answer depends on the languages of the reader."""
        response.headers.add_vary_header("Accept-Language")
        return response


async def get_text_order(request: Request, settings: SettingsDep) -> TextOrder:
    """Give the order that the query or the headers of a request ask for."""
    query = get_call(request).query
    chosen = query.filter.get(FILTER) if query else None
    return TextOrder(request, settings, None if chosen is None else str(chosen))


TextOrderDep = Annotated[TextOrder, Depends(get_text_order)]


def without_locale(query: ResourceQuery) -> ResourceQuery:
    """Leave out the filter that filters nothing, so that no command has to know it."""
    if FILTER not in query.filter:
        return query
    return replace(query, filter={k: v for k, v in query.filter.items() if k != FILTER})
