"""R7: a worker dies after its claim or inside a handler; another one takes over."""

import pytest

from tests.support.club import Club
from tests.support.smtp import SmtpSink

pytestmark = pytest.mark.one_engine("mariadb", reason="R23 does the same on SQLite")


async def test_events_r07_another_worker_takes_over_and_effects_happen_once(
    club: Club, smtp_sink: SmtpSink
) -> None:
    addresses = await club.greet(12)
    victims = [
        club.worker(failpoint=f"{name}:kill", KWAI_BUS_CONCURRENCY="2")
        for name in ("after_claim", "in_handler", "before_handler_commit")
    ]
    codes = [victim.wait() for victim in victims]

    club.worker()
    await club.wait_until_idle()

    assert codes == [-9, -9, -9]
    assert sorted(mail.recipients[0] for mail in smtp_sink.mails) == sorted(addresses)
    assert await club.statuses() == {"done": 24}
