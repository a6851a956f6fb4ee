"""The settings of kwai: one TOML file, each value overruled by `KWAI_<SECTION>_<KEY>`."""

import os
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, ValidationError

SETTINGS_FILE_VARIABLE = "KWAI_SETTINGS_FILE"
HOME_VARIABLE = "KWAI_HOME"
SETTINGS_FILE_NAME = "kwai.toml"
# These name a place or a start, not a key of a section.
_PLACES = {SETTINGS_FILE_VARIABLE, HOME_VARIABLE, "KWAI_HOST", "KWAI_PORT", "KWAI_DEMO_PASSWORD"}

# In api.trusted_proxies: who comes in through a unix socket of this machine has no address.
UNIX_SOCKET = "unix"

Seconds = Annotated[float, Field(gt=0, le=86400)]
# An IPv6 address is also written as it stands in a URL.
Host = Annotated[str, AfterValidator(lambda host: host.strip("[]"))]


class SettingsException(Exception):
    """Raised when the settings cannot be read, or hold a value that cannot be."""


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ApiSettings(_Section):
    """Where the API listens, and what it accepts."""

    host: Host = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8000
    workers: Annotated[int, Field(ge=1, le=64)] = 1
    max_body_size: Annotated[int, Field(ge=1024)] = 1_048_576
    limit_concurrency: Annotated[int, Field(ge=10)] = 500
    trusted_proxies: tuple[str, ...] = ()
    development: bool = False


class DatabaseSettings(_Section):
    """The embedded SQLite file, or a MariaDB or MySQL server."""

    engine: Literal["sqlite", "mysql"] = "sqlite"
    file: Path | None = None
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=1, le=65535)] = 3306
    socket: str | None = None
    name: str = "kwai"
    user: str = "kwai"
    password: SecretStr = SecretStr("")
    ssl_ca: Path | None = None
    allow_plaintext: bool = False
    pool_size: Annotated[int, Field(ge=1, le=200)] = 10
    acquire_timeout: Seconds = 5.0
    statement_timeout: Seconds = 30.0


class RedisSettings(_Section):
    """The doorbell between processes; leave the section out to do without."""

    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=1, le=65535)] = 6379
    socket: str | None = None
    password: SecretStr = SecretStr("")
    ssl: bool = False
    connect_timeout: Seconds = 0.1


class BusSettings(_Section):
    """How events and mails are worked off."""

    embedded: Literal["auto", True, False] = "auto"
    concurrency: Annotated[int, Field(ge=1, le=32)] = 4
    poll_interval: Annotated[float, Field(ge=0.1, le=10)] = 1.0
    lease: Seconds = 60.0
    handler_timeout: Seconds = 45.0
    max_attempts: Annotated[int, Field(ge=1, le=1000)] = 25
    backoff_base: Seconds = 15.0
    backoff_cap: Seconds = 3600.0
    stop_timeout: Seconds = 10.0
    metrics_port: Annotated[int, Field(ge=1, le=65535)] | None = None
    alert_after: Seconds = 300.0
    notice_delay: Annotated[float, Field(ge=0, le=3600)] = 60.0


