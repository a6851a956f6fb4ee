"""R9: a worker dies between the relay's 250 and its commit: the one way to a second copy."""

import pytest

from tests.support.club import Club
from tests.support.smtp import SmtpSink

pytestmark = pytest.mark.one_engine("mariadb", reason="R23 does the same on SQLite")


async def test_events_r09_the_second_copy_has_the_same_message_id(
    club: Club, smtp_sink: SmtpSink
) -> None:
    await club.greet(1)
    victim = club.worker(failpoint="after_smtp:kill")
    code = victim.wait()

    club.worker()
    await club.wait_until_idle()

    first, second = smtp_sink.mails
    assert code == -9
    assert first.message["Message-ID"] == second.message["Message-ID"]
    assert first.content == second.content


async def test_events_r09_a_worker_killed_after_its_commit_sends_no_second_copy(
    club: Club, smtp_sink: SmtpSink
) -> None:
    await club.greet(1)
    # The first end that is written by itself is the one of the mail.
    victim = club.worker(failpoint="after_done:kill")
    code = victim.wait()

    club.worker()
    await club.wait_until_idle()

    assert code == -9
    assert len(smtp_sink.mails) == 1
