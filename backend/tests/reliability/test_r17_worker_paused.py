"""R17: a worker freezes beyond its lease; another one takes over, and the first is fenced."""

from collections import Counter

import pytest

from tests.support.club import Club, wait_until
from tests.support.smtp import SmtpSink

pytestmark = pytest.mark.one_engine("mariadb", reason="R23 does the same on SQLite")


async def test_events_r17_a_late_worker_is_fenced(club: Club, smtp_sink: SmtpSink) -> None:
    addresses = await club.greet(4)
    one = {"KWAI_BUS_CONCURRENCY": "1"}
    after_claim = club.worker(failpoint="after_claim:stop", **one)
    await wait_until(lambda: after_claim.is_stopped)
    after_smtp = club.worker(failpoint="after_smtp:stop", **one)
    await wait_until(lambda: after_smtp.is_stopped)
    (sent,) = [mail.recipients[0] for mail in smtp_sink.mails]

    club.worker()
    await club.wait_until_idle()
    for paused in (after_claim, after_smtp):
        paused.cont()
    await wait_until(lambda: all("Fenced" in each.text for each in (after_claim, after_smtp)))

    copies = Counter(mail.recipients[0] for mail in smtp_sink.mails)
    assert copies == Counter(addresses) + Counter([sent])
    assert await club.statuses() == {"done": 8}
