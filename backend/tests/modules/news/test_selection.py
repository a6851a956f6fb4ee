"""Every filter selects what the same rule selects in Python, alone and with the others."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from kwai.core.db.database import Database
from kwai.core.domain.resource_query import SortKey
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.domain.value_objects.period import Period
from kwai.core.domain.value_objects.text import LocaleText, Text
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.modules.news.authors.author import AuthorEntity
from kwai.modules.news.authors.author_db_repository import AuthorDbRepository
from kwai.modules.news.get_stories import GetStories, GetStoriesCommand
from kwai.modules.news.stories.story import Application, Author, Promotion, StoryEntity
from kwai.modules.news.stories.story_db_repository import StoryDbRepository
from tests.factories.identity import make_user, make_user_account_in_db

NOW = datetime(2026, 9, 1, 17, tzinfo=UTC)
BRUSSELS = ZoneInfo("Europe/Brussels")
SECTIONS = ((1, "club"), (2, "news"))
WORDS = ("judo", "café", "100%", "Ümlaut", "kamp_2026", "o'goshi")
# Around the turn of a year and of a month, in Brussels and in UTC, and around this moment.
MOMENTS = [
    datetime(2025, 12, 31, 22, 59, 59, tzinfo=UTC),
    datetime(2025, 12, 31, 23, tzinfo=UTC),
    datetime(2026, 1, 1, tzinfo=UTC),
    datetime(2026, 8, 31, 21, 59, 59, 999_999, tzinfo=UTC),
    datetime(2026, 8, 31, 22, tzinfo=UTC),
    NOW - timedelta(microseconds=1),
    NOW,
    NOW + timedelta(microseconds=1),
    datetime(2027, 1, 1, tzinfo=UTC),
]

Rule = Callable[[StoryEntity], bool]


@dataclass(frozen=True, kw_only=True)
class Newsroom:
    """The stories that were stored, and who wrote them."""

    repository: StoryDbRepository
    stories: list[StoryEntity]
    authors: list[Author]

    def select(self, command: GetStoriesCommand) -> list[int]:
        """Select and sort as the rules say, without any SQL."""
        rules = _rules(command)
        found = [each for each in self.stories if all(rule(each) for rule in rules)]
        keys = list(command.sort) or [SortKey(name="publish_date", descending=True)]
        if [each.name for each in keys] == ["priority"]:
            keys.append(SortKey(name="publish_date", descending=keys[0].descending))
        for key in reversed((*keys, SortKey(name="id", descending=keys[-1].descending))):
            found.sort(key=partial(_value, key.name), reverse=key.descending)
        return [each.id.value for each in found]


def _value(name: str, story: StoryEntity) -> float:
    if name == "publish_date":
        assert story.period.start_date.timestamp
        return story.period.start_date.timestamp.timestamp()
    return story.promotion.priority if name == "priority" else story.id.value


def _rules(command: GetStoriesCommand) -> list[Rule]:
    rules: list[Rule] = []
    if command.enabled:
        rules.append(lambda s: s.enabled if command.unpublished else s.is_active_at(NOW))
    if command.promoted is not None:
        rules.append(lambda s: s.promotion.is_on_at(NOW) is command.promoted)
    if (section := command.application) is not None:
        rules.append(lambda s: section in {s.application.id.value, s.application.name})
    if command.publish_year is not None:
        wanted = (command.publish_year, command.publish_month)
        rules.append(lambda s: wanted in _months(s, command))
    if command.author is not None:
        rules.append(lambda s: s.author is not None and str(s.author.uuid) == command.author)
    if (word := command.search) is not None:
        rules.append(lambda s: any(word in text.title for text in s.contents))
    return rules


def _months(story: StoryEntity, command: GetStoriesCommand) -> set[tuple[int, int | None]]:
    assert story.period.start_date.timestamp
    local = story.period.start_date.timestamp.astimezone(command.timezone)
    return {(local.year, None), (local.year, local.month)}


async def fill(database: Database, number: int, chance: random.Random) -> Newsroom:
    account = await make_user_account_in_db(database, make_user())
    owner = Owner(
        id=IntIdentifier(account.user_id.value), uuid=account.user.uuid, name=account.user.name
    )
    rows = [AuthorEntity(name=f"Author {n}", active=True) for n in range(2)]
    stored = [await AuthorDbRepository(database).create(each) for each in rows]
    authors = [
        Author(id=IntIdentifier(each.id.value), uuid=each.uuid, name=each.name) for each in stored
    ]
    repository = StoryDbRepository(database)
    async with database.transaction():
        stories = [
            await repository.create(_make_story(chance, authors, owner)) for _ in range(number)
        ]
    return Newsroom(repository=repository, stories=stories, authors=authors)


def _make_story(chance: random.Random, authors: list[Author], owner: Owner) -> StoryEntity:
    start, section = chance.choice(MOMENTS), chance.choice(SECTIONS)
    end = chance.choice([None, *(each for each in MOMENTS if each >= start)])
    until = LocalTimestamp(chance.choice([None, *MOMENTS]))
    locales = chance.choice([("nl",), ("nl", "en")])
    return StoryEntity(
        enabled=chance.random() < 0.8,
        promotion=Promotion(priority=chance.choice([0, 1, 7]), end_date=until),
        period=Period(start_date=LocalTimestamp(start), end_date=LocalTimestamp(end)),
        application=Application(id=IntIdentifier(section[0]), name=section[1], title=""),
        author=chance.choice([None, *authors]),
        contents=Text({locale: make_text(locale, owner, chance) for locale in locales}),
    )


def make_text(locale: str, owner: Owner, chance: random.Random) -> LocaleText:
    return LocaleText(
        locale=locale,
        format="md",
        title=" ".join(chance.sample(WORDS, 2)),
        summary="",
        content="",
        author=owner,
    )


def make_command(chance: random.Random, authors: list[Author]) -> GetStoriesCommand:
    keys = [SortKey(name=name, descending=chance.random() < 0.5) for name in _SORTS]
    year = chance.choice([None, None, 2025, 2026, 2027])
    return GetStoriesCommand(
        offset=chance.choice([0, 0, 3]),
        limit=chance.choice([5, 1000]),
        enabled=chance.random() < 0.5,
        unpublished=chance.random() < 0.5,
        promoted=chance.choice([None, None, True, False]),
        application=chance.choice([None, None, 1, "news", 2]),
        publish_year=year,
        publish_month=chance.choice([None, 1, 8, 9, 12]) if year else None,
        timezone=chance.choice([UTC, BRUSSELS]),
        author=chance.choice([None, None, *(str(each.uuid) for each in authors)]),
        search=chance.choice([None, None, None, *WORDS]),
        sort=chance.sample(keys, chance.randint(0, 2)),
    )


_SORTS = ("publish_date", "priority")


async def test_filters_select_what_the_rules_say(database: Database) -> None:
    chance = random.Random(11)
    room = await fill(database, 120, chance)
    use_case = GetStories(room.repository, clock=lambda: NOW)
    found_any = 0

    for _ in range(150):
        command = make_command(chance, room.authors)
        expected = room.select(command)
        count, found = await use_case.execute(command)

        start, end = command.offset or 0, (command.offset or 0) + (command.limit or 0)
        assert [each.id.value async for each in found] == expected[start:end], command
        assert count == len(expected)
        found_any += bool(expected)
    assert found_any > 50


async def test_every_field_comes_back_as_it_was_stored(database: Database) -> None:
    room = await fill(database, 1, random.Random(1))
    owner = next(iter(room.stories[0].contents)).author
    moment = NOW + timedelta(microseconds=123_456)
    trace = TraceableTime(created_at=LocalTimestamp(moment), updated_at=LocalTimestamp(NOW))
    text = LocaleText(
        locale="fr",
        format="html",
        title="Fête 🥋 <b>",
        summary="Résumé",
        content="<p>שלום</p>",
        html_summary="<p>Résumé</p>",
        html_content="<p>שלום</p>",
        author=owner,
        traceable_time=trace,
    )
    story = StoryEntity(
        enabled=True,
        promotion=Promotion(priority=999_999, end_date=LocalTimestamp(moment)),
        period=Period(
            start_date=LocalTimestamp(NOW), end_date=LocalTimestamp(NOW + timedelta(days=1))
        ),
        application=Application(id=IntIdentifier(2), name="news", title=""),
        author=room.authors[1],
        contents=Text({"fr": text}),
        remark="Nur für uns\n\ttab",
        traceable_time=trace,
    )

    stored = await room.repository.create(story)
    read = await room.repository.get_by_id(stored.id)

    for field in ("enabled", "promotion", "period", "author", "remark", "traceable_time"):
        assert getattr(read, field) == getattr(story, field), field
    assert list(read.contents) == [text]
    assert read.application.name == "news"
