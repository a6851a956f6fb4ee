"""R27: a worker is asked to end while mails flow."""

import time

import pytest

from tests.support.club import Club, wait_until
from tests.support.scripted_relay import KEEP_SILENT, ScriptedRelay
from tests.support.smtp import SmtpSink

pytestmark = pytest.mark.one_engine("mariadb", reason="R23 does the same on SQLite")


async def stop_again_and_again(
    club: Club, smtp_sink: SmtpSink, *, stops: int, mails: int
) -> list[tuple[int, bool, int]]:
    """End a worker in the middle of its work; tells exit code, punctuality, leases left."""
    await club.greet(mails)
    ends = []
    for stop in range(stops):
        worker = club.worker()
        await smtp_sink.wait_for((stop + 1) * mails // (stops + 2), within=60)
        started = time.monotonic()
        worker.term()
        code = worker.wait()
        seconds = time.monotonic() - started
        ends.append((code, seconds <= 12, (await club.statuses())["leased"]))
    club.worker()
    await club.wait_until_idle(within=120)
    return ends


async def test_events_r27_it_leaves_nothing_behind(club: Club, smtp_sink: SmtpSink) -> None:
    ends = await stop_again_and_again(club, smtp_sink, stops=3, mails=200)

    assert ends == [(0, True, 0)] * 3
    assert len({mail.recipients for mail in smtp_sink.mails}) == len(smtp_sink.mails) == 200


@pytest.mark.long
async def test_events_r27_twenty_stops(club: Club, smtp_sink: SmtpSink) -> None:
    ends = await stop_again_and_again(club, smtp_sink, stops=20, mails=1000)

    assert ends == [(0, True, 0)] * 20
    assert len({mail.recipients for mail in smtp_sink.mails}) == len(smtp_sink.mails) == 1000


async def queue_one_mail(club: Club) -> None:
    """Publish a greeting and let its task run, with a relay that nobody reaches."""
    await club.greet(1)
    club.worker(program="tests.support.club_tasks --once", KWAI_EMAIL_PORT="1").wait()
    await club.rows("UPDATE outbox_deliveries SET available_at = created_at, last_error = NULL")


async def end_before_data(club: Club, failpoint: str | None) -> int:
    """End a worker while the relay thinks about the recipient; gives the exit code."""
    await queue_one_mail(club)
    async with ScriptedRelay() as relay:
        relay.answer("RCPT", KEEP_SILENT)
        worker = club.worker(
            failpoint=failpoint, KWAI_EMAIL_PORT=str(relay.port), KWAI_BUS_STOP_TIMEOUT="0.2"
        )
        await wait_until(lambda: "RCPT" in relay.verbs)
        worker.term()
        await wait_until(lambda: not worker.is_running)
        return worker.wait()


async def test_events_r27_what_has_not_left_is_given_back(club: Club) -> None:
    code = await end_before_data(club, None)

    rows = await club.rows("SELECT * FROM outbox_deliveries WHERE handler = 'core.send_mail'")
    assert code == 0
    assert [(row["status"], row["attempts"], row["lease"]) for row in rows] == [("ready", 0, None)]


async def test_events_r27_killed_while_giving_back_the_lease_ends_by_itself(
    club: Club, smtp_sink: SmtpSink
) -> None:
    code = await end_before_data(club, "in_release:kill")
    leased = (await club.statuses())["leased"]

    club.worker()
    await club.wait_until_idle()

    assert (code, leased) == (-9, 1)
    assert len(smtp_sink.mails) == 1
