"""R10: a worker dies in the middle of a mail; the relay drops the half it has."""

import pytest

from tests.support.club import Club, wait_until
from tests.support.club_tasks import MemberGreetedEvent
from tests.support.scripted_relay import STOP_READING, ScriptedRelay
from tests.support.smtp import SmtpSink

pytestmark = pytest.mark.one_engine("mariadb", reason="R23 does the same on SQLite")


async def test_events_r10_half_a_mail_is_no_mail(club: Club, smtp_sink: SmtpSink) -> None:
    await club.kit.bus.publish(MemberGreetedEvent(email="jigoro@kwai.example"))
    async with ScriptedRelay() as relay:
        relay.answer("DATA", STOP_READING)
        victim = club.worker(KWAI_EMAIL_PORT=str(relay.port))
        await wait_until(lambda: "DATA" in relay.verbs)
        victim.kill9()

        club.worker()
        await club.wait_until_idle()

        assert relay.mails == []
    assert len(smtp_sink.mails) == 1
