"""Jinja2 behind the port of the template engine."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateNotFound,
    pass_context,
)
from jinja2.runtime import Context

from kwai.core.template.jinja2_template import Jinja2Template
from kwai.core.template.mail_template import MailTemplate
from kwai.core.template.moments import write_duration, write_moment
from kwai.core.template.template_engine import TemplateEngine, TemplateNotFoundException

FALLBACK_LANG = "nl"
TEXT_SUFFIX = ".txt"
OWN_TEMPLATES = Path(__file__).parents[2] / "templates"

_PATH = re.compile(r"[A-Za-z0-9_]+(/[A-Za-z0-9_]+)*(\.[a-z0-9]+)?")
_LANG = re.compile(r"[a-z]{2}")


class Jinja2Engine(TemplateEngine):
    """Finds templates in a folder of the club first, then among the ones that kwai brings.

    A template is read once per process. The part decides about escaping: all that goes into an
    HTML part is escaped, nothing that goes into a text.
    """

    def __init__(
        self,
        template_path: Path | str | None = None,
        *,
        default_lang: str = FALLBACK_LANG,
        zone: tzinfo = UTC,
        **kwargs: object,
    ) -> None:
        folders = [Path(template_path)] if template_path else []
        loader = ChoiceLoader([FileSystemLoader(path) for path in (*folders, OWN_TEMPLATES)])
        self._html = _create_environment(loader, zone, is_html=True)
        self._text = _create_environment(loader, zone, is_html=False)
        self._default_lang = default_lang
        self._kwargs = kwargs
        self._mail_templates: dict[tuple[str, str], MailTemplate] = {}

    def create(self, template_file_path: str, lang: str = FALLBACK_LANG) -> Jinja2Template:
        is_text = template_file_path.endswith(TEXT_SUFFIX)
        environment = self._text if is_text else self._html
        for candidate in self._languages(lang):
            if template := _find(environment, template_file_path, candidate):
                return self._create_template(template, candidate)
        raise TemplateNotFoundException(f"There is no template {template_file_path}.")

    def create_mail_template(self, template_path: str, lang: str = FALLBACK_LANG) -> MailTemplate:
        for candidate in self._languages(lang):
            if template := self._find_mail_template(template_path, candidate):
                return template
        raise TemplateNotFoundException(f"There is no mail template {template_path}.")

    def _find_mail_template(self, path: str, lang: str) -> MailTemplate | None:
        if (known := self._mail_templates.get((path, lang))) is not None:
            return known
        html = _find(self._html, f"{path}.html", lang)
        text = _find(self._text, f"{path}{TEXT_SUFFIX}", lang)
        if not (html and text):
            return None
        template = MailTemplate(
            self._create_template(html, lang), self._create_template(text, lang)
        )
        self._mail_templates[path, lang] = template
        return template

    def _languages(self, lang: str) -> Iterator[str]:
        """The language asked for (`nl` of `nl-BE`), that of the club, and the one that is there."""
        wanted = (lang[:2].lower(), self._default_lang, FALLBACK_LANG)
        return (name for name in dict.fromkeys(wanted) if _LANG.fullmatch(name))

    def _create_template(self, template: Template, lang: str) -> Jinja2Template:
        return Jinja2Template(template, **{**self._kwargs, "lang": lang})


def _create_environment(loader: ChoiceLoader, zone: tzinfo, *, is_html: bool) -> Environment:
    environment = Environment(
        loader=loader,
        autoescape=is_html,  # noqa: S701 (nothing reads a text part as HTML)
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    @pass_context
    def moment(context: Context, value: datetime) -> str:
        return write_moment(value, context["lang"], zone)

    @pass_context
    def lifetime(context: Context, value: datetime) -> str:
        return write_duration(value - context["now"], context["lang"])

    environment.filters["moment"] = moment
    environment.filters["lifetime"] = lifetime
    return environment


def _find(environment: Environment, path: str, lang: str) -> Template | None:
    # A path is written in our code; the check is for the day when somebody builds one from input.
    if not _PATH.fullmatch(path):
        return None
    folder, _, name = path.rpartition("/")
    try:
        return environment.get_template("/".join(part for part in (folder, lang, name) if part))
    except TemplateNotFound as error:
        if error.name and not error.name.endswith(f"{lang}/{name}"):
            raise  # A layout is missing, not this template.
        return None
