import re
from datetime import datetime
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.mail import mime
from kwai.core.mail.header import safe_value
from kwai.core.mail.mail import Mail
from kwai.core.mail.mailer import MailerException
from kwai.core.mail.recipient import Recipient, Recipients
from kwai.core.mail.smtp_relay import SmtpRelay
from kwai.core.settings import EmailSettings
from tests.support.smtp import SmtpSink

MESSAGE_ID = f"<{'a' * 32}@kwai.example>"
HEADERS = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "MIME-Version",
    "Auto-Submitted",
    "Content-Type",
]


def parse(raw: bytes) -> EmailMessage:
    """Read a mail as a program on a system with plain line ends does."""
    lines = raw.replace(b"\r\n", b"\n")
    return message_from_bytes(lines, _class=EmailMessage, policy=policy.default)


def header_names(raw: bytes) -> list[str]:
    """Read the names as a relay does: by the lines, not by a library that could be lenient."""
    head = raw.split(b"\r\n\r\n")[0].decode("ascii")
    return [line.split(":")[0] for line in head.split("\r\n") if not line.startswith((" ", "\t"))]


@pytest.fixture
def raw(mail: Mail, ann: Recipient, date: datetime) -> bytes:
    return mime.build(mail, recipient=ann, message_id=MESSAGE_ID, date=date)


def test_a_mail_has_our_headers_and_two_parts(raw: bytes, date: datetime) -> None:
    message = parse(raw)

    assert sorted(header_names(raw)) == sorted(HEADERS)
    assert message["To"] == "Ann O'Neill <ann@kwai.example>"
    assert message["From"] == "Kwai <club@kwai.example>"
    assert message["Message-ID"] == MESSAGE_ID
    assert message["Auto-Submitted"] == "auto-generated"
    assert parsedate_to_datetime(message["Date"]) == date
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]


def test_a_mail_without_html_is_a_plain_text(mail: Mail, ann: Recipient, date: datetime) -> None:
    raw = mime.build(mail.with_html(None), recipient=ann, message_id=MESSAGE_ID, date=date)

    assert parse(raw).get_content_type() == "text/plain"
    assert sorted(header_names(raw)) == sorted([*HEADERS, "Content-Transfer-Encoding"])


def test_events_e18_the_same_mail_gives_the_same_bytes(
    raw: bytes, mail: Mail, ann: Recipient, date: datetime
) -> None:
    assert mime.build(mail, recipient=ann, message_id=MESSAGE_ID, date=date) == raw


def test_security_s33_only_the_receiver_stands_in_the_headers(
    mail: Mail, ann: Recipient, date: datetime
) -> None:
    bob = Recipient(EmailAddress("bob@kwai.example"), "Bob")
    eve = Recipient(EmailAddress("eve@kwai.example"), "Eve")
    crowd = mail.with_recipients(mail.recipients.with_to(ann, bob).with_cc(bob).with_bcc(eve))

    raw = mime.build(crowd, recipient=eve, message_id=MESSAGE_ID, date=date)

    assert parse(raw)["To"] == "Eve <eve@kwai.example>"
    assert b"ann@" not in raw
    assert b"bob@" not in raw
    assert "Bcc" not in header_names(raw)


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Mailer": "kwai"},
        {"Bcc": "eve@kwai.example"},
        {"From": "eve@kwai.example"},
        {"Subject": "other"},
        {"X: y\r\nBcc": "eve@kwai.example"},
        {"Auto-Submitted\r\nBcc": "eve@kwai.example"},
        {"Auto-Submitted\0": "no"},
        {"auto-submitted": "no"},
        {"": "x"},
        {"Auto-Submitted": "no\r\nBcc: eve@kwai.example"},
        {"Auto-Submitted": "no\0"},
        {"Auto-Submitted": "perhaps"},
    ],
)
def test_security_s33_a_header_that_is_not_ours_is_refused(
    mail: Mail, ann: Recipient, date: datetime, headers: dict[str, str]
) -> None:
    with pytest.raises(MailerException):
        mime.build(mail.with_headers(headers), recipient=ann, message_id=MESSAGE_ID, date=date)


def test_a_mail_may_say_that_a_person_wrote_it(mail: Mail, ann: Recipient, date: datetime) -> None:
    personal = mail.with_headers({"Auto-Submitted": "no"})

    raw = mime.build(personal, recipient=ann, message_id=MESSAGE_ID, date=date)

    assert parse(raw)["Auto-Submitted"] == "no"


@pytest.mark.parametrize(
    "text",
    [
        "a\r\nBcc: eve@kwai.example",
        "a\nb",
        "a\rb",
        "a\0b",
        "a\x1bb",
        "a\x85b",
        "a\u2028b",
        "a\u2029b",
        "a\ud800b",
        "a\x7fb",
    ],
)
def test_security_t21_a_value_that_is_no_line_of_text_is_refused(
    mail: Mail, ann: Recipient, date: datetime, text: str
) -> None:
    named = Recipient(ann.email, text)
    from_named = mail.with_recipients(mail.recipients.with_from(named))

    for message, receiver in (
        (mail.with_subject(text), ann),
        (mail, named),
        (from_named, ann),
    ):
        with pytest.raises(MailerException):
            mime.build(message, recipient=receiver, message_id=MESSAGE_ID, date=date)


