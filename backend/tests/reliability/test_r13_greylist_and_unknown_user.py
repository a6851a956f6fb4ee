"""R13: the relay wants one mail later and another one never; the others do not notice."""

import pytest

from tests.support.club import Club
from tests.support.smtp import SmtpSink

pytestmark = pytest.mark.one_engine("mariadb", reason="R23 does the same on SQLite")


async def test_events_r13_e19_each_recipient_gets_what_the_relay_decides(
    club: Club, smtp_sink: SmtpSink
) -> None:
    later, never, *others = await club.greet(6)
    smtp_sink.answer_rcpt(later, f"451 4.7.1 <{later}> greylisted", "451 4.7.1 greylisted")
    smtp_sink.answer_rcpt(never, f"550 5.1.1 {never} unknown")

    club.worker()
    await club.wait_until_idle()

    mailed = sorted(mail.recipients[0] for mail in smtp_sink.mails)
    rows = await club.rows("SELECT * FROM outbox_deliveries WHERE handler = 'core.send_mail'")
    by_recipient = {row["recipient"]: row for row in rows}
    dead = by_recipient[never]
    assert mailed == sorted([later, *others])
    assert by_recipient[later]["attempts"] == 3
    assert {by_recipient[each]["attempts"] for each in others} == {1}
    assert (dead["status"], dead["outcome"], dead["attempts"]) == ("dead", "smtp_5xx", 1)
    assert dead["last_error"] == "550 5.1.1 <address> unknown"
