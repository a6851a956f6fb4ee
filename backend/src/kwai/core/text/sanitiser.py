"""The last step of every text that is shown as HTML: what is not on the list is taken out."""

import re
from typing import Final

import nh3

# fmt: off
TAGS: Final = frozenset((
    "a", "abbr", "b", "blockquote", "br", "caption", "code", "dd", "del", "dl", "dt", "em",
    "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "li",
    "ol", "p", "pre", "s", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "u", "ul",
))
# fmt: on
ATTRIBUTES: Final = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan"},
}
SCHEMES: Final = frozenset({"https", "http", "mailto"})
LINK_REL: Final = "noopener nofollow"
# Each open tag is looked at for each new one: more of them than this take too long.
MOST_TAGS = 8_000

_NUMBERS: Final = frozenset({"width", "height", "start", "colspan", "rowspan"})
_NUMBER: Final = re.compile(r"[0-9]{1,4}", re.ASCII)
_ALIGNMENTS: Final = frozenset({"left", "center", "right"})
# Browsers read a backslash as a slash and skip tabs and line breaks, so `/\host` and `/<tab>/host`
# are addresses of other sites.
_OWN_PATH: Final = re.compile(r"/(?:[^/\\\x00-\x20\x7f][^\\\x00-\x20\x7f]*)?", re.ASCII)


class Sanitiser:
    """Keeps the tags of running text, links of the web and by mail, and images of the own site."""

    def __init__(self, own_site: str) -> None:
        self._own_site = own_site.rstrip("/")
        self._cleaner = nh3.Cleaner(
            tags=set(TAGS),
            # Without `*` the library has attributes of its own that it keeps on all tags.
            attributes={"*": set(), **{tag: set(names) for tag, names in ATTRIBUTES.items()}},
            attribute_filter=self._filter,
            url_schemes=set(SCHEMES),
            link_rel=LINK_REL,
        )

    def clean(self, html: str) -> str:
        """Give HTML that is safe to show; cleaning it again changes nothing."""
        head, tail = _cut_after_tags(html, MOST_TAGS)
        return self._cleaner.clean(head + tail.replace("<", "&lt;"))

    def _filter(self, tag: str, name: str, value: str) -> str | None:
        if tag == "img" and name == "src":
            return value if self._is_own(value) else None
        if name in _NUMBERS:
            return value if _NUMBER.fullmatch(value) else None
        if name == "align":
            return value if value in _ALIGNMENTS else None
        return value

    def _is_own(self, url: str) -> bool:
        path = url.removeprefix(self._own_site) if self._own_site else url
        return _OWN_PATH.fullmatch(path) is not None


def _cut_after_tags(html: str, most: int) -> tuple[str, str]:
    """Cut behind as many tags; mostly there is nothing to cut."""
    if html.count("<") <= most:
        return html, ""
    position = -1
    for _ in range(most + 1):
        position = html.index("<", position + 1)
    return html[:position], html[position:]
