import asyncio
from pathlib import Path

import pytest

from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.mail.direct_mailer import DirectMailer
from kwai.core.mail.mail import Mail
from kwai.core.mail.mail_directory import MailDirectory
from kwai.core.mail.mailer import MailerException
from kwai.core.mail.recipient import Recipient
from kwai.core.mail.smtp_mailer import SmtpMailer
from kwai.core.settings import EmailSettings
from tests.support.processes import free_port
from tests.support.smtp import SmtpSink


@pytest.fixture
def settings(smtp_sink: SmtpSink) -> EmailSettings:
    return EmailSettings(host=smtp_sink.host, port=smtp_sink.port)


def test_every_receiver_gets_a_mail_of_their_own(
    settings: EmailSettings, smtp_sink: SmtpSink, mail: Mail
) -> None:
    eve = Recipient(EmailAddress("eve@kwai.example"), "Eve")
    mailer = SmtpMailer(settings, host="kwai.example")
    mailer.connect()

    mailer.send(mail.with_recipients(mail.recipients.add_bcc(eve)))
    mailer.disconnect()

    assert [received.recipients for received in smtp_sink.mails] == [
        ("ann@kwai.example",),
        ("eve@kwai.example",),
    ]
    assert smtp_sink.mails[0].message["Message-ID"].endswith("@kwai.example>")


def test_it_can_be_used_after_a_disconnect(
    settings: EmailSettings, smtp_sink: SmtpSink, mail: Mail
) -> None:
    mailer = SmtpMailer(settings)

    for _ in range(2):
        mailer.send(mail)
        mailer.disconnect()

    assert len(smtp_sink.mails) == 2


def test_a_relay_that_is_away_and_a_refusal_are_mailer_exceptions(
    settings: EmailSettings, smtp_sink: SmtpSink, mail: Mail
) -> None:
    smtp_sink.answer_rcpt("ann@kwai.example", "550 no such user")
    mailer = SmtpMailer(settings)

    with pytest.raises(MailerException, match="550 no such user"):
        mailer.send(mail)
    with pytest.raises(MailerException):
        SmtpMailer(EmailSettings(host="127.0.0.1", port=free_port())).connect()
    mailer.disconnect()


def test_a_login_that_the_relay_does_not_know_is_refused(settings: EmailSettings) -> None:
    mailer = SmtpMailer(settings)

    with pytest.raises(MailerException, match="AUTH"):
        mailer.login("club", "secret")

    mailer.disconnect()


async def test_it_refuses_to_block_the_event_loop(settings: EmailSettings, mail: Mail) -> None:
    with pytest.raises(MailerException, match="event loop"):
        SmtpMailer(settings).send(mail)


def test_without_a_relay_the_same_mailer_writes_files(tmp_path: Path, mail: Mail) -> None:
    mailer = DirectMailer(MailDirectory(tmp_path), host="kwai.example")

    mailer.send(mail)

    (file,) = tmp_path.iterdir()
    assert b"To: Ann O'Neill <ann@kwai.example>" in file.read_bytes()


async def test_a_thread_may_send(settings: EmailSettings, smtp_sink: SmtpSink, mail: Mail) -> None:
    def send() -> None:
        mailer = SmtpMailer(settings)
        mailer.send(mail)
        mailer.disconnect()

    await asyncio.to_thread(send)

    assert len(smtp_sink.mails) == 1
