"""The commands of an author, and what the demo club tells."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kwai.core.db.database import Database
from kwai.core.domain.clock import utc_now
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.settings import Settings
from kwai.demo_news import DemoSite
from kwai.demo_texts import PAGES, STORIES
from kwai.kwai_cli import app
from kwai.modules.news.stories.story_db_repository import StoryDbRepository
from kwai.modules.portal.pages.page_db_repository import PageDbRepository
from tests.factories.identity import make_user, make_user_account_in_db
from tests.support.api import api_settings

Run = Callable[..., Result]


@pytest.fixture
def settings(database: Database) -> Settings:
    return api_settings(database.settings)


@pytest.fixture
async def site(database: Database, settings: Settings) -> DemoSite:
    user = (await make_user_account_in_db(database, make_user())).user
    query = database.create_query_factory().select("id").from_("users")
    (record,) = await database.fetch_all(query)
    author = Owner(id=IntIdentifier(record["id"]), uuid=user.uuid, name=user.name)
    site = DemoSite(settings=settings, database=database, author=author)
    await database.run(site.seed)
    return site


@pytest.fixture
async def run(
    site: DemoSite, database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Run:
    """Run a command on the demo club; its output is JSON when it asks for it."""
    await database.close()
    file = tmp_path / "kwai.toml"
    file.write_text(f'[db]\nengine = "sqlite"\nfile = "{database.settings.file}"\n')
    monkeypatch.setenv("KWAI_SETTINGS_FILE", str(file))

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(app, ["news", *arguments])

    return invoke


async def test_the_demo_club_tells_something_in_every_state(
    database: Database, site: DemoSite
) -> None:
    await database.run(site.seed)

    stories = [each async for each in StoryDbRepository(database).get_all()]
    now = utc_now()
    assert len(stories) == len(STORIES)
    assert await PageDbRepository(database).create_query().count() == len(PAGES)
    assert any(each.is_promoted_at(now) for each in stories)
    assert any(not each.enabled for each in stories)
    assert any(each.enabled and not each.is_active_at(now) for each in stories)
    assert {text.locale for each in stories for text in each.contents} == {"nl", "en"}
    assert all(text.html_summary or text.html_content for each in stories for text in each.contents)


@pytest.mark.one_engine("sqlite", reason="the commands choose their engine by settings")
async def test_a_story_is_withdrawn_planned_and_published_by_command(run: Run) -> None:
    def work() -> list[str]:
        id_ = listed(run, "--active")[0]["story"]
        states = []
        for command in (
            ["withdraw", id_],
            ["publish", id_, "--at", "2090-01-01T10:00+01:00"],
            ["publish", id_],
        ):
            result = run(*command)
            assert result.exit_code == 0, result.output
            states += [each["state"] for each in listed(run) if each["story"] == id_]
        return states

    states = await asyncio.to_thread(work)

    assert states[:2] == ["draft", "planned"]
    assert states[2] in {"active", "promoted"}


@pytest.mark.one_engine("sqlite", reason="the commands choose their engine by settings")
@pytest.mark.parametrize(
    ("at", "told", "state"),
    [
        ("2090-07-01T18:00", "2090-07-01 18:00+02:00", "planned"),
        ("2090-01-01T18:00Z", "2090-01-01 19:00+01:00", "planned"),
        ("2020-07-01T18:00", "2020-07-01 18:00+02:00", "active"),
        # The clocks jump from 2 to 3.
        ("2020-03-29T02:30", "2020-03-29 03:30+02:00", "active"),
        # They show half past two twice.
        ("2020-10-25T02:30", "2020-10-25 02:30+02:00", "active"),
        ("2020-10-25T02:30+01:00", "2020-10-25 02:30+01:00", "active"),
    ],
)
async def test_a_moment_without_offset_is_of_the_clock_of_the_club(
    run: Run, at: str, told: str, state: str
) -> None:
    def work() -> tuple[str, dict[str, str]]:
        (id_,) = [each["story"] for each in listed(run) if each["state"] == "draft"][:1]
        output = run("publish", id_, "--at", at).output
        (story,) = [each for each in listed(run) if each["story"] == id_]
        return output, story

    output, story = await asyncio.to_thread(work)

    assert f"is published from {told}." in output
    assert story["published"] == told
    assert story["state"] == state


@pytest.mark.one_engine("sqlite", reason="the commands choose their engine by settings")
async def test_stories_are_listed_and_searched_by_command(run: Run) -> None:
    def work() -> tuple[list[dict[str, str]], list[dict[str, str]], str]:
        everything = listed(run)
        word = everything[0]["title"].split()[0]
        return everything, listed(run, "--search", word), run("list", "--limit", "2").output

    everything, found, table = await asyncio.to_thread(work)

    assert len(everything) == len(STORIES)
    assert {"draft", "planned", "promoted"} <= {each["state"] for each in everything}
    assert everything[0] in found
    assert len(found) < len(everything)
    assert f"2 of {len(STORIES)} stories." in table


@pytest.mark.one_engine("sqlite", reason="the commands choose their engine by settings")
async def test_what_a_command_refuses_is_told(run: Run) -> None:
    def work() -> list[int]:
        return [
            run(*command).exit_code
            for command in (
                ["publish", "4711"],
                ["withdraw", "4711"],
                ["publish", "1", "--at", "tomorrow"],
                ["publish", "1", "--at", "2099-01-01T10:00"],
                ["withdraw", "0"],
            )
        ]

    assert await asyncio.to_thread(work) == [1, 1, 2, 2, 2]


def listed(run: Run, *options: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(run("list", "--json", *options).stdout)
    return found
