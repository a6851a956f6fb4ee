"""A mail with a text and an HTML part."""

from collections.abc import Mapping
from typing import Any

from kwai.core.mail.message import Message
from kwai.core.mail.recipient import Recipients


class Mail(Message):
    """A message as it is composed; `mime.build` makes bytes of it."""

    __slots__ = ("_headers", "_html", "_recipients", "_subject", "_text")

    def __init__(
        self,
        *,
        recipients: Recipients,
        subject: str,
        text: str | None = None,
        html: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self._recipients = recipients
        self._subject = subject
        self._text = text
        self._html = html
        self._headers = dict(headers or {})

    @property
    def recipients(self) -> Recipients:
        return self._recipients

    @property
    def subject(self) -> str:
        return self._subject

    @property
    def text(self) -> str | None:
        return self._text

    @property
    def html(self) -> str | None:
        return self._html

    @property
    def headers(self) -> dict[str, str]:
        return dict(self._headers)

    def with_recipients(self, recipients: Recipients) -> "Mail":
        return self._with(recipients=recipients)

    def with_subject(self, subject: str) -> "Mail":
        return self._with(subject=subject)

    def with_text(self, text: str | None) -> "Mail":
        return self._with(text=text)

    def with_html(self, html: str | None) -> "Mail":
        return self._with(html=html)

    def with_headers(self, headers: Mapping[str, str]) -> "Mail":
        return self._with(headers=headers)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mail) and other._values() == self._values()

    def __hash__(self) -> int:
        return hash((self._recipients, self._subject, self._text, self._html))

    def __repr__(self) -> str:
        # Subject and parts can hold a mailed secret; they stay out of tracebacks and logs.
        return f"<Mail to {len(self._recipients.receivers)} receivers>"

    def _with(self, **changes: Any) -> "Mail":
        return Mail(**(self._values() | changes))

    def _values(self) -> dict[str, Any]:
        return {
            "recipients": self._recipients,
            "subject": self._subject,
            "text": self._text,
            "html": self._html,
            "headers": self._headers,
        }
