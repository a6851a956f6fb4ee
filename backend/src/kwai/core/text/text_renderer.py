"""From the source of a text to its HTML: the one path for what is stored and what is previewed."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from functools import lru_cache
from typing import Final

from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.text.sanitiser import Sanitiser

MOST_BYTES: Final = 65_536
MOST_SECONDS: Final = 2.0
#: Characters that take 0.3 ms, and 7 ms at worst: to go to a thread with them costs more.
SHORT: Final = 512


class TextFormat(Enum):
    """What a text is written in."""

    MARKDOWN = "md"
    HTML = "html"


class TextRenderer(ABC):
    """The port of rendering."""

    @abstractmethod
    async def render(self, format_: TextFormat, *sources: str) -> list[str]:
        """Give the HTML of each text, safe to show.

        Raises:
            UnprocessableException: the text is too long, or takes too long.
        """


class SafeTextRenderer(TextRenderer):
    """Renders, what is not short in a thread, and sanitises whatever comes out."""

    def __init__(self, own_site: str, *, seconds: float = MOST_SECONDS) -> None:
        self._sanitiser = Sanitiser(own_site)
        self._seconds = seconds
        self._converters: Mapping[TextFormat, Callable[[str], str]] = {
            TextFormat.MARKDOWN: _render_markdown,
            TextFormat.HTML: str,
        }

    async def render(self, format_: TextFormat, *sources: str) -> list[str]:
        if sum(map(len, sources)) <= SHORT:
            return self._render_all(format_, sources)
        try:
            async with asyncio.timeout(self._seconds):
                # All in one thread: going there costs more than a short text does.
                return await asyncio.to_thread(self._render_all, format_, sources)
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
        return self._sanitiser.clean(self._converters[format_](source)) if source else ""

    def _render_all(self, format_: TextFormat, sources: Sequence[str]) -> list[str]:
        return [self.render_now(format_, source) for source in sources]


@lru_cache(maxsize=2)
def create_renderer(own_site: str) -> TextRenderer:
    """Create the renderer of a site; its lists of tags are read once."""
    return SafeTextRenderer(own_site)


def _render_markdown(source: str) -> str:
    # Here, because the parser takes longer to load than a program needs that renders nothing.
    from kwai.core.text.markdown import render_markdown

    return render_markdown(source)
