from kwai.core.mail.mail import Mail
from kwai.core.mail.mail_box import MailBox
from kwai.core.mail.recipient import Recipient, Recipients


def test_each_change_gives_a_new_mail(mail: Mail, ann: Recipient) -> None:
    other = Recipients(ann)

    changed = (
        mail.with_subject("s")
        .with_text("t")
        .with_html("h")
        .with_recipients(other)
        .with_headers({"Auto-Submitted": "no"})
    )

    assert (changed.subject, changed.text, changed.html) == ("s", "t", "h")
    assert (changed.recipients, changed.headers) == (other, {"Auto-Submitted": "no"})
    assert (mail.subject, mail.text, mail.headers) == ("Hello", "Hi!\n", {})


def test_a_change_leaves_the_rest(mail: Mail) -> None:
    assert mail.with_subject("s").with_subject(mail.subject) == mail
    assert mail.with_html(None).with_html(mail.html) == mail
    assert mail.with_text(None).with_text(mail.text) == mail
    assert mail.with_headers({"a": "b"}).with_headers({}) == mail
    assert mail.with_subject("s") != mail


def test_the_headers_of_a_mail_cannot_be_changed_behind_its_back(mail: Mail) -> None:
    given = {"Auto-Submitted": "no"}
    changed = mail.with_headers(given)

    given["X"] = "1"
    changed.headers["X"] = "1"

    assert changed.headers == {"Auto-Submitted": "no"}


def test_a_mail_does_not_show_its_content(mail: Mail) -> None:
    secret = mail.with_text("CANARY").with_html("CANARY").with_subject("CANARY")

    assert "CANARY" not in repr(secret)
    assert "ann" not in repr(secret)


def test_a_mail_box_keeps_what_is_sent_in_its_order(mail: Mail) -> None:
    box = MailBox()

    box.send(mail)
    box.send(mail.with_subject("second"))

    assert [kept.subject for kept in box.mails] == ["Hello", "second"]
