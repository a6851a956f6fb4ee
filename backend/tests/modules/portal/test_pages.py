"""Pages come back as they were stored, and filters select what the same rule selects in Python."""

import random
from datetime import UTC, datetime, timedelta

from kwai.core.db.database import Database
from kwai.core.domain.resource_query import SortKey
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.domain.value_objects.text import LocaleText, Text
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.modules.portal.applications.application import ApplicationEntity, ApplicationIdentifier
from kwai.modules.portal.applications.application_db_repository import ApplicationDbRepository
from kwai.modules.portal.get_pages import GetPages, GetPagesCommand
from kwai.modules.portal.pages.page import PageEntity
from kwai.modules.portal.pages.page_db_repository import PageDbRepository
from tests.factories.identity import make_user, make_user_account_in_db
from tests.factories.training import make_owner

NOW = datetime(2026, 9, 1, 17, 0, 0, 123_456, tzinfo=UTC)
TRACE = TraceableTime(
    created_at=LocalTimestamp(NOW), updated_at=LocalTimestamp(NOW + timedelta(days=1))
)


async def make_writer(database: Database) -> Owner:
    account = await make_user_account_in_db(database, make_user())
    user = account.user
    return Owner(id=make_owner(account.user_id.value).id, uuid=user.uuid, name=user.name)


async def get_section(database: Database, id_: int) -> ApplicationEntity:
    return await ApplicationDbRepository(database).get_by_id(ApplicationIdentifier(id_))


def make_text(locale: str, writer: Owner) -> LocaleText:
    return LocaleText(
        locale=locale,
        format="html",
        title="Über uns 🥋 <b>",
        summary="Résumé",
        content="<p>שלום</p>",
        html_summary="<p>Résumé</p>",
        html_content="<p>שלום</p>",
        author=writer,
        traceable_time=TRACE,
    )


async def test_every_field_comes_back_as_it_was_stored(database: Database) -> None:
    writer = await make_writer(database)
    texts = {locale: make_text(locale, writer) for locale in ("nl", "fr")}
    page = PageEntity(
        enabled=True,
        application=await get_section(database, 2),
        contents=Text(texts),
        priority=-7,
        remark="Nur für uns\n\ttab",
        traceable_time=TRACE,
    )
    pages = PageDbRepository(database)

    read = await pages.get_by_id((await pages.create(page)).id)

    for field in ("enabled", "application", "priority", "remark", "traceable_time"):
        assert getattr(read, field) == getattr(page, field), field
    assert {text.locale: text for text in read.contents} == texts


async def test_filters_select_what_the_rules_say(database: Database) -> None:
    chance = random.Random(7)
    writer = await make_writer(database)
    sections = [await get_section(database, id_) for id_ in (1, 2)]
    repository = PageDbRepository(database)
    async with database.transaction():
        pages = [
            await repository.create(
                PageEntity(
                    enabled=chance.random() < 0.7,
                    application=chance.choice(sections),
                    contents=Text({"nl": make_text("nl", writer)}),
                    priority=chance.randint(-2, 2),
                )
            )
            for _ in range(40)
        ]
    names = [None, *(each.id.value for each in sections), *(each.name for each in sections)]
    found_any = 0

    for _ in range(60):
        command = GetPagesCommand(
            offset=chance.choice([0, 3]),
            limit=chance.choice([5, 100]),
            enabled=chance.random() < 0.5,
            application=chance.choice(names),
            sort=chance.choice([[], [SortKey(name="priority")]]),
        )
        expected = select(pages, command)
        count, found = await GetPages(repository).execute(command)

        start, end = command.offset or 0, (command.offset or 0) + (command.limit or 0)
        assert [each.id.value async for each in found] == expected[start:end], command
        assert count == len(expected)
        found_any += bool(expected[start:end])
    assert found_any > 30


def select(pages: list[PageEntity], command: GetPagesCommand) -> list[int]:
    """Select and sort as the rules say, without any SQL."""
    section = command.application
    found = [
        page
        for page in pages
        if (page.enabled or not command.enabled)
        and section in {None, page.application.id.value, page.application.name}
    ]
    found.sort(key=lambda page: (page.priority, page.id.value), reverse=not command.sort)
    return [page.id.value for page in found]
