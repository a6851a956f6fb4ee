"""An author's week, and what a visitor saw of it at each moment."""

from datetime import datetime, timedelta

import feedparser  # type: ignore[import-untyped]

from tests.support.identity_api import API, Person
from tests.support.news_api import FEED, MONDAY, PORTAL, STORIES, Calendar, NewsDesk, text

LISTS = [
    STORIES,
    f"{STORIES}?filter[enabled]=false",
    f"{STORIES}?filter[search]=tekst&include=application,author",
    f"{STORIES}?filter[publish_year]=2030&filter[publish_month]=9&sort=-priority",
    f"{STORIES}?filter[application]=club&page[limit]=1",
]
PROMOTED = [PORTAL, f"{PORTAL}?filter[application]=club", f"{STORIES}?filter[promoted]=true"]
FEEDS = [FEED, f"{FEED}?filter[application]=club"]


def written(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def addresses(id_: str) -> list[str]:
    """Where one story, or a part of it, can be asked for by its id."""
    tails = ("", "?include=application,author", "/relationships/author", "/author", "/application")
    return [f"{PORTAL}/{id_}", *(f"{STORIES}/{id_}{tail}" for tail in tails)]


async def read_feed(visitor: NewsDesk, url: str) -> set[str]:
    feed = feedparser.parse((await visitor.get(url)).content)
    assert not feed.bozo, feed.get("bozo_exception")
    return {entry.link.rpartition("/")[2] for entry in feed.entries}


async def test_a_week_of_an_author(
    desk: NewsDesk, visitor: NewsDesk, calendar: Calendar, admin: Person
) -> None:
    async def seen(id_: str) -> tuple[set[bool], set[bool]]:
        """What the doors of the site say, and those of what is promoted."""
        named = [(await visitor.get(each)).status_code == 200 for each in addresses(id_)]
        listed = [id_ in await visitor.ids(each) for each in LISTS]
        fed = [id_ in await read_feed(visitor, each) for each in FEEDS]
        return {*named, *listed, *fed}, {id_ in await visitor.ids(each) for each in PROMOTED}

    hidden, shown, promoted = ({False}, {False}), ({True}, {False}), ({True}, {True})
    second = timedelta(seconds=1)

    # Monday: a draft in two languages, looked at as readers will see it.
    source = "Kom **allemaal**"
    id_ = await desk.write(
        enabled=False,
        publish_date=written(MONDAY),
        contents=[text("nl", "Feest", content=source), text("en", "Party")],
    )
    assert (await desk.get(f"{STORIES}/{id_}")).status_code == 200
    assert id_ in await desk.ids(STORIES)
    preview = await desk.post(f"{API}/news/preview", {"meta": {"content": source}})
    assert await seen(id_) == hidden

    # Planned for Tuesday.
    tuesday = MONDAY + timedelta(days=1)
    await desk.change(id_, enabled=True, publish_date=written(tuesday))
    for moment, expected in (
        (MONDAY, hidden),
        (tuesday - second, hidden),
        (tuesday, shown),
        (tuesday + second, shown),
    ):
        calendar.now = moment
        assert await seen(id_) == expected, moment
    content = (await visitor.get(f"{STORIES}/{id_}")).json()["data"]["attributes"]["contents"][0]
    assert content["html_content"] == preview.json()["meta"]["html"]

    # Promoted until Thursday, corrected on Wednesday.
    thursday = MONDAY + timedelta(days=3)
    await desk.change(id_, priority=5, promotion_end_date=written(thursday))
    assert await seen(id_) == promoted
    calendar.now = thursday - second
    assert await seen(id_) == promoted
    calendar.now = thursday
    assert await seen(id_) == shown
    await desk.change(id_, contents=[text("nl", "Groot feest"), text("en", "Party")])
    assert "Groot feest" in (await visitor.get(FEED)).text

    # It ends on Friday; until it is withdrawn it comes back on Saturday.
    friday = MONDAY + timedelta(days=4)
    await desk.change(id_, end_date=written(friday))
    calendar.now = friday - second
    assert await seen(id_) == shown
    calendar.now = friday
    assert await seen(id_) == hidden
    await desk.change(id_, end_date=None)
    assert await seen(id_) == shown
    await desk.change(id_, enabled=False)
    assert await seen(id_) == hidden

    # The change log tells the board who did what.
    board = NewsDesk(desk.client, admin)
    answer = await board.get(f"{API}/changes?filter[resource]=stories&filter[id]={id_}")
    changes = [each["attributes"] for each in answer.json()["data"]]
    assert [each["action"] for each in changes] == ["updated"] * 6 + ["created"]
    assert changes[0]["changes"]["enabled"] == {"before": 1, "after": 0}
