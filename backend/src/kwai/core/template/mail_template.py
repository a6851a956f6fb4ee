"""A mail before its variables are known."""

from kwai.core.mail.mail import Mail
from kwai.core.mail.recipient import Recipients
from kwai.core.template.template import Template

SUBJECT_BLOCK = "subject"


class MailTemplate:
    """The HTML and the text template of a mail; the subject is a block of the text template."""

    def __init__(self, html: Template, text: Template) -> None:
        self._html = html
        self._text = text

    def create_mail(
        self, recipients: Recipients, subject: str | None = None, **kwargs: object
    ) -> Mail:
        """Compose the mail; without a subject it is the one of the template, in its language."""
        return Mail(
            recipients=recipients,
            subject=self.render_subject(**kwargs) if subject is None else subject,
            text=self.render_text(**kwargs),
            html=self.render_html(**kwargs),
        )

    def render_html(self, **kwargs: object) -> str:
        """Render the HTML part; what the variables hold is escaped."""
        return self._html.render(**kwargs)

    def render_text(self, **kwargs: object) -> str:
        """Render the text part; what the variables hold stays as it is."""
        return self._text.render(**kwargs)

    def render_subject(self, **kwargs: object) -> str:
        """Render the subject as one line."""
        return " ".join(self._text.render_block(SUBJECT_BLOCK, **kwargs).split())
