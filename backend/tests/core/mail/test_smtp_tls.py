"""TLS, STARTTLS and login, against a real server with a certificate of our own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from pydantic import SecretStr

from kwai.core.mail.smtp_relay import SmtpRelay
from kwai.core.mail.transport import RelayFault
from kwai.core.settings import EmailSettings
from tests.support.certificate import Certificate, create_certificate
from tests.support.processes import free_port
from tests.support.scripted_relay import ScriptedRelay

MAIL = b"Subject: hello\r\n\r\nhello\r\n"


class Keeper:
    """Keeps mails, with the name that their sender was logged in with."""

    def __init__(self) -> None:
        self.mails: list[bytes] = []
        self.logins: list[bytes] = []
        self.over_tls: list[bool] = []

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        self.mails.append(bytes(envelope.original_content or b""))
        self.over_tls.append(_is_encrypted(server))
        return "250 OK"

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: object
    ) -> AuthResult:
        assert isinstance(data, LoginPassword)
        self.logins.append(data.login)
        return AuthResult(success=data.password == b"right", handled=False)


def _is_encrypted(server: SMTP) -> bool:
    return server.transport is not None and bool(server.transport.get_extra_info("cipher"))


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return create_certificate(tmp_path_factory.mktemp("tls"))


@contextmanager
def running(keeper: Keeper, **options: Any) -> Iterator[int]:
    port = free_port()
    controller = Controller(keeper, hostname="127.0.0.1", port=port, **options)
    controller.start()
    try:
        yield port
    finally:
        controller.stop()


async def send(port: int, **settings: object) -> None:
    relay = SmtpRelay(EmailSettings.model_validate({"host": "127.0.0.1", "port": port, **settings}))
    try:
        await relay.send(
            sender="club@kwai.example",
            recipient="ann@kwai.example",
            message_id="<1@kwai.example>",
            data=MAIL,
        )
    finally:
        await relay.close()


async def test_a_mail_goes_over_tls_from_the_start(certificate: Certificate) -> None:
    keeper = Keeper()

    with running(keeper, ssl_context=certificate.server_context) as port:
        await send(port, ssl=True, ssl_ca=certificate.certificate)

    assert (len(keeper.mails), all(keeper.over_tls)) == (1, True)


async def test_a_mail_goes_over_starttls(certificate: Certificate) -> None:
    keeper = Keeper()
    options = {"tls_context": certificate.server_context, "require_starttls": True}

    with running(keeper, **options) as port:
        await send(port, tls=True, ssl_ca=certificate.certificate)

    assert (len(keeper.mails), all(keeper.over_tls)) == (1, True)


@pytest.mark.parametrize("kind", ["ssl", "tls"])
async def test_a_certificate_that_we_do_not_trust_is_a_fault(
    certificate: Certificate, kind: str
) -> None:
    keeper = Keeper()
    context = certificate.server_context
    options = {"ssl_context": context} if kind == "ssl" else {"tls_context": context}

    with running(keeper, **options) as port, pytest.raises(RelayFault):
        await send(port, **{kind: True})

    assert keeper.mails == []


@pytest.mark.parametrize("kind", ["ssl", "tls"])
async def test_a_certificate_for_another_host_is_a_fault(tmp_path: Path, kind: str) -> None:
    other = create_certificate(tmp_path, host="other.example")
    keeper = Keeper()
    context = other.server_context
    options = {"ssl_context": context} if kind == "ssl" else {"tls_context": context}

    with running(keeper, **options) as port, pytest.raises(RelayFault):
        await send(port, **{kind: True}, ssl_ca=other.certificate)

    assert keeper.mails == []


async def test_a_relay_that_hides_starttls_gets_nothing() -> None:
    """Somebody in between could have removed the offer: no mail in the clear instead."""
    async with ScriptedRelay() as scripted:
        with pytest.raises(RelayFault, match="STARTTLS"):
            await send(scripted.port, tls=True)

    assert "MAIL" not in scripted.verbs


async def test_tls_that_is_not_asked_for_is_not_used(certificate: Certificate) -> None:
    keeper = Keeper()

    with running(keeper, tls_context=certificate.server_context) as port:
        await send(port)

    assert len(keeper.mails) == 1


async def test_a_login_opens_the_relay(certificate: Certificate) -> None:
    keeper = Keeper()
    options = {
        "tls_context": certificate.server_context,
        "authenticator": keeper.authenticate,
        "auth_required": True,
    }
    login = {"user": "club", "password": SecretStr("right")}

    with running(keeper, **options) as port:
        await send(port, tls=True, ssl_ca=certificate.certificate, **login)

    assert (len(keeper.mails), keeper.logins) == (1, [b"club"])


async def test_a_refused_login_is_a_fault_that_does_not_show_the_password(
    certificate: Certificate,
) -> None:
    keeper = Keeper()
    options = {
        "tls_context": certificate.server_context,
        "authenticator": keeper.authenticate,
        "auth_required": True,
    }
    login = {"user": "club", "password": SecretStr("CANARY")}

    with running(keeper, **options) as port, pytest.raises(RelayFault, match="535") as caught:
        await send(port, tls=True, ssl_ca=certificate.certificate, **login)

    assert "CANARY" not in str(caught.value)
    assert keeper.mails == []


async def test_a_login_without_tls_to_a_relay_that_offers_none_is_a_fault() -> None:
    async with ScriptedRelay() as scripted:
        with pytest.raises(RelayFault, match="AUTH"):
            await send(scripted.port, user="club", password=SecretStr("right"))
