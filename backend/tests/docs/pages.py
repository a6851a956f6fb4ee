"""Reads the pages of the documentation: what is shown in fences and named in code spans."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.support.processes import REPOSITORY

DOCS = REPOSITORY / "docs"
FENCE = re.compile(r"^```(?P<info>\S*)(?P<options>[^\n]*)\n(?P<text>.*?)^```$", re.DOTALL | re.M)
SPAN = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fence:
    """A block of code on a page; `title` is the file it belongs to, if the page names one."""

    language: str
    title: str
    text: str


def read_pages() -> dict[str, str]:
    """Read all pages by their path below docs."""
    paths = sorted(DOCS.rglob("*.md"))
    return {str(path.relative_to(DOCS)): path.read_text(encoding="utf-8") for path in paths}


def fences(text: str, *languages: str) -> Iterator[Fence]:
    """Find the blocks of code of some languages, or all of them."""
    for found in FENCE.finditer(text):
        title = re.search(r'title="([^"]*)"', found["options"])
        if not languages or found["info"] in languages:
            yield Fence(language=found["info"], title=title[1] if title else "", text=found["text"])


def spans(text: str) -> list[str]:
    """Find the code spans outside of blocks."""
    return SPAN.findall(FENCE.sub("", text))


def links(text: str) -> list[str]:
    """Find the targets of links outside of blocks."""
    return LINK.findall(FENCE.sub("", text))
