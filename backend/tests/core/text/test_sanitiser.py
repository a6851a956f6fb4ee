"""What readers get is alive in nothing but its links (security.md S35, T16, T31, G13)."""

import re
import time
from functools import partial
from html.parser import HTMLParser
from timeit import timeit
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwai.core.text.sanitiser import ATTRIBUTES, LINK_REL, TAGS
from kwai.core.text.text_renderer import SafeTextRenderer, TextFormat
from tests.support.hostile_texts import CORPUS
from tests.support.slow_texts import ORDINARY_MARKDOWN, SLOW_HTML, SLOW_MARKDOWN

SITE = "https://club.example"
RENDERER = SafeTextRenderer(SITE)
VOID = {"br", "hr", "img"}


class Inspector(HTMLParser):
    """Collects what a browser could run, load or follow, tag by tag."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.faults.append(tag)
        for name, value in attrs:
            self._look_at(tag, name, value or "")
        if tag == "a" and dict(attrs).get("rel") != LINK_REL:
            self.faults.append("rel")

    def _look_at(self, tag: str, name: str, value: str) -> None:
        if name not in ATTRIBUTES.get(tag, set()) | ({"rel"} if tag == "a" else set()):
            self.faults.append(f"{tag} {name}")
        if name == "src" and not re.fullmatch(rf"({re.escape(SITE)})?/([^/\\\s]\S*)?", value):
            self.faults.append(f"src {value!r}")
        scheme = urlsplit(re.sub(r"[\x00-\x20]", "", value)).scheme if name == "href" else ""
        if scheme not in {"", "http", "https", "mailto"}:
            self.faults.append(f"href {value!r}")

    def handle_comment(self, data: str) -> None:
        self.faults.append("comment")

    def handle_decl(self, decl: str) -> None:
        self.faults.append("declaration")

    def handle_pi(self, data: str) -> None:
        self.faults.append("instruction")


def faults_of(html: str) -> list[str]:
    inspector = Inspector()
    inspector.feed(html)
    inspector.close()
    return inspector.faults


def test_the_corpus_is_large() -> None:
    assert len(set(CORPUS)) >= 500


@pytest.mark.parametrize("format_", TextFormat)
def test_security_s35_t16_nothing_of_the_corpus_is_alive(format_: TextFormat) -> None:
    alive = {
        source: found
        for source in CORPUS
        if (found := faults_of(RENDERER.render_now(format_, source)))
    }

    assert alive == {}


@pytest.mark.parametrize("live", ["<script>", "<img src=x>", "<a href='javascript:x'>", "<p id=x>"])
def test_the_inspector_sees_what_is_alive(live: str) -> None:
    assert faults_of(live) != []


@given(st.lists(st.sampled_from([*CORPUS[:60], "<", ">", "*", "`", "\n", "&", "'", '"'])))
def test_no_mixture_of_the_corpus_is_alive(parts: list[str]) -> None:
    for format_ in TextFormat:
        assert faults_of(RENDERER.render_now(format_, "".join(parts))) == []


@given(st.text())
def test_cleaning_again_changes_nothing(source: str) -> None:
    html = RENDERER.render_now(TextFormat.HTML, source)

    assert RENDERER.render_now(TextFormat.HTML, html) == html


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("# Kop", "<h1>Kop</h1>"),
        ("- een\n- twee", "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>"),
        ("3. x", '<ol start="3">\n<li>x</li>\n</ol>'),
        ("~~weg~~", "<p><s>weg</s></p>"),
        ("[x](/p)", f'<p><a href="/p" rel="{LINK_REL}">x</a></p>'),
        ("<a@b.be>", f'<p><a href="mailto:a@b.be" rel="{LINK_REL}">a@b.be</a></p>'),
        ("![x](/p.png)", '<p><img src="/p.png" alt="x"></p>'),
        (f"![x]({SITE}/p.png)", f'<p><img src="{SITE}/p.png" alt="x"></p>'),
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
        ("a &amp; b", "<p>a &amp; b</p>"),
    ],
)
def test_markdown_becomes_html(source: str, html: str) -> None:
    assert RENDERER.render_now(TextFormat.MARKDOWN, source).rstrip() == html


def test_cells_are_aligned_without_a_style() -> None:
    html = RENDERER.render_now(TextFormat.MARKDOWN, "|a|b|\n|:-|-:|\n|1|2|")

    assert '<td align="left">1</td>\n<td align="right">2</td>' in html


# How much more than an ordinary text of its length a hostile one may cost.
TIMES = 6


def costs_too_much(format_: TextFormat, source: str) -> bool:
    """Compare the least of some runs, side by side: what else the machine does only adds to it."""
    hostile, ordinary = [], []
    for _ in range(5):
        hostile.append(seconds_of(format_, source))
        ordinary.append(seconds_of(TextFormat.MARKDOWN, ORDINARY_MARKDOWN))
        if min(hostile) <= TIMES * min(ordinary):
            return False
    return True


def seconds_of(format_: TextFormat, source: str) -> float:
    """Without the garbage collector, which looks through whatever other tests have left behind."""
    work = partial(RENDERER.render_now, format_, source)
    return timeit(work, timer=time.process_time, number=1)


@pytest.mark.parametrize("name", SLOW_MARKDOWN)
def test_security_s35_t31_hostile_markdown_costs_what_a_text_costs(name: str) -> None:
    assert not costs_too_much(TextFormat.MARKDOWN, SLOW_MARKDOWN[name])


@pytest.mark.parametrize("name", SLOW_HTML)
def test_security_t31_hostile_html_costs_what_a_text_costs(name: str) -> None:
    assert not costs_too_much(TextFormat.HTML, SLOW_HTML[name])


def test_what_is_too_much_stays_text() -> None:
    html = RENDERER.render_now(TextFormat.HTML, "<p>" * 9000 + "x")

    assert html.count("<p>") == 8000
    assert html.count("&lt;p&gt;") == 1000


def test_a_text_of_very_many_lines_is_shown_as_it_is() -> None:
    html = RENDERER.render_now(TextFormat.MARKDOWN, "# <b>\n" * 10_001)

    assert html.startswith("<p># &lt;b&gt;\n# ")
    assert html.count("<") == 2
