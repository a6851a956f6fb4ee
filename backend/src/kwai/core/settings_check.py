"""What must not be left as it is before a program starts."""

import math
import os
import re
import stat
from collections import Counter
from collections.abc import Iterator, Mapping
from email.utils import parseaddr
from ipaddress import ip_address, ip_network
from pathlib import Path
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kwai.core.settings import (
    UNIX_SOCKET,
    DatabaseSettings,
    EmailSettings,
    SecuritySettings,
    Settings,
    SettingsException,
    find_settings_file,
    load_settings,
)

# sysexits(3): EX_CONFIG.
EXIT_CONFIG = 78
_SECRET_BYTES = {"HS256": 32, "HS384": 48, "HS512": 64}
LOGO_KINDS = (".svg", ".png", ".webp", ".jpg")
_ORIGIN = re.compile(r"\*|https?://[^/?#@\s]+")
KNOWN_DEFAULTS = ("changeme", "change-me", "secret", "example", "default")


def load_checked_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings that a program starts with.

    Raises:
        SettingsException: they cannot be read, or a program must not start with them; the programs
            print its lines and exit with `EXIT_CONFIG`.
    """
    settings = load_settings(environ=environ)
    if refusals := find_refusals(settings, find_settings_file(environ)):
        raise SettingsException("\n".join(refusals))
    return settings


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach the host."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def find_refusals(settings: Settings, file: Path | None = None) -> list[str]:
    """List the reasons not to start with these settings, each one line that names its key."""
    return [
        *_check_secrets(settings),
        *_check_file(file),
        *_check_security(settings),
        *_check_peers(settings),
        *_check_website(settings),
        *_check_connections(settings),
        *_check_senders(settings),
        *_check_leases(settings),
    ]


def _check_secrets(settings: Settings) -> Iterator[str]:
    minimum = _SECRET_BYTES.get(settings.security.jwt_algorithm, 32)
    secrets = list(_list_secrets(settings.security))
    for key, secret in secrets:
        # RFC 7518 section 3.2: a key is at least as long as the hash.
        needed = minimum if key.startswith("jwt") else 32
        if not secret:
            yield f"security.{key} is empty; `kwai_cli init` writes random secrets."
        elif _is_weak(secret, needed):
            yield f"security.{key} needs at least {needed} random bytes."
    counted = Counter(secret for _, secret in secrets if secret)
    for key, secret in secrets:
        if counted[secret] > 1:
            yield f"security.{key} equals another secret."


def _list_secrets(security: SecuritySettings) -> Iterator[tuple[str, str]]:
    yield "jwt_secret", security.jwt_secret.get_secret_value()
    yield "jwt_refresh_secret", security.jwt_refresh_secret.get_secret_value()
    yield "data_secret", security.data_secret.get_secret_value()
    for key in ("jwt_secret_previous", "jwt_refresh_secret_previous", "data_secret_previous"):
        for secret in getattr(security, key):
            yield key, secret.get_secret_value()


def _is_weak(secret: str, needed: int) -> bool:
    """Too short, a known default, or so few different characters that nothing random wrote it."""
    if len(secret.encode()) < needed:
        return True
    if any(default in secret.lower() for default in KNOWN_DEFAULTS):
        return True
    counts = Counter(secret).values()
    entropy = -sum(n / len(secret) * math.log2(n / len(secret)) for n in counts)
    # Random hex has 4 bits a character.
    return entropy < 3


def _check_file(file: Path | None) -> Iterator[str]:
    if file is None or os.name != "posix" or not file.exists():
        return
    if file.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH):
        yield f"{file} can be read by others; run chmod 600 on it."


def _check_security(settings: Settings) -> Iterator[str]:
    if settings.security.jwt_algorithm not in _SECRET_BYTES:
        yield "security.jwt_algorithm has to be HS256, HS384 or HS512."
    if not 8 <= settings.security.password_min_length <= 64:
        yield "security.password_min_length has to lie between 8 and 64."
    if settings.cors.credentials and "*" in settings.cors.origins:
        yield "cors.origins cannot be * together with cors.credentials."


def _check_peers(settings: Settings) -> Iterator[str]:
    for proxy in settings.api.trusted_proxies:
        if not _is_network(proxy):
            yield f"api.trusted_proxies: {proxy} is neither an address nor a network."
    for origin in settings.cors.origins:
        if not _ORIGIN.fullmatch(origin):
            yield f"cors.origins: {origin} is no origin such as https://app.club.example."


def _is_network(text: str) -> bool:
    try:
        return text == UNIX_SOCKET or ip_network(text, strict=False) is not None
    except ValueError:
        return False


def _check_website(settings: Settings) -> Iterator[str]:
    parts = _split(settings.base_url)
    if parts is None:
        yield "website.url has to be a full address such as https://club.example."
    elif parts.scheme != "https" and not is_loopback(parts.hostname or ""):
        yield "website.url has to start with https:// outside this machine."
    if settings.api.development and not is_loopback(settings.api.host):
        yield "api.development is only for an address that this machine alone can reach."
    if settings.website.default_locale not in settings.website.locales:
        yield "website.default_locale has to be one of website.locales."
    logo = settings.logo_file
    if logo is not None and (logo.suffix not in LOGO_KINDS or not logo.is_file()):
        yield f"website.logo: there is no image {logo} ({', '.join(LOGO_KINDS)})."
    if (folder := settings.template.path) is not None and not folder.is_dir():
        yield f"template.path: there is no folder {folder}."
    try:
        ZoneInfo(settings.website.timezone)
    except (ZoneInfoNotFoundError, ValueError):
        yield "website.timezone is not a time zone of the IANA database."


def _split(url: str) -> SplitResult | None:
    """Take an address apart that has a host and nothing that a link could not carry on."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    is_full = parts.scheme in {"http", "https"} and parts.hostname
    return parts if is_full and not (parts.username or parts.query or parts.fragment) else None


