"""R25: the relay is down until a mailed secret has expired; the mail is never sent late."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.support.club import Club
from tests.support.club_tasks import MemberGreetedEvent
from tests.support.smtp import SmtpSink

pytestmark = pytest.mark.one_engine("mariadb", reason="R23 does the same on SQLite")


async def test_events_r25_an_expired_mail_is_cancelled(club: Club, smtp_sink: SmtpSink) -> None:
    smtp_sink.stop()
    worker = club.worker()
    until = datetime.now(UTC) + timedelta(seconds=2)
    await club.kit.bus.publish(MemberGreetedEvent(email="late@kwai.example", until=until))

    await club.wait_until_idle()
    smtp_sink.start()
    await club.greet(1)
    worker.restart()
    await club.wait_until_idle()

    rows = await club.rows("SELECT status, outcome FROM outbox_deliveries ORDER BY id")
    assert [mail.recipients for mail in smtp_sink.mails] == [("member0@kwai.example",)]
    assert [(row["status"], row["outcome"]) for row in rows[:2]] == [
        ("done", "done"),
        ("cancelled", "expired"),
    ]
