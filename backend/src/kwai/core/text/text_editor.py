"""Applies what an author wrote to the texts of something."""

import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.domain.plain_text import UnsafeTextException, single_line
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.domain.value_objects.text import LocaleText, Text
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.core.text.text_renderer import TextFormat, TextRenderer

LONGEST_TITLE = 255
MEMBER = "contents"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextInput:
    """A text in one language, as its author typed it."""

    locale: str
    title: str
    format: TextFormat = TextFormat.MARKDOWN
    summary: str = ""
    content: str = ""


class TextEditor:
    """Makes texts of what was typed; the HTML is made here, once, and never when it is read.

    `locales` are the languages of the club; a text in another one may stay when it is there.
    """

    def __init__(self, renderer: TextRenderer, locales: Collection[str], author: Owner) -> None:
        self._renderer = renderer
        self._locales = locales
        self._author = author

    async def write(self, current: Text, inputs: Sequence[TextInput], now: datetime) -> Text:
        """Give the texts as typed; one that did not change keeps its author and its HTML.

        Raises:
            UnprocessableException: there is no text, two have one language, the club does not
                offer it, or a text is too long or takes too long.
        """
        self._check(current, inputs)
        texts = {each.locale: await self._write_one(current, each, now) for each in inputs}
        return Text(texts)

    def _check(self, current: Text, inputs: Sequence[TextInput]) -> None:
        if not inputs:
            raise UnprocessableException(
                "A text in one language is needed.", member=MEMBER, reason="text_needed"
            )
        given = [each.locale for each in inputs]
        if len(set(given)) < len(given):
            raise UnprocessableException(
                "There is one text per language.", member=MEMBER, reason="language_twice"
            )
        if unknown := sorted({*given} - {*self._locales, *current.locales}):
            offered = ", ".join(self._locales)
            raise UnprocessableException(
                f"{', '.join(unknown)}: the languages are {offered}.",
                member=MEMBER,
                reason="language_unknown",
                languages=offered,
            )

    async def _write_one(self, current: Text, typed: TextInput, now: datetime) -> LocaleText:
        old = current.get_translation(typed.locale) if typed.locale in current.locales else None
        title, summary, content = (
            _title(typed.title),
            compose(typed.summary),
            compose(typed.content),
        )
        source = (typed.format.value, title, summary, content)
        if old is not None and source == (old.format, old.title, old.summary, old.content):
            return old
        html_summary, html_content = await self._render(typed.format, summary, content)
        return LocaleText(
            locale=typed.locale,
            format=typed.format.value,
            title=title,
            summary=summary,
            content=content,
            html_summary=html_summary,
            html_content=html_content,
            author=self._author,
            traceable_time=_trace(old, now),
        )

    async def _render(self, format_: TextFormat, *sources: str) -> list[str]:
        try:
            return await self._renderer.render(format_, *sources)
        except UnprocessableException as problem:
            raise _of_texts(problem) from None


def _trace(old: LocaleText | None, now: datetime) -> TraceableTime:
    if old is None:
        return TraceableTime(created_at=LocalTimestamp(now))
    created_at = old.traceable_time.created_at
    return TraceableTime(created_at=created_at, updated_at=LocalTimestamp(now))


def _title(text: str) -> str:
    try:
        title = single_line(text)
    except UnsafeTextException as problem:
        raise _of_texts(problem) from None
    if not 0 < len(title) <= LONGEST_TITLE:
        raise UnprocessableException(
            f"A title has 1 to {LONGEST_TITLE} characters.",
            member=MEMBER,
            reason="title_length",
            count=LONGEST_TITLE,
        )
    return title


def _of_texts(problem: UnprocessableException) -> UnprocessableException:
    return UnprocessableException(
        str(problem), member=MEMBER, reason=problem.reason, **problem.facts
    )


def compose(text: str) -> str:
    """Give a text in its composed form (NFC), as it is stored."""
    return unicodedata.normalize("NFC", text)


async def render_again(current: Text, renderer: TextRenderer) -> Text:
    """Give the same texts with the HTML that the renderer makes of them now."""
    texts = {}
    for each in current:
        summary, content = await renderer.render(
            TextFormat(each.format), each.summary, each.content
        )
        texts[each.locale] = replace(each, html_summary=summary, html_content=content)
    return Text(texts)
