"""The demo club: everybody who can log in, and something to look at in every list."""

import asyncio
from pathlib import Path

import pytest

from kwai.core.db.database import Database
from kwai.core.db.pool import close_pools
from kwai.core.domain.clock import utc_now
from kwai.core.settings import DatabaseSettings, Settings, SettingsException
from kwai.demo import USERS, seed_demo
from kwai.modules.identity.user_invitations.user_invitation_db_repository import (
    UserInvitationDbRepository,
)
from kwai.modules.identity.users.user_account import UserAccountEntity
from kwai.modules.identity.users.user_account_db_repository import UserAccountDbRepository
from kwai.modules.portal.applications.application_db_repository import ApplicationDbRepository
from kwai.modules.training.closures.closure_db_repository import ClosureDbRepository
from tests.support.api import api_settings

PASSWORD = "uchi mata sukashi"


@pytest.fixture
def settings(database_settings: DatabaseSettings, tmp_path: Path) -> Settings:
    return api_settings(database_settings, home=tmp_path)


def read(settings: Settings) -> tuple[dict[str, UserAccountEntity], list[str]]:
    async def work() -> tuple[dict[str, UserAccountEntity], list[str]]:
        try:
            async with Database(settings.db).unit(read_only=True) as database:
                accounts = UserAccountDbRepository(database).get_all()
                users = {str(each.user.email): each async for each in accounts}
                invitations = UserInvitationDbRepository(database).get_all()
                now = utc_now()
                return users, sorted([each.state_at(now).value async for each in invitations])
        finally:
            await close_pools(settings.db)

    return asyncio.run(work())


async def site_of(settings: Settings) -> tuple[set[str], set[str]]:
    try:
        async with Database(settings.db).unit(read_only=True) as database:
            sections = ApplicationDbRepository(database).get_all()
            closures = ClosureDbRepository(database).get_all()
            return {each.title async for each in sections}, {each.name async for each in closures}
    finally:
        await close_pools(settings.db)


def test_there_is_somebody_of_every_role(settings: Settings) -> None:
    lines = seed_demo(settings, PASSWORD)

    users, _ = read(settings)
    assert {email: sorted(each.roles - {"user"}) for email, each in users.items()} == {
        "admin@kwai.example": ["admin"],
        "author@kwai.example": ["author"],
        "coach@kwai.example": ["coach"],
        "user@kwai.example": [],
    }
    assert all(each.password.verify(PASSWORD) for each in users.values())
    assert [line.split()[0] for line in lines] == [user.email for user in USERS]


def test_invitations_stand_in_several_states(settings: Settings) -> None:
    seed_demo(settings, PASSWORD)

    _, states = read(settings)

    assert states == ["confirmed", "expired", "pending"]


def test_a_second_start_changes_nothing(settings: Settings) -> None:
    seed_demo(settings, PASSWORD)
    before = read(settings)

    seed_demo(settings, PASSWORD)

    assert read(settings) == before


def test_another_password_is_the_one_that_works(settings: Settings) -> None:
    seed_demo(settings, PASSWORD)

    seed_demo(settings, "tomoe nage tonight")

    users, _ = read(settings)
    assert all(each.password.verify("tomoe nage tonight") for each in users.values())


@pytest.mark.parametrize(
    ("language", "section", "holiday"),
    [("nl", "Nieuws", "Herfstvakantie"), ("de", "News", "Autumn holiday")],
)
def test_the_club_speaks_its_own_language_or_english(
    settings: Settings, language: str, section: str, holiday: str
) -> None:
    website = settings.website.model_copy(update={"default_locale": language})

    seed_demo(settings.model_copy(update={"website": website}), PASSWORD)

    sections, closures = asyncio.run(site_of(settings))
    assert section in sections
    assert holiday in closures


def test_a_weak_password_is_refused(settings: Settings) -> None:
    with pytest.raises(SettingsException, match="KWAI_DEMO_PASSWORD: A password has at least 12"):
        seed_demo(settings, "demo")

    assert read(settings) == ({}, [])
