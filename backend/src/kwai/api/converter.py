"""Module that defines an interface for a document converter."""

from abc import ABC, abstractmethod

from kwai.core.text.text_renderer import SafeTextRenderer, TextFormat


class DocumentConverter(ABC):
    """Interface for a document converter, from some format into HTML."""

    @abstractmethod
    def convert(self, content: str) -> str:
        """Convert a string to HTML that is safe to show."""


class MarkdownConverter(DocumentConverter):
    """Converter for converting markdown into HTML, as it is done when a text is stored.

    Images are kept when they are of the own site.
    """

    def __init__(self, own_site: str = "") -> None:
        self._renderer = SafeTextRenderer(own_site)

    def convert(self, content: str) -> str:
        return self._renderer.render_now(TextFormat.MARKDOWN, content)
