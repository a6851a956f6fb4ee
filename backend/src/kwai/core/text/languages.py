"""Which language comes first; nothing is left out because of it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final, Protocol, TypeVar

LONGEST_HEADER: Final = 1_000
_RANGE: Final = re.compile(
    r"([A-Za-z]{1,8})(?:-[A-Za-z0-9-]{1,40})?[ \t]*(?:;[ \t]*[qQ]=([01](?:\.[0-9]{0,3})?))?",
    re.ASCII,
)


class InLanguage(Protocol):
    """What is written in one language."""

    @property
    def locale(self) -> str: ...


T = TypeVar("T", bound=InLanguage)


def read_accept_language(header: str | None) -> tuple[str, ...]:
    """Give the languages of an Accept-Language (RFC 9110, 12.5.4), the most wanted first.

    Only the language itself counts: `nl-BE` is `nl`. What is refused with `q=0` is left out.
    """
    if header is None or len(header) > LONGEST_HEADER:
        return ()
    weights: dict[str, float] = {}
    for part in header.split(","):
        if found := _RANGE.fullmatch(part.strip()):
            language, weight = found[1].lower(), float(found[2] or 1)
            weights[language] = max(weight, weights.get(language, 0.0))
    wanted = [language for language, weight in weights.items() if weight > 0]
    return tuple(sorted(wanted, key=lambda language: -weights[language]))


def arrange(texts: Iterable[T], wanted: Sequence[str], offered: Sequence[str]) -> list[T]:
    """Put the texts in the wanted order; behind it the order in which the club offers them.

    So the first one is the best that there is: the fallback when a translation is missing.
    """
    found = list(texts)
    if len(found) > 1:
        order = _order(tuple(wanted), tuple(offered))
        found.sort(key=lambda text: (order.get(text.locale, len(order)), text.locale))
    return found


# Bounded, because clients choose what they want.
@lru_cache(maxsize=256)
def _order(wanted: tuple[str, ...], offered: tuple[str, ...]) -> Mapping[str, int]:
    return {locale: rank for rank, locale in reversed([*enumerate([*wanted, *offered])])}
