"""R11: the relay takes a mail, and its 250 is lost on the way."""

from collections import Counter

import pytest

from tests.support.club import Club
from tests.support.cutting_proxy import CuttingProxy
from tests.support.smtp import SmtpSink

pytestmark = pytest.mark.one_engine("mariadb", reason="R23 does the same on SQLite")


async def test_events_r11_one_extra_copy_and_none_lost(club: Club, smtp_sink: SmtpSink) -> None:
    await club.greet(3)
    async with CuttingProxy(smtp_sink.host, smtp_sink.port, "after the final dot") as proxy:
        club.worker(KWAI_EMAIL_PORT=str(proxy.port), KWAI_BUS_CONCURRENCY="1")
        await smtp_sink.wait_for(1)
        proxy.cut = "never"
        await club.wait_until_idle()

    copies = Counter(mail.recipients[0] for mail in smtp_sink.mails)
    rows = await club.rows("SELECT outcome, last_error FROM outbox_deliveries ORDER BY id")
    assert len(copies) == 3
    assert max(copies.values()) <= 2
    assert {row["outcome"] for row in rows} == {"done"}
    assert any("No answer to the end of the mail" in (row["last_error"] or "") for row in rows)
