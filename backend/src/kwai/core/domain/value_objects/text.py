"""Text in several languages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from kwai.core.domain.value_objects.owner import Owner
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.core.quicken import quicken


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class LocaleText:
    """A text in one language.

    Attributes:
        format: `md` (CommonMark) or `html`.
        html_summary: The summary as readers get it, rendered and sanitised when it was written.
        html_content: The same of the content.
    """

    locale: str
    format: str
    title: str
    content: str
    summary: str
    author: Owner
    html_summary: str = ""
    html_content: str = ""
    traceable_time: TraceableTime = field(default_factory=TraceableTime)


class Text:
    """At most one text per language; every change returns a new one."""

    __slots__ = ("_contents",)

    def __init__(self, content: Mapping[str, LocaleText] | None = None) -> None:
        self._contents = MappingProxyType(dict(content or {}))

    def __iter__(self) -> Iterator[LocaleText]:
        return iter(self._contents.values())

    def __len__(self) -> int:
        return len(self._contents)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and self._contents == other._contents

    def __hash__(self) -> int:
        return hash(frozenset(self._contents.items()))

    def __repr__(self) -> str:
        return f"Text({dict(self._contents)!r})"

    @property
    def locales(self) -> tuple[str, ...]:
        """The languages in which there is a text."""
        return tuple(self._contents)

    def contains_translation(self, locale: str) -> bool:
        """Tell whether there is a text in the given language."""
        return locale in self._contents

    def get_translation(self, locale: str) -> LocaleText:
        """Return the text in the given language.

        Raises:
            KeyError: there is none.
        """
        return self._contents[locale]

    def add_translation(self, content: LocaleText) -> "Text":
        """Return a text with one language more.

        Raises:
            KeyError: there is a text in this language already.
        """
        if content.locale in self._contents:
            raise KeyError(f"There is a text in {content.locale} already.")
        return Text({**self._contents, content.locale: content})

    def replace_translation(self, content: LocaleText) -> "Text":
        """Return a text with the one in this language replaced.

        Raises:
            KeyError: there is no text in this language.
        """
        self.get_translation(content.locale)
        return Text({**self._contents, content.locale: content})

    def remove_translation(self, content: LocaleText) -> "Text":
        """Return a text without this language.

        Raises:
            KeyError: there is no text in this language.
        """
        self.get_translation(content.locale)
        return Text({key: text for key, text in self._contents.items() if key != content.locale})
