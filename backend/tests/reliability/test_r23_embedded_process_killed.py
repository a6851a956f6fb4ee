"""R23: everything is one process with SQLite and without Redis, and it is killed."""

from collections import Counter
from contextlib import suppress

import httpx
import pytest

from tests.support.club import Club
from tests.support.smtp import SmtpSink

pytestmark = pytest.mark.one_engine("sqlite", reason="the embedded default")

INVITED = "jigoro@kwai.example"
#: How many copies may be sent when the process dies there: only between the relay's 250 and the
#: commit a second one is possible.
COPIES = {
    "before_commit": 0,
    "after_commit": 1,
    "after_doorbell": 1,
    "before_response": 1,
    "after_claim": 1,
    "in_handler": 1,
    "before_handler_commit": 1,
    "after_handler_commit": 1,
    "before_smtp": 1,
    "after_smtp": 2,
    "before_done": 2,
    "after_done": 1,
}


async def invite_and_die(
    club: Club, client: httpx.AsyncClient, smtp_sink: SmtpSink, failpoint: str
) -> Counter[str]:
    """Invite somebody, let the process die at a point, start it again; tells the copies."""
    admin = await club.join("admin")
    await club.release_database()
    kwai = club.up(failpoint=f"{failpoint}:kill")
    with suppress(httpx.TransportError):
        await kwai.invite(client, admin, INVITED)
    kwai.wait()
    kwai.start()
    rows = await club.rows("SELECT id FROM outbox_events")
    if rows:
        await smtp_sink.wait_for(1)
        await club.wait_until_idle()
    return Counter(mail.recipients[0] for mail in smtp_sink.mails)


@pytest.mark.parametrize("failpoint", ["after_commit", "in_handler", "after_smtp"])
async def test_events_r23_e30_nothing_is_lost(
    club: Club, client: httpx.AsyncClient, smtp_sink: SmtpSink, failpoint: str
) -> None:
    copies = await invite_and_die(club, client, smtp_sink, failpoint)

    assert copies[INVITED] == COPIES[failpoint]


@pytest.mark.long
@pytest.mark.parametrize("failpoint", sorted(COPIES))
async def test_events_r23_at_every_failpoint(
    club: Club, client: httpx.AsyncClient, smtp_sink: SmtpSink, failpoint: str
) -> None:
    copies = await invite_and_die(club, client, smtp_sink, failpoint)

    assert copies[INVITED] == COPIES[failpoint]
