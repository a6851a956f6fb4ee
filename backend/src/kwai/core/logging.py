"""What the log looks like, and who may write into it."""

import json
import logging
import os
import re
import sys
import traceback
from contextvars import ContextVar
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from loguru import logger

if TYPE_CHECKING:
    from loguru import Record

    from kwai.core.settings import LoggerSettings

request_id: ContextVar[str | None] = ContextVar("request_id", default=None)

MAX_MESSAGE_LENGTH = 4_000
MAX_TRACEBACK_LENGTH = 16_000

# Loggers that would tell more than we want: Alembic logs its plugins and every revision, asyncmy
# every SQL warning, the form parser every byte it gets, and the server every URL, in its access log
# and in its trace: that of a calendar feed is a secret.
QUIET_LOGGERS = {
    "asyncmy": logging.ERROR,
    "alembic": logging.WARNING,
    "python_multipart": logging.WARNING,
    "uvicorn.access": logging.WARNING,
    "uvicorn.asgi": logging.WARNING,
}
_SERVER_LOGGERS = ("uvicorn", "uvicorn.error", "uvicorn.access", "uvicorn.asgi")
_TRACE = 5
# C0, C1, lone surrogates, line and paragraph separators, and what turns the direction of text.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_LINE = "_line"


def configure_logger(settings: "LoggerSettings") -> None:
    """Send all records, of loguru and of `logging`, to stderr, and to a file when there is one.

    Readable on a terminal, one JSON object per line elsewhere and in the file. What was configured
    before is replaced. Values are never printed with a traceback.

    Raises:
        SettingsException: the file cannot be written, or nobody knows when to start it anew.
    """
    as_json = settings.format == "json" or (settings.format == "auto" and not sys.stderr.isatty())
    logger.remove()
    logger.configure(patcher=_add_request_id)
    logger.add(
        sys.stderr,
        level=settings.level,
        format=_format_json if as_json else _format_text,
        diagnose=False,
        backtrace=False,
    )
    if settings.file is not None:
        _add_file(settings.file, settings)
    _intercept(settings.level)


def _add_file(file: Path, settings: "LoggerSettings") -> None:
    from kwai.core.settings import SettingsException

    try:
        logger.add(
            file,
            level=settings.level,
            format=_format_json,
            rotation=settings.rotation,
            retention=settings.retention,
            opener=_open_privately,
            encoding="utf-8",
            diagnose=False,
            backtrace=False,
        )
    except OSError as error:
        raise SettingsException(f"logger.file: {file}: {error.strerror}.") from None
    except ValueError as error:
        raise SettingsException(f"logger: {error}.") from None


def create_log_config(settings: "LoggerSettings") -> dict[str, object]:
    """Describe the interception for `logging.config.dictConfig`.

    A server that starts several workers has a parent process which configures its logging from
    this, and never runs our code.
    """
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "handlers": {"loguru": {"class": f"{__name__}.{InterceptHandler.__name__}"}},
        "root": {"handlers": ["loguru"], "level": _stdlib_level(settings.level)},
        "loggers": {
            **{name: {"handlers": [], "propagate": True} for name in _SERVER_LOGGERS},
            **{name: {"handlers": [], "level": level} for name, level in QUIET_LOGGERS.items()},
        },
    }


class InterceptHandler(logging.Handler):
    """Hands the records of `logging` to loguru."""

    def emit(self, record: logging.LogRecord) -> None:
        def name_origin(target: "Record") -> None:
            target["name"] = record.name
            target["function"] = record.funcName
            target["line"] = record.lineno

        message = record.getMessage()
        intercepted = logger.opt(exception=record.exc_info).patch(name_origin)
        # No arguments: loguru would format the braces in a foreign message.
        intercepted.log(_loguru_level(record), message)


def escape(text: str) -> str:
    """Escape what would forge a line, or give orders to the terminal."""
    return _UNSAFE.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def _intercept(level: str) -> None:
    logging.basicConfig(handlers=[InterceptHandler()], level=_stdlib_level(level), force=True)
    for name in _SERVER_LOGGERS:
        server_logger = logging.getLogger(name)
        server_logger.handlers.clear()
        server_logger.propagate = True
    for name, quiet_level in QUIET_LOGGERS.items():
        logging.getLogger(name).setLevel(quiet_level)


def _stdlib_level(level: str) -> int:
    return _TRACE if level == "TRACE" else logging.getLevelNamesMapping()[level]


def _loguru_level(record: logging.LogRecord) -> str | int:
    """The level of the same name, or a bare number for the level of a library's own making."""
    try:
        return logger.level(record.levelname).name
    except ValueError:
        return record.levelno


def _add_request_id(record: "Record") -> None:
    record["extra"].setdefault("request_id", request_id.get())


def _format_json(record: "Record") -> str:
    """An own short record: the one of loguru has about 1 kB per line."""
    line: dict[str, object] = {
        "time": record["time"].astimezone(UTC).isoformat(timespec="milliseconds"),
        "level": record["level"].name,
        "logger": record["name"],
        "message": record["message"][:MAX_MESSAGE_LENGTH],
    }
    # A field of the caller never replaces one of ours, and ours come first.
    line = {**line, **{key: value for key, value in _fields(record).items() if key not in line}}
    if record["exception"] is not None:
        line["exception"] = _traceback(record)
    record["extra"][_LINE] = json.dumps(line, default=str)
    return f"{{extra[{_LINE}]}}\n"


def _format_text(record: "Record") -> str:
    fields = "".join(f" {key}={escape(str(value))}" for key, value in _fields(record).items())
    line = escape(record["message"][:MAX_MESSAGE_LENGTH]) + fields
    if record["exception"] is not None:
        # The bar tells a line of a traceback, which can hold anything, from a record.
        lines = _traceback(record).rstrip("\n").split("\n")
        line += "".join(f"\n  | {escape(traced)}" for traced in lines)
    record["extra"][_LINE] = line
    return f"{{time:HH:mm:ss.SSS}} <level>{{level: <7}}</level> {{name}}: {{extra[{_LINE}]}}\n"


def _fields(record: "Record") -> dict[str, object]:
    extra = record["extra"].items()
    return {key: value for key, value in extra if key != _LINE and value is not None}


def _traceback(record: "Record") -> str:
    if (caught := record["exception"]) is None:
        return ""
    lines = traceback.format_exception(caught.type, caught.value, caught.traceback)
    # The end holds the error and the place where it arose.
    return "".join(lines)[-MAX_TRACEBACK_LENGTH:]


def _open_privately(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
