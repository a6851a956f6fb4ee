"""R26: an event has a handler that an old worker does not know yet."""

import pytest

from kwai.core.events.outbox.outbox_admin_db_repository import OutboxAdminDbRepository
from tests.support.club import Club, wait_until
from tests.support.smtp import SmtpSink

pytestmark = pytest.mark.one_engine("mariadb", reason="R23 does the same on SQLite")


async def test_events_r26_e13_it_waits_for_a_worker_that_does(
    club: Club, smtp_sink: SmtpSink
) -> None:
    await club.greet(3)
    old = club.worker(program="kwai.kwai_bus")
    outbox = OutboxAdminDbRepository(club.database)

    async def is_late() -> bool:
        return await outbox.oldest_due_seconds() > 1

    await wait_until(is_late)
    statuses_before = await club.statuses()
    club.worker()
    await club.wait_until_idle()

    assert statuses_before == {"ready": 3}
    assert old.is_running
    assert len(smtp_sink.mails) == 3
