"""R15 (F5): a row that nobody can read, and one that kills whoever runs it."""

import pytest

from kwai.core.db.criteria import KwaiField
from tests.support.club import Club
from tests.support.club_tasks import CoachFaintedEvent, MemberGreetedEvent
from tests.support.smtp import SmtpSink

pytestmark = pytest.mark.one_engine("mariadb", reason="R23 does the same on SQLite")

SHORT = {
    "KWAI_BUS_LEASE": "1.5",
    "KWAI_BUS_HANDLER_TIMEOUT": "1.2",
    "KWAI_EMAIL_TIMEOUT": "1",
    "KWAI_BUS_MAX_ATTEMPTS": "3",
}


async def test_events_r15_e23_a_damaged_payload_is_dead_at_once_and_the_queue_moves(
    club: Club, smtp_sink: SmtpSink
) -> None:
    await club.greet(2)
    (first, _) = await club.rows("SELECT id, payload FROM outbox_events ORDER BY id")
    flipped = bytes([first["payload"][-1] ^ 1])
    update = club.database.create_query_factory().update(
        "outbox_events", {"payload": first["payload"][:-1] + flipped}
    )
    await club.database.change(update.where(KwaiField("id").eq(first["id"])))

    worker = club.worker()
    await club.wait_until_idle()

    (row,) = await club.rows("SELECT * FROM outbox_deliveries WHERE status = 'dead'")
    assert (row["event_id"], row["outcome"], row["attempts"]) == (first["id"], "payload", 1)
    assert len(smtp_sink.mails) == 1
    assert "The delivery is dead" in worker.text


async def test_events_r15_a_handler_that_kills_is_dead_after_its_attempts(
    club: Club, smtp_sink: SmtpSink
) -> None:
    await club.kit.bus.publish(CoachFaintedEvent())
    worker = club.worker(**SHORT)
    for _ in range(2):
        worker.wait()
        worker.start()
    worker.wait()
    await club.kit.bus.publish(MemberGreetedEvent(email="jigoro@kwai.example"))

    worker.start()
    await club.wait_until_idle()

    (row,) = await club.rows("SELECT * FROM outbox_deliveries WHERE handler = 'club.faint'")
    assert (row["status"], row["outcome"], row["attempts"]) == ("dead", "attempts", 3)
    assert len(smtp_sink.mails) == 1
