"""The port that finds templates."""

from abc import ABC, abstractmethod

from kwai.core.template.mail_template import MailTemplate
from kwai.core.template.template import Template


class TemplateNotFoundException(Exception):
    """Raised when a template cannot be found in the asked language, nor in one to fall back on."""


class TemplateEngine(ABC):
    """Finds templates by their path, in the language of the receiver or the next best one."""

    @abstractmethod
    def create(self, template_file_path: str, lang: str = "nl") -> Template:
        """Find a template: `identity/user_recovery.html` is `identity/<lang>/user_recovery.html`.

        Raises:
            TemplateNotFoundException: there is none.
        """

    @abstractmethod
    def create_mail_template(self, template_path: str, lang: str = "nl") -> MailTemplate:
        """Find the two templates of a mail, both in one language; the path has no suffix.

        Raises:
            TemplateNotFoundException: there is none, or only one of them.
        """
