"""Every reply and every silence of a relay, and what becomes of the mail."""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest

from kwai.core.mail import smtp_connections
from kwai.core.mail.smtp_relay import SmtpRelay
from kwai.core.mail.transport import (
    PermanentRefusal,
    RelayFault,
    TemporaryRefusal,
    TransportException,
    UnknownOutcome,
)
from kwai.core.settings import EmailSettings
from tests.support.cutting_proxy import CuttingProxy
from tests.support.processes import free_port
from tests.support.scripted_relay import HANG_UP, KEEP_SILENT, STOP_READING, ScriptedRelay
from tests.support.smtp import SmtpSink

SENDER, RECIPIENT = "club@kwai.example", "ann@kwai.example"
MAIL = b"Subject: hello\r\n\r\nfirst line\r\n"


def create_relay(
    server: ScriptedRelay | SmtpSink | CuttingProxy, *, timeout: float = 5
) -> SmtpRelay:
    return SmtpRelay(EmailSettings(host=server.host, port=server.port, timeout=timeout))


async def send(
    relay: SmtpRelay,
    data: bytes = MAIL,
    *,
    recipient: str = RECIPIENT,
    before_data: Callable[[], None] | None = None,
) -> None:
    await relay.send(
        sender=SENDER,
        recipient=recipient,
        message_id="<1@kwai.example>",
        data=data,
        before_data=before_data,
    )


@pytest.fixture
async def scripted() -> AsyncIterator[ScriptedRelay]:
    async with ScriptedRelay() as server:
        yield server


@pytest.fixture
async def relay(scripted: ScriptedRelay) -> AsyncIterator[SmtpRelay]:
    relay = create_relay(scripted)
    yield relay
    await relay.close()


@pytest.fixture
async def sink_relay(smtp_sink: SmtpSink) -> AsyncIterator[SmtpRelay]:
    relay = create_relay(smtp_sink)
    yield relay
    await relay.close()


async def test_a_mail_arrives_as_it_is(sink_relay: SmtpRelay, smtp_sink: SmtpSink) -> None:
    await send(sink_relay)

    (mail,) = smtp_sink.mails
    assert (mail.sender, mail.recipients, mail.content) == (SENDER, (RECIPIENT,), MAIL)


@pytest.mark.parametrize(
    "data",
    [
        b"a: b\r\n\r\n.\r\n..\r\n.x\r\n",
        b".a: b\r\n\r\n",
        b"a: b\r\n\r\nno line end",
        b"a: b\r\n\r\n" + b"x" * 998 + b"\r\n",
        b"a: b\r\n\r\n" + b"x" * 70 + b"\r\n" * 30_000,
    ],
)
async def test_dots_and_long_mails_survive(
    sink_relay: SmtpRelay, smtp_sink: SmtpSink, data: bytes
) -> None:
    await send(sink_relay, data)

    (mail,) = smtp_sink.mails
    assert mail.content.removesuffix(b"\r\n") == data.removesuffix(b"\r\n")


@pytest.mark.parametrize("ending", [b"\n.\n", b"\r.\r", b"\n.\r\n", b"\r\n.\n", b"\r\n.\r\n"])
async def test_a_mail_cannot_smuggle_another_one(
    relay: SmtpRelay, scripted: ScriptedRelay, ending: bytes
) -> None:
    await send(relay, b"a: b\r\n\r\nfirst" + ending + b"MAIL FROM:<eve@kwai.example>\r\n")

    expected = b"a: b\r\n\r\nfirst\r\n..\r\nMAIL FROM:<eve@kwai.example>\r\n.\r\n"
    assert scripted.mails == [expected]
    assert scripted.verbs.count("MAIL") == 1


async def test_an_address_with_a_domain_of_letters_is_sent_in_ascii(
    relay: SmtpRelay, scripted: ScriptedRelay
) -> None:
    await send(relay, recipient="Ann@münchen.de")

    assert "RCPT TO:<Ann@xn--mnchen-3ya.de>" in scripted.commands


