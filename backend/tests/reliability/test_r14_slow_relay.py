"""R14: the relay is slow with one mail; the others leave, and the slow one is tried again."""

import asyncio

import pytest

from tests.support.club import Club
from tests.support.smtp import ReceivedMail, SmtpSink

pytestmark = pytest.mark.one_engine("mariadb", reason="R23 does the same on SQLite")


async def test_events_r14_one_slow_dialogue_does_not_hold_up_the_others(
    club: Club, smtp_sink: SmtpSink
) -> None:
    slow, *others = await club.greet(12)
    order: list[str] = []
    released = asyncio.Event()
    loop_of_the_relay: list[asyncio.AbstractEventLoop] = []

    async def answer(mail: ReceivedMail) -> str | None:
        (recipient,) = mail.recipients
        order.append(recipient)
        if recipient == slow and order.count(slow) == 1:
            loop_of_the_relay.append(asyncio.get_running_loop())
            await released.wait()
            return "451 too late"
        return None

    smtp_sink.on_data = answer
    club.worker()
    await smtp_sink.wait_for(12)
    loop_of_the_relay[0].call_soon_threadsafe(released.set)
    await club.wait_until_idle()

    assert order[-1] == slow
    assert sorted({mail.recipients[0] for mail in smtp_sink.mails}) == sorted([slow, *others])
