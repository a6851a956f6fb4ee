"""R12 (F2): the relay is down; mails wait, keep their attempts, and leave when it is back."""

import pytest

from tests.support.club import Club, wait_until
from tests.support.smtp import SmtpSink

pytestmark = pytest.mark.one_engine("mariadb", reason="R23 does the same on SQLite")


async def let_mails_wait(club: Club, smtp_sink: SmtpSink, count: int, seconds: float) -> None:
    """Queue mails while the relay is down for so long, then wait until they are through."""
    smtp_sink.stop()
    club.worker()
    await club.greet(count)
    # The newest one: to look for the oldest would read the whole queue again and again.
    query = (
        "SELECT handler FROM (SELECT * FROM outbox_deliveries ORDER BY id DESC LIMIT 1) AS newest"
        " WHERE handler = 'core.send_mail'"
        f" AND created_at < DATE_SUB(UTC_TIMESTAMP(6), INTERVAL {seconds} SECOND)"
    )

    async def was_down_for_long() -> bool:
        return bool(await club.rows(query))

    await wait_until(was_down_for_long, within=seconds + 300)
    smtp_sink.start()
    await smtp_sink.wait_for(count, within=300)
    await club.wait_until_idle()


async def check_mails(club: Club, smtp_sink: SmtpSink, count: int) -> None:
    rows = await club.rows(
        "SELECT attempts, status FROM outbox_deliveries WHERE handler = 'core.send_mail'"
    )
    assert len({mail.recipients for mail in smtp_sink.mails}) == len(smtp_sink.mails) == count
    assert [(row["attempts"], row["status"]) for row in rows] == [(1, "done")] * count


async def test_events_r12_e20_an_outage_burns_no_attempts(club: Club, smtp_sink: SmtpSink) -> None:
    await let_mails_wait(club, smtp_sink, 500, seconds=6)

    await check_mails(club, smtp_sink, 500)


@pytest.mark.long
async def test_events_r12_an_hour_long_outage(club: Club, smtp_sink: SmtpSink) -> None:
    await let_mails_wait(club, smtp_sink, 10_000, seconds=3600)

    await check_mails(club, smtp_sink, 10_000)
