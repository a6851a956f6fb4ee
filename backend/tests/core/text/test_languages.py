"""Accept-Language (RFC 9110, 12.5.4) and which text comes first."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwai.core.text.languages import arrange, read_accept_language


@dataclass(frozen=True)
class Written:
    locale: str


@pytest.mark.parametrize(
    ("header", "languages"),
    [
        (None, ()),
        ("", ()),
        ("nl", ("nl",)),
        ("nl-BE", ("nl",)),
        ("fr;q=0.5, en", ("en", "fr")),
        ("EN-us,en;q=0.5,nl;q=0.9", ("en", "nl")),
        ("de;q=0, fr", ("fr",)),
        ("*", ()),
        ("fr; q=abc, nl", ("nl",)),
        (",;,,", ()),
        ("x" * 2000, ()),
    ],
)
def test_the_most_wanted_comes_first(header: str | None, languages: tuple[str, ...]) -> None:
    assert read_accept_language(header) == languages


@given(st.text())
def test_no_header_breaks_anything(header: str) -> None:
    assert all(language.islower() for language in read_accept_language(header))


def test_nothing_is_left_out() -> None:
    texts = [Written(locale) for locale in ("it", "en", "nl", "fr")]

    arranged = arrange(texts, ("fr", "de"), ("nl", "nl", "en", "fr"))

    assert [each.locale for each in arranged] == ["fr", "nl", "en", "it"]
