import asyncio
import smtplib
from collections.abc import Callable
from email.message import EmailMessage

import pytest

from tests.support.smtp import ReceivedMail, SmtpSink

Send = Callable[[str], None]


@pytest.fixture
def send(smtp_sink: SmtpSink) -> Send:
    def send(recipient: str) -> None:
        message = EmailMessage()
        message["From"], message["To"] = "club@kwai.example", recipient
        message.set_content("Welcome")
        with smtplib.SMTP(smtp_sink.host, smtp_sink.port, local_hostname="test") as client:
            client.send_message(message)

    return send


def test_a_mail_is_kept_as_it_came(smtp_sink: SmtpSink, send: Send) -> None:
    send("coach@kwai.example")

    [mail] = smtp_sink.mails
    assert mail.sender == "club@kwai.example"
    assert mail.recipients == ("coach@kwai.example",)
    assert mail.message.get_content().strip() == "Welcome"


def test_scripted_replies_are_given_in_turn(smtp_sink: SmtpSink, send: Send) -> None:
    smtp_sink.answer_rcpt("a@kwai.example", "550 5.1.1 no such user")
    smtp_sink.answer_data("b@kwai.example", "451 4.3.0 later")

    with pytest.raises(smtplib.SMTPRecipientsRefused):
        send("a@kwai.example")
    with pytest.raises(smtplib.SMTPDataError):
        send("b@kwai.example")
    send("b@kwai.example")

    assert [mail.recipients for mail in smtp_sink.mails] == [("b@kwai.example",)]
    assert [mail.recipients for mail in smtp_sink.refused] == [("b@kwai.example",)]


def test_a_hook_decides_about_the_data(smtp_sink: SmtpSink, send: Send) -> None:
    async def refuse(mail: ReceivedMail) -> str:
        return f"554 not for {mail.recipients[0]}"

    smtp_sink.on_data = refuse

    with pytest.raises(smtplib.SMTPDataError, match="not for coach"):
        send("coach@kwai.example")


def test_a_stopped_relay_comes_back_on_its_port(smtp_sink: SmtpSink, send: Send) -> None:
    smtp_sink.stop()

    with pytest.raises(ConnectionRefusedError):
        send("coach@kwai.example")
    smtp_sink.start()
    send("coach@kwai.example")

    assert len(smtp_sink.mails_to("coach@kwai.example")) == 1


async def test_waiting_ends_with_the_last_mail(smtp_sink: SmtpSink, send: Send) -> None:
    sending = asyncio.to_thread(send, "coach@kwai.example")

    mails, _ = await asyncio.gather(smtp_sink.wait_for(1), sending)

    assert len(mails) == 1
    with pytest.raises(TimeoutError, match="1 of 2"):
        await smtp_sink.wait_for(2, within=0.01)
