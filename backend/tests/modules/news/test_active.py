"""The rule by which visitors see a story is the same in SQL and in the entity."""

import random
from datetime import UTC, datetime, timedelta

import pytest

from kwai.core.db.database import Database
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.period import Period
from kwai.modules.news.publish_story import PublishStory, PublishStoryCommand
from kwai.modules.news.stories.story import Application, Promotion, StoryEntity
from kwai.modules.news.stories.story_db_repository import StoryDbRepository
from kwai.modules.news.withdraw_story import WithdrawStory, WithdrawStoryCommand

NOW = datetime(2026, 9, 1, 17, tzinfo=UTC)
STEPS = [timedelta(seconds=seconds) for seconds in (-3600, -1, 0, 1, 3600)]
TICK = timedelta(microseconds=1)


def at(moment: datetime | None) -> LocalTimestamp:
    return LocalTimestamp(moment)


def stories(number: int) -> list[StoryEntity]:
    """Random stories whose moments lie at, just before and just after NOW."""
    chance = random.Random(5)
    made = []
    for _ in range(number):
        start = NOW + chance.choice(STEPS) + chance.choice([-TICK, TICK, timedelta()])
        ends = [None, start, *(NOW + step for step in STEPS if NOW + step >= start)]
        promoted = [None, *(NOW + step for step in STEPS)]
        made.append(
            StoryEntity(
                enabled=chance.random() < 0.8,
                promotion=Promotion(
                    priority=chance.choice([0, 1]), end_date=at(chance.choice(promoted))
                ),
                period=Period(start_date=at(start), end_date=at(chance.choice(ends))),
                application=Application(id=IntIdentifier(1), name="club", title="Club"),
            )
        )
    return made


async def test_sql_and_entity_agree_on_what_is_active(database: Database) -> None:
    repository = StoryDbRepository(database)
    async with database.transaction():
        stored = [await repository.create(story) for story in stories(150)]

    for moment in (NOW, NOW - TICK, NOW + TICK, *(NOW + step for step in STEPS)):
        active = repository.create_query().filter_by_active(moment)
        promoted = repository.create_query().filter_by_active(moment).filter_by_promoted(moment)

        assert {each.id async for each in repository.get_all(active)} == {
            each.id for each in stored if each.is_active_at(moment)
        }
        assert {each.id async for each in repository.get_all(promoted)} == {
            each.id for each in stored if each.is_promoted_at(moment)
        }


def test_a_story_is_active_from_its_first_second_to_its_last() -> None:
    period = Period(start_date=at(NOW), end_date=at(NOW + timedelta(hours=1)))
    application = Application(id=IntIdentifier(1), name="club", title="Club")
    story = StoryEntity(enabled=True, period=period, application=application)

    assert not story.is_active_at(NOW - TICK)
    assert story.is_active_at(NOW)
    assert story.is_active_at(NOW + timedelta(hours=1) - TICK)
    assert not story.is_active_at(NOW + timedelta(hours=1))
    assert not story.withdraw(NOW).is_active_at(NOW)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (NOW - timedelta(days=2), None, (NOW - timedelta(days=2), None)),
        (NOW + timedelta(days=2), None, (NOW, None)),
        (NOW - timedelta(days=2), NOW - timedelta(days=1), (NOW - timedelta(days=2), None)),
    ],
    ids=["published before", "planned", "ended"],
)
async def test_a_published_story_is_seen_at_once(
    database: Database,
    start: datetime,
    end: datetime | None,
    expected: tuple[datetime, datetime | None],
) -> None:
    repository = StoryDbRepository(database)
    application = Application(id=IntIdentifier(1), name="club", title="Club")
    period = Period(start_date=at(start), end_date=at(end))
    story = await repository.create(StoryEntity(period=period, application=application))
    command = PublishStoryCommand(id=story.id.value)

    async with database.transaction():
        published = await PublishStory(repository, clock=lambda: NOW).execute(command)

    assert published.is_active_at(NOW)
    found = (published.period.start_date.timestamp, published.period.end_date.timestamp)
    assert found == expected
    async with database.transaction():
        withdrawal = WithdrawStoryCommand(id=story.id.value)
        withdrawn = await WithdrawStory(repository, clock=lambda: NOW).execute(withdrawal)
    assert not withdrawn.enabled
