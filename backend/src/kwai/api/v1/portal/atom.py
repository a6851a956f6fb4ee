"""Writes Atom feeds (RFC 4287)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MEDIA_TYPE: Final = "application/atom+xml"

_ATOM: Final = "http://www.w3.org/2005/Atom"
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
# What XML 1.0 does not allow, not even as a reference (XML, section 2.2).
_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class AtomEntry:
    """A story in a feed; summary and content are HTML."""

    id: str
    link: str
    language: str
    title: str
    summary: str
    content: str
    author: str
    category: tuple[str, str]
    published: datetime
    updated: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AtomFeed:
    """A feed; `link` is its own address, `site` that of the pages it tells about."""

    link: str
    site: str
    title: str
    author: str
    language: str
    updated: datetime
    entries: Sequence[AtomEntry]


def write_feed(feed: AtomFeed) -> bytes:
    """Give the document."""
    # Here: a megabyte that a club without readers of its feed does not need.
    from xml.etree.ElementTree import Element, register_namespace, tostring

    register_namespace("", _ATOM)
    root = Element(f"{{{_ATOM}}}feed", {_LANG: feed.language})
    _add(root, "id", feed.link)
    _add(root, "title", feed.title)
    _add(root, "updated", _moment(feed.updated))
    _add(root, "link", rel="self", type=MEDIA_TYPE, href=feed.link)
    _add(root, "link", rel="alternate", type="text/html", href=feed.site)
    _add_author(root, feed.author)
    for entry in feed.entries:
        _add_entry(root, entry)
    document: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return document


def _add_entry(root: "Element", entry: AtomEntry) -> None:
    element = _add(root, "entry")
    element.set(_LANG, entry.language)
    term, label = entry.category
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "link", rel="alternate", type="text/html", href=entry.link)
    _add(element, "published", _moment(entry.published))
    _add(element, "updated", _moment(entry.updated))
    _add(element, "category", term=term, label=label)
    _add_author(element, entry.author)
    if entry.summary:
        _add(element, "summary", entry.summary, type="html")
    if entry.content:
        _add(element, "content", entry.content, type="html")


def _add_author(parent: "Element", name: str) -> None:
    _add(_add(parent, "author"), "name", name)


def _add(parent: "Element", name: str, text: str | None = None, **attributes: str) -> "Element":
    clean = {key: _FORBIDDEN.sub("", value) for key, value in attributes.items()}
    element = parent.makeelement(f"{{{_ATOM}}}{name}", clean)
    parent.append(element)
    if text is not None:
        element.text = _FORBIDDEN.sub("", text)
    return element


def _moment(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
