"""T33: nothing that goes wrong around a secret writes it into the log, not even with a traceback.

`backend/tests` runs the same hunt over a whole installation; this one names the part at fault.
"""

from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from loguru import logger
from pydantic import SecretStr

from kwai.core.domain.exceptions import DomainException
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.logging import configure_logger
from kwai.core.mail import mime
from kwai.core.mail.mail import Mail
from kwai.core.mail.mail_directory import MailDirectory
from kwai.core.mail.mailer import MailerException
from kwai.core.mail.recipient import Recipient, Recipients
from kwai.core.mail.smtp_relay import SmtpRelay
from kwai.core.mail.transport import TransportException
from kwai.core.security.keys import Keys
from kwai.core.security.password_policy import PasswordPolicy
from kwai.core.security.sealer import Sealer, SealException
from kwai.core.security.token_codec import TokenCodec
from kwai.core.settings import EmailSettings, LoggerSettings
from kwai.core.template.jinja2_engine import Jinja2Engine
from tests.support.scripted_relay import HANG_UP, ScriptedRelay

# Put together here, for a traceback shows the lines of the source.
CANARY = "-".join(["canary", "5f2c9d"])
ADDRESS = f"{CANARY}@kwai.example"
SECRETS = [f"{CANARY} and so on to 32 characters.", "b" * 40]

Failure = Callable[[Path], Awaitable[object]]


async def refuse_password(folder: Path) -> None:
    PasswordPolicy(minimum=100).check(CANARY, [CANARY])


async def refuse_own_address(folder: Path) -> None:
    PasswordPolicy(minimum=8).check(CANARY, [ADDRESS])


async def refuse_token(folder: Path) -> None:
    codec = TokenCodec(SECRETS, "HS256", CANARY)
    codec.decode(codec.encode({"sub": CANARY}), "access")


async def refuse_seal(folder: Path) -> None:
    sealer = Sealer(Keys(SECRETS))
    sealer.open(sealer.seal(CANARY.encode(), CANARY), "elsewhere")


async def build_mail(folder: Path) -> None:
    ann = Recipient(EmailAddress(ADDRESS), CANARY)
    mail = Mail(recipients=Recipients(ann), subject=CANARY, text=CANARY, html="\ud800")
    mime.build(mail, recipient=ann, message_id="<a@b>", date=datetime.now(UTC))


async def render_mail(folder: Path) -> None:
    Jinja2Engine().create_mail_template("identity/user_recovery").render_text(link=CANARY)


async def write_mail(folder: Path) -> None:
    (folder / "file").touch()
    await send(MailDirectory(folder / "file"))


async def refuse_receiver(folder: Path) -> None:
    async with ScriptedRelay() as relay:
        relay.answer("RCPT", f"550 5.1.1 <{ADDRESS}> is unknown")
        await send(SmtpRelay(settings_of(relay)))


async def lose_relay(folder: Path) -> None:
    async with ScriptedRelay() as relay:
        relay.answer("END", HANG_UP)
        await send(SmtpRelay(settings_of(relay)))


async def refuse_login(folder: Path) -> None:
    async with ScriptedRelay() as relay:
        relay.answer("EHLO", "250-scripted.test\r\n250 AUTH PLAIN")
        relay.answer("AUTH", f"535 {ADDRESS} is not known")
        await send(SmtpRelay(settings_of(relay, user=CANARY, password=SecretStr(CANARY))))


async def send(transport: SmtpRelay | MailDirectory) -> None:
    await transport.send(
        sender="club@kwai.example", recipient=ADDRESS, message_id="<a@b>", data=CANARY.encode()
    )


def settings_of(relay: ScriptedRelay, **more: object) -> EmailSettings:
    return EmailSettings.model_validate({"host": relay.host, "port": relay.port, **more})


FAILURES: list[tuple[Failure, type[Exception]]] = [
    (refuse_password, DomainException),
    (refuse_own_address, DomainException),
    (refuse_token, DomainException),
    (refuse_seal, SealException),
    (build_mail, MailerException),
    (render_mail, UndefinedError),
    (write_mail, TransportException),
    (refuse_receiver, TransportException),
    (lose_relay, TransportException),
    (refuse_login, TransportException),
]


@pytest.fixture(autouse=True)
def _quiet_afterwards() -> Iterator[None]:
    yield
    logger.remove()


@pytest.mark.parametrize(("fail", "error"), FAILURES)
@pytest.mark.parametrize("format_", ["json", "text"])
async def test_security_t33_a_failure_keeps_its_secret(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    fail: Failure,
    error: type[Exception],
    format_: str,
) -> None:
    configure_logger(LoggerSettings.model_validate({"level": "TRACE", "format": format_}))

    try:
        await fail(tmp_path)
    except error:
        logger.exception("It failed.")

    output = capsys.readouterr().err
    assert "It failed." in output
    assert "Traceback" in output
    assert CANARY not in output