REFUSALS: list[tuple[str, str, type[TransportException]]] = [
    ("CONNECT", "421 too busy", RelayFault),
    ("CONNECT", "554 not you", RelayFault),
    ("CONNECT", HANG_UP, RelayFault),
    ("EHLO", "421 too busy", RelayFault),
    ("EHLO", "550 not you", RelayFault),
    ("EHLO", HANG_UP, RelayFault),
    ("MAIL", "421 closing", RelayFault),
    ("MAIL", "451 later", TemporaryRefusal),
    ("MAIL", "530 log in first", RelayFault),
    ("MAIL", "550 not from you", RelayFault),
    ("MAIL", HANG_UP, RelayFault),
    ("RCPT", "421 closing", RelayFault),
    ("RCPT", "450 greylisted", TemporaryRefusal),
    ("RCPT", "452 full", TemporaryRefusal),
    ("RCPT", "535 log in first", RelayFault),
    ("RCPT", "550 no such user", PermanentRefusal),
    ("RCPT", HANG_UP, RelayFault),
    ("DATA", "421 closing", RelayFault),
    ("DATA", "451 later", TemporaryRefusal),
    ("DATA", "554 no", PermanentRefusal),
    ("DATA", "250 what?", RelayFault),
    ("DATA", HANG_UP, RelayFault),
    ("END", "421 closing", RelayFault),
    ("END", "451 later", TemporaryRefusal),
    ("END", "552 too big", PermanentRefusal),
    ("END", "554 spam", PermanentRefusal),
    ("END", HANG_UP, UnknownOutcome),
    ("END", "354 what?", UnknownOutcome),
    ("END", "gibberish", UnknownOutcome),
    ("END", "2", UnknownOutcome),
]


@pytest.mark.parametrize(("verb", "reply", "error"), REFUSALS)
async def test_events_e19_each_answer_has_its_meaning(
    relay: SmtpRelay,
    scripted: ScriptedRelay,
    verb: str,
    reply: str,
    error: type[TransportException],
) -> None:
    scripted.answer(verb, reply)

    with pytest.raises(TransportException) as caught:
        await send(relay)

    assert type(caught.value) is error


@pytest.mark.parametrize("verb", ["CONNECT", "EHLO", "MAIL", "RCPT", "DATA"])
async def test_events_e19_silence_before_the_final_dot_is_a_fault_of_the_relay(
    scripted: ScriptedRelay, verb: str
) -> None:
    scripted.answer(verb, KEEP_SILENT)

    with pytest.raises(RelayFault):
        await send(create_relay(scripted, timeout=0.1))


async def test_events_e19_silence_after_the_final_dot_is_an_unknown_outcome(
    scripted: ScriptedRelay,
) -> None:
    scripted.answer("END", KEEP_SILENT)

    with pytest.raises(UnknownOutcome):
        await send(create_relay(scripted, timeout=0.1))


async def test_events_r14_a_relay_that_stops_reading_has_not_seen_the_final_dot(
    scripted: ScriptedRelay,
) -> None:
    scripted.answer("DATA", STOP_READING)
    data = b"a: b\r\n\r\n" + (b"x" * 70 + b"\r\n") * 400_000

    with pytest.raises(RelayFault, match="stopped reading"):
        await send(create_relay(scripted, timeout=0.3), data)


async def test_events_r11_an_answer_that_is_lost_is_an_unknown_outcome(
    smtp_sink: SmtpSink,
) -> None:
    async with CuttingProxy(smtp_sink.host, smtp_sink.port, "after the final dot") as proxy:
        with pytest.raises(UnknownOutcome):
            await send(create_relay(proxy))

    assert len(smtp_sink.mails) == 1


async def test_a_connection_that_breaks_before_the_relay_has_it_all_is_unknown_to_us(
    smtp_sink: SmtpSink,
) -> None:
    """The final dot was out, and the network lost it: nobody at our end can tell."""
    async with CuttingProxy(smtp_sink.host, smtp_sink.port, "before the final dot") as proxy:
        with pytest.raises(UnknownOutcome):
            await send(create_relay(proxy))

    assert smtp_sink.mails == []


async def test_a_mail_that_goes_through_a_proxy_arrives(smtp_sink: SmtpSink) -> None:
    async with CuttingProxy(smtp_sink.host, smtp_sink.port, "never") as proxy:
        relay = create_relay(proxy)
        await send(relay)
        await relay.close()

    assert len(smtp_sink.mails) == 1


async def test_events_r12_nobody_at_the_other_end_is_a_fault_of_the_relay() -> None:
    relay = SmtpRelay(EmailSettings(host="127.0.0.1", port=free_port()))

    with pytest.raises(RelayFault, match="SMTPConnectError"):
        await send(relay)


async def test_events_r13_a_refusal_gives_code_and_text_without_the_address(
    sink_relay: SmtpRelay, smtp_sink: SmtpSink
) -> None:
    smtp_sink.answer_rcpt(RECIPIENT, "550 5.1.1 <ann@kwai.example> is unknown to ann@kwai.example")

    with pytest.raises(PermanentRefusal) as caught:
        await send(sink_relay)

    assert caught.value.code == 550
    assert str(caught.value) == "550 5.1.1 <address> is unknown to <address>"


