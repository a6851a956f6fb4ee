"""What an author typed becomes texts; what did not change stays as it is."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.name import Name
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.domain.value_objects.text import Text
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.text.text_editor import TextEditor, TextInput
from kwai.core.text.text_renderer import SHORT, SafeTextRenderer, TextFormat, TextRenderer

NOW = datetime(2026, 9, 1, 17, tzinfo=UTC)
LATER = datetime(2026, 9, 2, 17, tzinfo=UTC)


class Counting(TextRenderer):
    def __init__(self) -> None:
        self.rendered: list[str] = []

    async def render(self, format_: TextFormat, *sources: str) -> list[str]:
        self.rendered += sources
        return [f"<{format_.value}>{source}" for source in sources]


def editor(renderer: TextRenderer | None = None, number: int = 1) -> TextEditor:
    owner = Owner(id=IntIdentifier(number), uuid=UniqueId.generate(), name=Name())
    return TextEditor(renderer or Counting(), ("nl", "en"), owner)


def typed(locale: str = "nl", **changes: Any) -> TextInput:
    return TextInput(**{"locale": locale, "title": "Titel", "content": "Inhoud", **changes})


async def test_a_text_is_rendered_once() -> None:
    renderer = Counting()

    text = await editor(renderer).write(Text(), [typed(summary="Kort")], NOW)

    content = text.get_translation("nl")
    assert (content.html_summary, content.html_content) == ("<md>Kort", "<md>Inhoud")
    assert renderer.rendered == ["Kort", "Inhoud"]


async def test_an_unchanged_text_stays_of_its_author() -> None:
    text = await editor().write(Text(), [typed("nl"), typed("en")], NOW)
    other = Counting()

    changed = await editor(other, 2).write(text, [typed("nl"), typed("en", content="New")], LATER)

    assert changed.get_translation("nl") == text.get_translation("nl")
    english = changed.get_translation("en")
    assert english.author.id == IntIdentifier(2)
    assert english.traceable_time.created_at.timestamp == NOW
    assert english.traceable_time.updated_at.timestamp == LATER
    assert other.rendered == ["", "New"]


async def test_a_language_of_another_time_may_stay() -> None:
    text = await editor().write(Text(), [typed("nl")], NOW)
    english_only = TextEditor(Counting(), ("en",), text.get_translation("nl").author)

    assert await english_only.write(text, [typed("nl")], LATER) == text


@pytest.mark.parametrize(
    "inputs",
    [
        [],
        [typed("nl"), typed("nl")],
        [typed("de")],
        [typed(title=" ")],
        [typed(title="x" * 256)],
        [typed(title="a\nb")],
        [typed(content="é" * 40_000)],
    ],
    ids=["none", "twice", "language", "empty title", "long title", "two lines", "bytes"],
)
async def test_what_breaks_a_rule_is_refused(inputs: list[TextInput]) -> None:
    with pytest.raises(UnprocessableException) as caught:
        await editor(SafeTextRenderer("")).write(Text(), inputs, NOW)

    assert caught.value.member == "contents"


async def test_a_text_that_takes_too_long_is_refused() -> None:
    renderer = SafeTextRenderer("", seconds=0)

    with pytest.raises(UnprocessableException, match="too long to render"):
        await renderer.render(TextFormat.MARKDOWN, "x" * (SHORT + 1))


@pytest.mark.parametrize("more", [0, 1])
async def test_only_a_long_text_goes_to_a_thread(
    more: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[object] = []

    async def to_thread(function: Callable[..., list[str]], *args: object) -> list[str]:
        threads.append(function)
        return function(*args)

    monkeypatch.setattr(asyncio, "to_thread", to_thread)
    text = "x" * (SHORT // 2)

    found = await SafeTextRenderer("").render(TextFormat.MARKDOWN, text, text + "x" * more)

    assert found == [f"<p>{text}</p>\n", f"<p>{text}{'x' * more}</p>\n"]
    assert len(threads) == more
