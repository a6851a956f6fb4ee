"""From the source of a text to its HTML: the one path for what is stored and what is previewed."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Final

from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.text.sanitiser import Sanitiser

MOST_BYTES: Final = 65_536
MOST_SECONDS: Final = 2.0


class TextFormat(Enum):
    """What a text is written in."""

    MARKDOWN = "md"
    HTML = "html"


class TextRenderer(ABC):
    """The port of rendering."""

    @abstractmethod
    async def render(self, format_: TextFormat, source: str) -> str:
        """Give the HTML of a text, safe to show.

        Raises:
            UnprocessableException: the text is too long, or takes too long.
        """


class SafeTextRenderer(TextRenderer):
    """Renders in a thread and sanitises whatever comes out."""

    def __init__(self, own_site: str, *, seconds: float = MOST_SECONDS) -> None:
        self._sanitiser = Sanitiser(own_site)
        self._seconds = seconds
        self._converters: Mapping[TextFormat, Callable[[str], str]] = {
            TextFormat.MARKDOWN: _render_markdown,
            TextFormat.HTML: str,
        }

    async def render(self, format_: TextFormat, source: str) -> str:
        if not source:
            return ""
        try:
            async with asyncio.timeout(self._seconds):
                return await asyncio.to_thread(self.render_now, format_, source)
        except TimeoutError:
            raise UnprocessableException(
                "The text takes too long to render.", reason="text_slow"
            ) from None

    def render_now(self, format_: TextFormat, source: str) -> str:
        """Render in this thread.

        Raises:
            UnprocessableException: the text is too long.
        """
        if len(source.encode()) > MOST_BYTES:
            raise UnprocessableException(
                f"A text has at most {MOST_BYTES} bytes.", reason="text_long", bytes=MOST_BYTES
            )
        return self._sanitiser.clean(self._converters[format_](source))


def _render_markdown(source: str) -> str:
    # Here, because the parser takes longer to load than a program needs that renders nothing.
    from kwai.core.text.markdown import render_markdown

    return render_markdown(source)
