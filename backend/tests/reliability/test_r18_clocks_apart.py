"""R18: the clocks of the nodes are an hour off, each its own way; only the database's counts."""

import httpx
import pytest

from tests.support.club import Club
from tests.support.smtp import SmtpSink

pytestmark = pytest.mark.one_engine("mariadb", reason="an embedded database has the host's clock")

HOUR = 3600


async def test_events_r18_mail_leaves_at_once_and_once(
    club: Club, client: httpx.AsyncClient, smtp_sink: SmtpSink
) -> None:
    api = club.api(program=f"tests.support.shifted {HOUR} kwai.kwai_api")
    club.worker(program=f"tests.support.shifted -{HOUR} kwai.kwai_bus")
    club.worker(program=f"tests.support.shifted {HOUR / 2} kwai.kwai_bus")

    admin = await api.log_in(client, await club.join("admin"))
    answers = [
        await api.invite(client, admin, f"member{number}@kwai.example") for number in range(10)
    ]
    await smtp_sink.wait_for(10)
    await club.wait_until_idle()

    rows = await club.rows("SELECT created_at, finished_at, attempts FROM outbox_deliveries")
    assert {answer.status_code for answer in answers} == {201}
    assert len(smtp_sink.mails) == 10
    assert {row["attempts"] for row in rows} == {1}
    assert all(0 <= (r["finished_at"] - r["created_at"]).total_seconds() < 60 for r in rows)
