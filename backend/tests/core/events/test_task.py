"""Tasks: run by the worker with its context, or by hand with one of their own."""

from collections.abc import Iterator

import pytest

from kwai.core.events.outbox.new_event import SEND_MAIL
from kwai.core.events.subscriptions import register
from kwai.core.events.task import TaskContext
from kwai.core.settings import get_settings
from kwai.subscriptions import register_subscriptions
from tests.support.bus import BusKit
from tests.support.club import BASE_ENVIRONMENT, database_environment
from tests.support.club_tasks import MemberGreetedEvent, greet_member

EVENT = MemberGreetedEvent(email="jigoro@kwai.example")


@pytest.fixture
def installation(kit: BusKit, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The settings of this process are those of the database of the test."""
    for name, value in (BASE_ENVIRONMENT | database_environment(kit.settings.db)).items():
        monkeypatch.setenv(name, value)
    get_settings.cache_clear()
    register(lambda: kit.subscriptions)
    yield
    get_settings.cache_clear()
    register_subscriptions()


@pytest.mark.usefixtures("installation")
async def test_e14_called_with_the_event_alone_it_brings_its_own_transaction(kit: BusKit) -> None:
    await greet_member(EVENT.data)

    (row,) = await kit.deliveries()
    assert (row["handler"], row["status"]) == (SEND_MAIL, "ready")
    assert row["recipient"] == "jigoro@kwai.example"


@pytest.mark.usefixtures("installation")
async def test_e14_called_with_a_context_it_leaves_the_mails_to_the_caller(kit: BusKit) -> None:
    context = TaskContext.create(kit.database, kit.settings)

    await greet_member(EVENT.data, context)

    assert len(context.mailer.mails) == 1
    assert await kit.deliveries() == []
