"""The Atom feed: what RFC 4287 asks for, and what a real reader makes of it."""

from functools import cache
from pathlib import Path
from typing import Any

import feedparser  # type: ignore[import-untyped]
import pytest
from lxml.etree import DocumentInvalid, RelaxNG, fromstring

from tests.support.identity_api import code
from tests.support.news_api import FEED, FUTURE, NewsDesk, text

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


async def read(visitor: NewsDesk, query: str = "", **headers: str) -> Any:
    answer = await visitor.get(FEED + query, **headers)
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    check_atom(answer.content)
    feed = feedparser.parse(answer.content)
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    return feed


@cache
def atom_grammar() -> RelaxNG:
    return RelaxNG(file=str(Path(__file__).with_name("atom.rng")))


def check_atom(content: bytes) -> None:
    """The grammar of RFC 4287, and its rules that no grammar can express."""
    feed = fromstring(content)
    atom_grammar().assertValid(feed)
    for element in (feed, *feed.iter(f"{ATOM}entry")):
        # Ours are under no base, so each address has to be whole (4.2.6, 4.2.7).
        links = [(each.get("rel"), each.get("href")) for each in element.findall(f"{ATOM}link")]
        assert [rel for rel, _ in links].count("alternate") == 1
        assert all(href.startswith("https://club.example/") for _, href in links)
        assert element.findtext(f"{ATOM}id").startswith("https://club.example/")
        assert element.findtext(f"{ATOM}author/{ATOM}name")
    assert [each.get("rel") for each in feed.findall(f"{ATOM}link")].count("self") == 1
    ids = [each.findtext(f"{ATOM}id") for each in feed.iter(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param((b"<title>The club</title>", b""), id="no title"),
        pytest.param((b"<updated>", b"<updated>on "), id="no moment"),
        pytest.param((b'href="', b'hrefs="'), id="no address"),
        pytest.param((b"<id>https:", b"<id>"), id="relative id"),
        pytest.param((b"</feed>", b"<entry/></feed>"), id="an entry of nothing"),
    ],
)
async def test_the_grammar_of_a_feed_finds_faults(
    visitor: NewsDesk, wrong: tuple[bytes, bytes]
) -> None:
    content = (await visitor.get(FEED)).content
    broken = content.replace(*wrong)
    assert broken != content

    with pytest.raises(DocumentInvalid):
        check_atom(broken)


async def test_a_reader_gets_the_active_stories(desk: NewsDesk, visitor: NewsDesk) -> None:
    old = await desk.write(contents=[text(title="Oud <b>&</b> nieuw", summary="**Kort**")])
    new = await desk.write(publish_date="2024-01-01T00:00:00Z", priority=3)
    await desk.write(enabled=False, contents=[text(title="Geheim")])
    await desk.write(publish_date=FUTURE, contents=[text(title="Geheim")])
    await desk.write(end_date="2021-01-01T00:00:00Z", contents=[text(title="Geheim")])

    feed = await read(visitor)

    assert feed.feed.title == "The club"
    assert [each.link for each in feed.entries] == [
        f"https://club.example/news/{new}",
        f"https://club.example/news/{old}",
    ]
    assert feed.entries[1].title == "Oud <b>&</b> nieuw"
    assert feed.entries[1].summary == "<p><strong>Kort</strong></p>"
    assert feed.entries[1].content[0].value == "<p>Een <em>tekst</em>.</p>"
    assert feed.entries[1].author == "Somebody"


async def test_a_feed_of_one_application(desk: NewsDesk, visitor: NewsDesk) -> None:
    await desk.write("news")
    mine = await desk.write("club")

    for name in ("club", await desk.application("club")):
        feed = await read(visitor, f"?filter[application]={name}")

        assert [each.link for each in feed.entries] == [f"https://club.example/news/{mine}"]
        assert feed.entries[0].tags[0].term == "club"
        assert feed.feed.link == "https://club.example/"
        assert feed.feed.id.endswith(f"{FEED}?filter%5Bapplication%5D={name}")
    unknown = await visitor.get(f"{FEED}?filter[application]=none")
    assert (unknown.status_code, code(unknown)) == (404, "not_found")


async def test_each_entry_is_in_the_best_language(desk: NewsDesk, visitor: NewsDesk) -> None:
    await desk.write(contents=[text("nl", "Nederlands"), text("en", "English")])
    await desk.write(contents=[text("fr", "Français")], publish_date="2019-01-01T00:00:00Z")

    answer = await visitor.get(FEED, **{"Accept-Language": "en-GB"})
    entries = list(fromstring(answer.content).iter(f"{ATOM}entry"))

    assert [each.findtext(f"{ATOM}title") for each in entries] == ["English", "Français"]
    assert [each.get(LANG) for each in entries] == ["en", "fr"]
    assert "Accept-Language" in answer.headers["Vary"]
    chosen = await read(visitor, "?filter[locale]=nl", **{"Accept-Language": "en"})
    assert chosen.entries[0].title == "Nederlands"


async def test_an_empty_feed_is_a_feed(visitor: NewsDesk) -> None:
    assert (await read(visitor)).entries == []


async def test_what_is_known_is_not_sent_again(desk: NewsDesk, visitor: NewsDesk) -> None:
    await desk.write()
    tag = (await visitor.get(FEED)).headers["ETag"]

    again = await visitor.get(FEED, **{"If-None-Match": tag})

    assert (again.status_code, again.content) == (304, b"")
    await desk.write()
    assert (await visitor.get(FEED, **{"If-None-Match": tag})).status_code == 200


async def test_characters_that_no_feed_may_hold_are_left_out(
    desk: NewsDesk, visitor: NewsDesk
) -> None:
    await desk.write(contents=[text(title="a\uffffb \U0001f94b", content="\ufffe")])

    feed = await read(visitor)

    assert feed.entries[0].title == "ab \U0001f94b"


@pytest.mark.parametrize("query", ["?page[limit]=1", "?x=1", "?filter[enabled]=false"])
async def test_a_feed_has_no_other_parameters(visitor: NewsDesk, query: str) -> None:
    answer = await visitor.get(FEED + query)

    assert (answer.status_code, code(answer)) == (400, "unknown_parameter")


async def test_a_feed_costs_the_same_for_any_number(
    desk: NewsDesk, visitor: NewsDesk, statements: Any
) -> None:
    for _ in range(3):
        await desk.write()
    statements.clear()

    await read(visitor)

    assert statements.count == 2
