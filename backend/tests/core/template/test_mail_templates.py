"""The mails that kwai sends, in every language that it has them in."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import kwai
from kwai.core.dependencies import create_template_engine
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.mail import mime
from kwai.core.mail.mail import Mail
from kwai.core.mail.recipient import Recipient, Recipients
from kwai.core.settings import Settings

TEMPLATES = Path(kwai.__file__).parent / "templates"
LANGUAGES = ("nl", "en", "fr")
NOW = datetime(2026, 11, 21, 14, 30, tzinfo=UTC)
LINK = "https://club.example/auth/invite#uuid=3f1f9a4e-6f0f-4c3a-9c39-9f0b7a0c2f11&code=" + "A" * 26
CLUB_NAME = "Judoclub 'De <Mat>' & Co"
VARIABLES: dict[str, Any] = {
    "name": "Zoë O'Neill <b>",
    "link": LINK,
    "expires": NOW + timedelta(hours=2),
    "happened_at": NOW,
    "now": NOW,
}
WITH_EXPIRY = ("user_invitation", "user_recovery")
MAILS = (*WITH_EXPIRY, "password_changed", "session_reuse_detected")


def mails_of(context: str) -> Iterator[tuple[str, str, str]]:
    for lang in sorted(file.name for file in (TEMPLATES / context).iterdir()):
        for file in sorted((TEMPLATES / context / lang).iterdir()):
            yield lang, file.stem, file.suffix


class Page(HTMLParser):
    """Collects what a mail program would fetch, follow and show."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name == "href":
                self.links.append(value or "")
            if name in {"src", "background", "srcset"}:
                self.fetched.append(value or "")

    def handle_data(self, data: str) -> None:
        self.text += data


def compose(mail: str, lang: str, **variables: object) -> Mail:
    settings = Settings.model_validate(
        {
            "website": {
                "url": "https://club.example/",
                "name": CLUB_NAME,
                "email": "info@club.example",
            }
        }
    )
    template = create_template_engine(settings).create_mail_template(f"identity/{mail}", lang)
    ann = Recipient(EmailAddress("ann@kwai.example"), "Ann")
    return template.create_mail(Recipients(ann, to=(ann,)), **{**VARIABLES, **variables})


every_mail = pytest.mark.parametrize("mail", MAILS)
every_language = pytest.mark.parametrize("lang", LANGUAGES)


def test_every_mail_exists_in_every_language_in_both_parts() -> None:
    expected = {
        (lang, mail, part) for lang in LANGUAGES for mail in MAILS for part in (".html", ".txt")
    }

    assert set(mails_of("identity")) == expected


@every_language
@every_mail
def test_a_mail_can_be_sent_and_names_everything(mail: str, lang: str) -> None:
    composed = compose(mail, lang)
    ann = composed.recipients.to[0]

    assert mime.build(composed, recipient=ann, message_id="<a@b>", date=NOW)
    page = Page(composed.html or "")
    for text in (composed.text or "", page.text):
        assert "Zoë O'Neill <b>" in text
        assert CLUB_NAME in text
        assert "https://club.example\n" in text or "https://club.example" in page.links
        assert "info@club.example" in text
        assert LINK in text
    assert CLUB_NAME in composed.subject


@every_language
@every_mail
def test_a_link_stands_alone_on_its_line(mail: str, lang: str) -> None:
    text = compose(mail, lang).text or ""

    assert LINK in text.splitlines()


@every_language
@every_mail
def test_security_s34_a_mail_fetches_nothing_and_links_to_the_club_only(
    mail: str, lang: str
) -> None:
    html = compose(mail, lang).html or ""

    page = Page(html)

    assert page.fetched == []
    assert not {"img", "link", "script", "iframe", "form", "object"} & set(page.tags)
    assert not re.search(r"url\(|@import|expression", html)
    assert set(page.links) == {LINK, "https://club.example", "mailto:info@club.example"}


@every_language
@pytest.mark.parametrize("mail", WITH_EXPIRY)
def test_security_s34_the_real_lifetime_is_shown(mail: str, lang: str) -> None:
    hours = {"nl": "2 uur", "en": "2 hours", "fr": "2 heures"}[lang]
    composed = compose(mail, lang)
    week = compose(mail, lang, expires=NOW + timedelta(days=7))

    for text in (composed.text or "", Page(composed.html or "").text):
        assert hours in text
        assert "17:30" in text
    assert hours not in (week.text or "")


@every_language
@every_mail
def test_a_receiver_without_a_name_is_greeted_all_the_same(mail: str, lang: str) -> None:
    greeting = {"nl": "Dag,", "en": "Hello,", "fr": "Bonjour,"}[lang]

    composed = compose(mail, lang, name="")

    assert greeting in (composed.text or "").splitlines()
    assert greeting in (composed.html or "")


@every_language
@every_mail
def test_the_parts_are_in_the_language_and_say_the_same(mail: str, lang: str) -> None:
    composed = compose(mail, lang)
    shown = " ".join(Page(composed.html or "").text.split())

    assert f'<html lang="{lang}">' in (composed.html or "")
    sentences = [
        line
        for line in (composed.text or "").splitlines()
        if line.endswith((".", "?")) and "https" not in line
    ]
    assert len(sentences) >= 2
    assert [sentence for sentence in sentences if sentence not in shown] == []


def test_a_language_that_kwai_does_not_write_falls_back_to_that_of_the_club() -> None:
    assert compose("user_recovery", "de").subject == compose("user_recovery", "nl").subject


@every_language
@every_mail
def test_nothing_of_the_template_language_is_left_over(mail: str, lang: str) -> None:
    composed = compose(mail, lang)

    for part in (composed.subject, composed.text or "", composed.html or ""):
        assert not re.search(r"\{\{|\}\}|\{%|%\}", part)
