"""Builds the parts that the edges inject; plain functions, each reads only what it is given."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from redis.asyncio import Redis

    from kwai.core.db.database import Database
    from kwai.core.events.bus import Bus
    from kwai.core.mail.mailer import Mailer
    from kwai.core.mail.transport import MailTransport
    from kwai.core.settings import DatabaseSettings, RedisSettings, Settings
    from kwai.core.template.template_engine import TemplateEngine


def create_database(settings: "DatabaseSettings") -> "Database":
    """Create a session; it opens nothing until its first statement."""
    from kwai.core.db.database import Database

    return Database(settings)


def create_redis(settings: "RedisSettings | None") -> "Redis | None":
    """Create a client, or None when the installation does without Redis."""
    if settings is None:
        return None
    from kwai.core.events.redis_client import connect

    return connect(settings)


def create_template_engine(settings: "Settings") -> "TemplateEngine":
    """Create the engine; every template gets the website, and the moments in the club's zone."""
    from zoneinfo import ZoneInfo

    from kwai.core.template.jinja2_engine import Jinja2Engine
    from kwai.core.template.website import Website

    return Jinja2Engine(
        settings.template.path,
        default_lang=settings.website.default_locale,
        zone=ZoneInfo(settings.website.timezone),
        website=Website.create(settings),
    )


def create_mail_transport(settings: "Settings") -> "MailTransport":
    """Create the way out for mails: the relay, or a folder when there is none."""
    if settings.email.host is None:
        from kwai.core.mail.mail_directory import MailDirectory

        return MailDirectory(settings.mail_directory)
    from kwai.core.mail.address import host_of
    from kwai.core.mail.smtp_relay import SmtpRelay

    return SmtpRelay(settings.email, local_hostname=host_of(settings))


def create_mailer(settings: "Settings") -> "Mailer":
    """Create a mailer that sends at once while the caller waits; for commands, not for tasks."""
    from kwai.core.mail.address import host_of

    if settings.email.host is None:
        from kwai.core.mail.direct_mailer import DirectMailer

        return DirectMailer(create_mail_transport(settings), host=host_of(settings))
    from kwai.core.mail.smtp_mailer import SmtpMailer

    return SmtpMailer(settings.email, host=host_of(settings))


def create_event_bus(database: "Database", settings: "Settings") -> "Bus":
    """Create the bus of a session: what it publishes is committed with the session's changes.

    Raises:
        RuntimeError: the program did not register the subscriptions.
    """
    from kwai.core.events.bell import get_bell
    from kwai.core.events.outbox import OutboxBus
    from kwai.core.events.sealing import get_sealer
    from kwai.core.events.subscriptions import get_subscriptions

    sealer = get_sealer(settings.security)
    return OutboxBus(database, get_subscriptions(), sealer, get_bell(settings.redis))