class EmailSettings(_Section):
    """The relay that takes mails; without a host they are written to files."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    host: str | None = None
    port: Annotated[int, Field(ge=1, le=65535)] = 25
    ssl: bool = False
    tls: bool = False
    ssl_ca: Path | None = None
    allow_plaintext: bool = False
    user: str | None = None
    password: SecretStr = SecretStr("")
    from_: Annotated[str, Field(alias="from")] = ""
    connect_timeout: Seconds = 10.0
    timeout: Seconds = 30.0


class WebsiteSettings(_Section):
    """The club as its members see it."""

    url: str = ""
    email: str = ""
    name: str = "Kwai"
    logo: str = ""
    colors: dict[str, Annotated[str, Field(pattern="^#[0-9a-fA-F]{6}$")]] = {}
    locales: tuple[Annotated[str, Field(pattern="^[a-z]{2}$")], ...] = ("nl", "en", "fr", "de")
    default_locale: Annotated[str, Field(pattern="^[a-z]{2}$")] = "nl"
    timezone: str = "Europe/Brussels"


class SecuritySettings(_Section):
    """Secrets and lifetimes; a secret is the text of at least 32 random bytes."""

    jwt_secret: SecretStr = SecretStr("")
    jwt_secret_previous: tuple[SecretStr, ...] = ()
    jwt_refresh_secret: SecretStr = SecretStr("")
    jwt_refresh_secret_previous: tuple[SecretStr, ...] = ()
    data_secret: SecretStr = SecretStr("")
    data_secret_previous: tuple[SecretStr, ...] = ()
    jwt_algorithm: str = "HS256"
    access_token_expires_in: Annotated[int, Field(ge=1, le=1440)] = 10
    refresh_token_expires_in: Annotated[int, Field(ge=1)] = 43_200
    session_days: Annotated[int, Field(ge=1, le=3650)] = 90
    admin_session_hours: Annotated[int, Field(ge=1)] = 12
    password_min_length: int = 12
    password_blocklist: tuple[str, ...] = ()
    metrics_token: SecretStr = SecretStr("")
    throttle: bool = True


class CORSSettings(_Section):
    """Other origins that may call the API from a browser; none by default."""

    origins: tuple[str, ...] = ()
    credentials: bool = False


class LoggerSettings(_Section):
    """Where the log goes; by default readable on a terminal, and JSON elsewhere."""

    level: Literal["TRACE", "DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    format: Literal["auto", "text", "json"] = "auto"
    file: Path | None = None
    retention: str = "30 days"
    rotation: str = "10 MB"


class TemplateSettings(_Section):
    """A folder whose mail templates stand before the ones that kwai brings."""

    path: Path | None = None


class Settings(_Section):
    """All settings of one installation."""

    home: Path = Path("var")
    api: ApiSettings = ApiSettings()
    db: DatabaseSettings = DatabaseSettings()
    redis: RedisSettings | None = None
    bus: BusSettings = BusSettings()
    email: EmailSettings = EmailSettings()
    website: WebsiteSettings = WebsiteSettings()
    security: SecuritySettings = SecuritySettings()
    cors: CORSSettings = CORSSettings()
    logger: LoggerSettings = LoggerSettings()
    template: TemplateSettings = TemplateSettings()

    @property
    def base_url(self) -> str:
        """The public address without a slash at the end; by default the one that is served."""
        url = self.website.url or f"http://{_url_host(self.api.host)}:{self.api.port}"
        return url.rstrip("/")

    @property
    def embeds_worker(self) -> bool:
        """Tell whether the API process works off the events itself."""
        return self.redis is None if self.bus.embedded == "auto" else self.bus.embedded

    @property
    def logo_file(self) -> Path | None:
        """The image that the club is recognised by; a relative one lies in the data folder."""
        return self.home / self.website.logo if self.website.logo else None

    @property
    def mail_directory(self) -> Path:
        """Where mails are written when there is no relay."""
        return self.home / "mail"


def _url_host(host: str) -> str:
    if host in {"", "0.0.0.0", "::"}:  # noqa: S104 (compared, not bound)
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


def find_settings_file(environ: Mapping[str, str] = os.environ) -> Path | None:
    """Find the settings file: `KWAI_SETTINGS_FILE`, else `kwai.toml` in the data folder or here.

    Raises:
        SettingsException: the data folder belongs to somebody else.
    """
    if named := environ.get(SETTINGS_FILE_VARIABLE):
        return Path(named)
    for folder in (find_home(environ), Path()):
        candidate = folder / SETTINGS_FILE_NAME
        try:
            if candidate.is_file():
                return candidate
        except OSError as error:
            raise SettingsException(f"{candidate}: {error.strerror}.") from None
    return None


def find_home(environ: Mapping[str, str] = os.environ) -> Path:
    """Find the data folder: `KWAI_HOME`, by default `var`."""
    return Path(environ.get(HOME_VARIABLE) or "var")


def load_settings(path: Path | None = None, environ: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings from a file (found when not named) and the environment.

    Raises:
        SettingsException: with one line that names the file and the key at fault.
    """
    file = path or find_settings_file(environ)
    values = _read(file) if file else {}
    _overrule(values, environ)
    values["home"] = find_home(environ)
    try:
        settings = Settings.model_validate(values)
    except ValidationError as error:
        raise SettingsException(_describe(error)) from None
    return _place_files(settings)


@lru_cache(maxsize=1)
def get_settings() -> Settings:
    """Read the settings once per process.

    Raises:
        SettingsException: with one line that names the file and the key at fault.
    """
    return load_settings()


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsException(f"{file}: {error.strerror}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsException(f"{file}: {error}.") from None


def _overrule(values: dict[str, Any], environ: Mapping[str, str]) -> None:
    for short, long in (("KWAI_HOST", "KWAI_API_HOST"), ("KWAI_PORT", "KWAI_API_PORT")):
        if short in environ:
            environ = {long: environ[short], **environ}
    for variable, text in environ.items():
        section, _, key = variable.removeprefix("KWAI_").lower().partition("_")
        model = _section_model(section)
        if not variable.startswith("KWAI_") or variable in _PLACES or model is None:
            continue
        if (field := _field_name(model, key)) is None:
            raise SettingsException(f"{variable}: there is no setting {section}.{key}.")
        target = values.setdefault(section, {})
        if isinstance(target, dict):
            target[key] = _parse(text, model, field)


def _section_model(section: str) -> type[BaseModel] | None:
    sections: dict[str, type[BaseModel]] = {
        "api": ApiSettings,
        "db": DatabaseSettings,
        "redis": RedisSettings,
        "bus": BusSettings,
        "email": EmailSettings,
        "website": WebsiteSettings,
        "security": SecuritySettings,
        "cors": CORSSettings,
        "logger": LoggerSettings,
        "template": TemplateSettings,
    }
    return sections.get(section)


def _field_name(model: type[BaseModel], key: str) -> str | None:
    return next((n for n, f in model.model_fields.items() if key == (f.alias or n)), None)


def _parse(text: str, model: type[BaseModel], field: str) -> Any:
    """Lists are written with commas; pydantic reads numbers and booleans from text itself."""
    annotation = str(model.model_fields[field].annotation)
    if annotation.startswith("tuple"):
        return [part.strip() for part in text.split(",") if part.strip()]
    if "True" in annotation and text.lower() in {"true", "false"}:
        return text.lower() == "true"
    return text


def _describe(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    key = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return f"{key}: there is no such setting."
    return f"{key}: {first['msg']}."


def _place_files(settings: Settings) -> Settings:
    if settings.db.engine != "sqlite" or settings.db.file is not None:
        return settings
    db = settings.db.model_copy(update={"file": settings.home / "kwai.db"})
    return settings.model_copy(update={"db": db})
