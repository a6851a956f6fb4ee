import pytest

from kwai.core.dependencies import create_mail_transport, create_mailer
from kwai.core.mail.address import ascii_address, create_sender, host_of
from kwai.core.mail.direct_mailer import DirectMailer
from kwai.core.mail.mail_directory import MailDirectory
from kwai.core.mail.mailer import MailerException
from kwai.core.mail.smtp_mailer import SmtpMailer
from kwai.core.mail.smtp_relay import SmtpRelay
from kwai.core.settings import Settings


@pytest.mark.parametrize(
    ("from_", "email", "sender"),
    [
        ("club@kwai.example", "", ("club@kwai.example", "Judo")),
        ("Our Club <club@kwai.example>", "", ("club@kwai.example", "Our Club")),
        ("", "info@kwai.example", ("info@kwai.example", "Judo")),
        ("", "", ("noreply@kwai.example", "Judo")),
    ],
)
def test_the_sender_is_the_club(from_: str, email: str, sender: tuple[str, str]) -> None:
    settings = Settings.model_validate(
        {"email": {"from": from_}, "website": {"name": "Judo", "email": email}}
    )

    created = create_sender(settings)

    assert (created.email.email, created.name) == sender


@pytest.mark.parametrize(
    ("url", "sender"),
    [
        ("https://club.example", "noreply@club.example"),
        ("https://münchen.de", "noreply@xn--mnchen-3ya.de"),
        ("http://127.0.0.1:8000", "noreply@kwai.example"),
        ("http://localhost:8000", "noreply@kwai.example"),
        ("http://[::1]:8000", "noreply@kwai.example"),
    ],
)
def test_a_club_without_an_address_sends_from_its_own_host(url: str, sender: str) -> None:
    settings = Settings.model_validate({"website": {"url": url}})

    assert create_sender(settings).email.email == sender


@pytest.mark.parametrize("from_", ["nobody", "a@b@c", "<>", "x <y>"])
def test_a_sender_that_is_no_address_is_refused(from_: str) -> None:
    with pytest.raises(MailerException, match=r"email\.from"):
        create_sender(Settings.model_validate({"email": {"from": from_}}))


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://club.example", "club.example"),
        ("https://club.example:8443/kwai", "club.example"),
        ("https://münchen.de", "xn--mnchen-3ya.de"),
        ("", "127.0.0.1"),
    ],
)
def test_the_host_is_that_of_the_website(url: str, host: str) -> None:
    assert host_of(Settings.model_validate({"website": {"url": url}})) == host


def test_an_address_in_ascii_stays_as_it_is() -> None:
    assert ascii_address("Ann.Peeters@KWAI.example") == "Ann.Peeters@KWAI.example"


def test_the_settings_decide_between_relay_and_folder() -> None:
    files, relay = Settings(), Settings.model_validate({"email": {"host": "127.0.0.1"}})

    assert isinstance(create_mail_transport(files), MailDirectory)
    assert isinstance(create_mail_transport(relay), SmtpRelay)
    assert type(create_mailer(files)) is DirectMailer
    assert type(create_mailer(relay)) is SmtpMailer