def test_a_long_name_is_cut_and_a_long_subject_is_refused(
    mail: Mail, ann: Recipient, date: datetime
) -> None:
    named = Recipient(ann.email, "é" * 300)

    raw = mime.build(mail, recipient=named, message_id=MESSAGE_ID, date=date)

    assert shown_name(raw) == "é" * 200
    with pytest.raises(MailerException, match="200"):
        mime.build(mail.with_subject("x" * 201), recipient=ann, message_id=MESSAGE_ID, date=date)


AWKWARD = st.text(st.sampled_from("\",;:<>@()[]\\.='?_ \t-éß🥋aZ0\r\n\0"), max_size=200)


@given(name=AWKWARD | st.text(max_size=200), subject=AWKWARD | st.text(max_size=200))
def test_security_t21_whatever_is_written_the_headers_are_ours_and_say_it(
    name: str, subject: str
) -> None:
    club = Recipient(EmailAddress("club@kwai.example"), name)
    ann = Recipient(EmailAddress("ann@kwai.example"), name)
    mail = Mail(recipients=Recipients(club, to=(ann,)), subject=subject, text="Hi!")
    date = datetime.fromisoformat("2026-11-21T03:04:05Z")

    try:
        raw = mime.build(mail, recipient=ann, message_id=MESSAGE_ID, date=date)
    except MailerException:
        return

    message = parse(raw)
    assert sorted(header_names(raw)) == sorted([*HEADERS, "Content-Transfer-Encoding"])
    assert [address.addr_spec for address in message["To"].addresses] == ["ann@kwai.example"]
    assert [address.addr_spec for address in message["From"].addresses] == ["club@kwai.example"]
    assert same(shown_name(raw), name)
    assert same(message["Subject"], subject)


def shown_name(raw: bytes) -> str:
    """Read the name in `To` (RFC 2047); the address parser of 3.11 puts spaces into it."""
    header = message_from_bytes(raw, policy=policy.compat32)["To"]
    name, _, _ = str(make_header(decode_header(header))).rpartition("ann@kwai.example")
    return name.removesuffix("<").strip()


def same(seen: str, written: str) -> bool:
    """Runs of white space are not kept by a folded header; all else has to be."""
    return seen.split() == safe_value(written).split()


@pytest.mark.parametrize("message_id", ["", "a@b", "<a@b", "<a@b>\r\nBcc: x", "<é@b>", "<a\0@b>"])
def test_a_message_id_is_one_of_ours(
    mail: Mail, ann: Recipient, date: datetime, message_id: str
) -> None:
    with pytest.raises(MailerException):
        mime.build(mail, recipient=ann, message_id=message_id, date=date)


def test_a_mail_without_text_is_refused(mail: Mail, ann: Recipient, date: datetime) -> None:
    with pytest.raises(MailerException, match="plain text"):
        mime.build(mail.with_text(None), recipient=ann, message_id=MESSAGE_ID, date=date)


def test_a_text_that_cannot_be_encoded_is_refused(
    mail: Mail, ann: Recipient, date: datetime
) -> None:
    for broken in (mail.with_text("\ud800"), mail.with_html("\ud800")):
        with pytest.raises(MailerException, match="encoded"):
            mime.build(broken, recipient=ann, message_id=MESSAGE_ID, date=date)


def test_an_ascii_text_keeps_its_links_readable_in_the_raw_mail(
    mail: Mail, ann: Recipient, date: datetime
) -> None:
    link = "https://club.example/auth/invite#uuid=3f1f9a4e-6f0f-4c3a-9c39-9f0b7a0c2f11&code=" + (
        "A" * 26
    )

    raw = mime.build(mail.with_text(link), recipient=ann, message_id=MESSAGE_ID, date=date)

    assert link.encode() in raw


LINES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), max_size=400)


@given(text=LINES)
def test_a_text_arrives_as_it_was_written_in_lines_that_mail_allows(text: str) -> None:
    ann = Recipient(EmailAddress("ann@kwai.example"))
    mail = Mail(recipients=Recipients(ann), subject="", text=text, html=text)
    date = datetime.fromisoformat("2026-11-21T03:04:05Z")

    raw = mime.build(mail, recipient=ann, message_id=MESSAGE_ID, date=date)

    assert raw.isascii()
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998
    assert not re.search(rb"[^\r]\n", raw)
    plain, html = parse(raw).iter_parts()
    assert lines_of(plain.get_content()) == lines_of(html.get_content()) == lines_of(text)


def lines_of(text: str) -> list[str]:
    return text.rstrip("\n").split("\n")


async def test_security_t21_a_relay_sees_exactly_our_headers(
    smtp_sink: SmtpSink, mail: Mail, date: datetime
) -> None:
    name = 'Zoë "Bcc: eve@kwai.example" <x>, =?utf-8?q?=0ABcc:_eve=40kwai.example?='
    receiver = Recipient(EmailAddress("ann@kwai.example"), name)
    relay = SmtpRelay(EmailSettings(host=smtp_sink.host, port=smtp_sink.port))

    await relay.send(
        sender="club@kwai.example",
        recipient="ann@kwai.example",
        message_id=MESSAGE_ID,
        data=mime.build(
            mail.with_subject(name), recipient=receiver, message_id=MESSAGE_ID, date=date
        ),
    )
    await relay.close()

    (received,) = smtp_sink.mails
    assert sorted(header_names(received.content)) == sorted(HEADERS)
    assert received.message["To"].addresses[0].addr_spec == "ann@kwai.example"
