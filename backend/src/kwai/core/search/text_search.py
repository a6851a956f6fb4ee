"""The port of a search."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Generic, TypeVar

from kwai.core.domain.normalise import normalise

Q = TypeVar("Q")

MAX_TERMS = 8
MAX_TERM_LENGTH = 64


class TextSearch(ABC, Generic[Q]):
    """Narrows a query to what holds all terms of a text."""

    @abstractmethod
    def apply(self, query: Q, text: str) -> Q:
        """Narrow the query; a text without a term leaves it as it is."""


def search_text(parts: Iterable[str | None], max_length: int | None = None) -> str:
    """Fold texts into what is searched in; stored beside them when they are."""
    folded = " ".join(" ".join(normalise(part).split()) for part in parts if part)
    return folded[:max_length]


def terms(text: str) -> list[str]:
    """Split what a person typed into at most 8 folded terms of at most 64 characters."""
    found = dict.fromkeys(term[:MAX_TERM_LENGTH] for term in normalise(text).split())
    return list(found)[:MAX_TERMS]
