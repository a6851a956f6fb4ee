"""Schemas for the texts of stories, pages and trainings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import MaxLen

from kwai.api.types import LocaleCode, Title
from kwai.core.domain.value_objects.text import LocaleText
from kwai.core.json_api import Attribute
from kwai.core.quicken import maker, quicken
from kwai.core.text.text_editor import LONGEST_TITLE, TextInput
from kwai.core.text.text_renderer import MOST_BYTES, TextFormat

Format = Literal["md", "html"]
Source = Annotated[str, MaxLen(MOST_BYTES)]


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class TextContent:
    """A text in one language; the server renders and sanitises what readers get."""

    locale: LocaleCode
    format: Format = "md"
    title: Annotated[Title, MaxLen(LONGEST_TITLE)]
    summary: Source = ""
    content: Source = ""
    html_summary: Annotated[str, Attribute(read_only=True)] = ""
    html_content: Annotated[str, Attribute(read_only=True)] = ""

    @staticmethod
    def create(text: LocaleText) -> "TextContent":
        """Make the schema of a text."""
        return _make_content(
            locale=text.locale,
            format="html" if text.format == "html" else "md",
            title=text.title,
            summary=text.summary,
            content=text.content,
            html_summary=text.html_summary,
            html_content=text.html_content,
        )

    def to_input(self) -> TextInput:
        """Give what the author typed."""
        return TextInput(
            locale=self.locale,
            format=TextFormat(self.format),
            title=self.title,
            summary=self.summary,
            content=self.content,
        )


_make_content = maker(TextContent)


def create_contents(texts: Iterable[LocaleText]) -> list[TextContent]:
    """Make the schemas of texts, in their order."""
    return [TextContent.create(text) for text in texts]


def to_inputs(contents: Iterable[TextContent]) -> Sequence[TextInput]:
    """Give what the author typed, per language."""
    return [content.to_input() for content in contents]