def check_database(db: DatabaseSettings) -> Iterator[str]:
    """Give the reasons not to connect to this database."""
    is_remote = db.engine == "mysql" and db.socket is None and not is_loopback(db.host)
    if is_remote and db.ssl_ca is None and not db.allow_plaintext:
        yield "db.ssl_ca is needed for another host (or db.allow_plaintext = true)."
    yield from _check_authority("db.ssl_ca", db.ssl_ca)


def check_relay(email: EmailSettings) -> Iterator[str]:
    """Give the reasons not to connect to this relay."""
    is_remote = email.host is not None and not is_loopback(email.host)
    if is_remote and not (email.ssl or email.tls or email.allow_plaintext):
        yield "email.tls or email.ssl is needed for another host (or email.allow_plaintext = true)."
    if email.ssl and email.tls:
        yield "email.ssl and email.tls exclude each other."
    yield from _check_authority("email.ssl_ca", email.ssl_ca)


def _check_authority(key: str, file: Path | None) -> Iterator[str]:
    if file is None:
        return
    import ssl

    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(file)
    except ssl.SSLError:
        yield f"{key}: {file} holds no certificate."
    except OSError as error:
        yield f"{key}: {file}: {error.strerror}."


def _check_connections(settings: Settings) -> Iterator[str]:
    yield from check_database(settings.db)
    yield from check_relay(settings.email)


def _check_senders(settings: Settings) -> Iterator[str]:
    """Refuse what would make every mail fail, long after the start."""
    senders = {"email.from": settings.email.from_, "website.email": settings.website.email}
    for key, text in senders.items():
        if text and not _is_address(parseaddr(text)[1]):
            yield f"{key} has to be an e-mail address."


def _is_address(text: str) -> bool:
    from kwai.core.domain.value_objects.email_address import EmailAddress, InvalidEmailException

    try:
        EmailAddress(text)
    except InvalidEmailException:
        return False
    return True


def _check_leases(settings: Settings) -> Iterator[str]:
    if not settings.bus.lease > settings.bus.handler_timeout > settings.email.timeout:
        yield "bus.lease has to exceed bus.handler_timeout, and that email.timeout."