async def test_events_r13_a_refused_mail_does_not_disturb_the_next_one(
    sink_relay: SmtpRelay, smtp_sink: SmtpSink
) -> None:
    smtp_sink.answer_data(RECIPIENT, "451 later")

    with pytest.raises(TemporaryRefusal):
        await send(sink_relay)
    await send(sink_relay)

    assert len(smtp_sink.mails_to(RECIPIENT)) == 1


@pytest.mark.parametrize(("verb", "reply"), [("RCPT", "550 no"), ("DATA", "451 no")])
async def test_a_connection_is_kept_after_a_refusal(
    relay: SmtpRelay, scripted: ScriptedRelay, verb: str, reply: str
) -> None:
    scripted.answer(verb, reply)

    with pytest.raises(TransportException):
        await send(relay)
    await send(relay)

    assert (scripted.connections, len(scripted.mails)) == (1, 1)
    assert "RSET" in scripted.verbs


async def test_mails_follow_each_other_over_one_connection(
    relay: SmtpRelay, scripted: ScriptedRelay
) -> None:
    for _ in range(5):
        await send(relay)

    assert (scripted.connections, len(scripted.mails)) == (1, 5)
    assert scripted.verbs.count("EHLO") == 1


async def test_a_connection_carries_at_most_a_hundred_mails(
    relay: SmtpRelay, scripted: ScriptedRelay
) -> None:
    for _ in range(101):
        await send(relay)

    assert (scripted.connections, len(scripted.mails)) == (2, 101)


async def test_mails_at_the_same_time_have_connections_of_their_own(
    relay: SmtpRelay, scripted: ScriptedRelay
) -> None:
    await asyncio.gather(*(send(relay) for _ in range(4)))
    await asyncio.gather(*(send(relay) for _ in range(4)))

    assert (scripted.connections, len(scripted.mails)) == (4, 8)


async def test_an_idle_connection_is_given_up(
    monkeypatch: pytest.MonkeyPatch, scripted: ScriptedRelay
) -> None:
    monkeypatch.setattr(smtp_connections, "MAX_IDLE", 0.01)
    await send(create_relay(scripted))

    async with asyncio.timeout(5):
        while scripted.open:  # noqa: ASYNC110 (the relay has nothing to wait for)
            await asyncio.sleep(0.001)

    assert scripted.verbs[-1] == "QUIT"


@pytest.mark.parametrize("reply", [HANG_UP, "421 idle for too long"])
async def test_a_relay_that_left_an_idle_connection_is_called_again(
    relay: SmtpRelay, scripted: ScriptedRelay, reply: str
) -> None:
    await send(relay)
    scripted.answer("MAIL", reply)

    await send(relay)

    assert (scripted.connections, len(scripted.mails)) == (2, 2)


async def test_a_restarted_relay_gets_the_next_mail(
    sink_relay: SmtpRelay, smtp_sink: SmtpSink
) -> None:
    await send(sink_relay)
    await asyncio.to_thread(smtp_sink.stop)
    await asyncio.to_thread(smtp_sink.start)

    await send(sink_relay)

    assert len(smtp_sink.mails) == 2


async def test_closing_says_goodbye_and_leaves_the_relay_usable(
    relay: SmtpRelay, scripted: ScriptedRelay
) -> None:
    await send(relay)

    await relay.close()

    assert scripted.verbs[-1] == "QUIT"
    await send(relay)
    assert len(scripted.mails) == 2


async def test_events_e09_the_last_look_comes_before_the_mail_leaves(
    relay: SmtpRelay, scripted: ScriptedRelay
) -> None:
    class LeaseIsOverError(Exception):
        pass

    def look() -> None:
        assert scripted.verbs[-1] == "RCPT"
        raise LeaseIsOverError

    with pytest.raises(LeaseIsOverError):
        await send(relay, before_data=look)

    assert scripted.mails == []
    assert "DATA" not in scripted.verbs


async def test_a_cancelled_mail_leaves_no_half_used_connection(
    relay: SmtpRelay, scripted: ScriptedRelay
) -> None:
    scripted.answer("RCPT", KEEP_SILENT)
    task = asyncio.create_task(send(relay))
    async with asyncio.timeout(5):
        while "RCPT" not in scripted.verbs:  # noqa: ASYNC110 (the relay sets no event)
            await asyncio.sleep(0)

    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await send(relay)

    assert (scripted.connections, len(scripted.mails)) == (2, 1)


async def test_the_relay_is_told_who_calls(scripted: ScriptedRelay) -> None:
    settings = EmailSettings(host=scripted.host, port=scripted.port)

    relay = SmtpRelay(settings, local_hostname="club.example")
    await relay.check()

    assert scripted.commands == ["EHLO club.example", "QUIT"]
