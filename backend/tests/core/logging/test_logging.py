import io
import json
import logging
import logging.config
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from loguru import logger
from pydantic import SecretStr

from kwai.core.logging import (
    InterceptHandler,
    configure_logger,
    create_log_config,
    request_id,
)
from kwai.core.settings import LoggerSettings, SettingsException


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def restored_loggers() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    logger.remove()
    logger.configure(patcher=lambda record: None)
    root.handlers[:] = handlers
    root.setLevel(level)


class Output:
    """All that went to stderr so far."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self._text = ""

    def getvalue(self) -> str:
        self._text += self._capsys.readouterr().err
        return self._text


@pytest.fixture
def stderr(capsys: pytest.CaptureFixture[str]) -> Output:
    return Output(capsys)


def records(stream: Output) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_security_s37_a_record_is_one_short_json_object(stderr: Output) -> None:
    configure_logger(LoggerSettings())

    logger.info("Hello {}", "wörld", handler="identity.mail", duration_ms=3)

    (line,) = stderr.getvalue().splitlines()
    record = json.loads(line)
    assert record.pop("time").endswith("+00:00")
    assert record == {
        "level": "INFO",
        "logger": record["logger"],
        "message": "Hello wörld",
        "handler": "identity.mail",
        "duration_ms": 3,
    }
    assert len(line) < 250


@pytest.mark.parametrize(
    ("format_", "stream", "is_json"),
    [
        ("auto", io.StringIO, True),
        ("auto", Terminal, False),
        ("json", Terminal, True),
        ("text", io.StringIO, False),
    ],
)
def test_security_s37_json_when_asked_or_when_the_output_is_no_terminal(
    monkeypatch: pytest.MonkeyPatch, format_: str, stream: type[io.StringIO], is_json: bool
) -> None:
    output = stream()
    monkeypatch.setattr(sys, "stderr", output)
    configure_logger(LoggerSettings.model_validate({"format": format_}))

    logger.info("Hello")

    assert output.getvalue().startswith("{") is is_json


HOSTILE = (
    "a\n12:00:00.000 INFO    forged\r\x1b[31mred\x1b[0m\0\x85\u2028\u202e\ud800 <red>x</red> {x}"
)


@pytest.mark.parametrize("format_", ["text", "json"])
def test_security_s37_nothing_forges_a_line_or_commands_the_terminal(
    stderr: Output, format_: str
) -> None:
    configure_logger(LoggerSettings.model_validate({"format": format_}))

    logger.info(HOSTILE)
    logger.info("value", value=HOSTILE)
    logging.getLogger("foreign").warning(HOSTILE)

    output = stderr.getvalue()
    assert output.count("\n") == 3
    assert not any(char in output for char in "\r\x1b\0\x85\u2028\u202e\ud800")
    assert output.count("<red>x</red> {x}") == 3


@pytest.mark.parametrize("format_", ["text", "json"])
def test_security_s37_a_traceback_shows_no_values_and_forges_no_record(
    stderr: Output, format_: str
) -> None:
    configure_logger(LoggerSettings.model_validate({"format": format_}))

    def fail() -> None:
        password = "-".join(["CANARY", "1"])
        raise ValueError("first\nINFO second" + password[:0])

    try:
        fail()
    except ValueError:
        logger.exception("It failed.")
        logging.getLogger("foreign").exception("It failed.")

    output = stderr.getvalue()
    assert "CANARY-1" not in output
    assert output.count("raise ValueError") == 2
    if format_ == "json":
        assert output.count("\n") == 2
    else:
        assert all(" ERROR " in line or line.startswith("  | ") for line in output.splitlines())


def test_the_request_id_stands_in_each_record(stderr: Output) -> None:
    configure_logger(LoggerSettings())
    token = request_id.set("r-1")

    logger.info("ours")
    logging.getLogger("foreign").warning("theirs")
    logger.bind(request_id="of the event").info("of the worker")
    request_id.reset(token)
    logger.info("afterwards")

    ids = [record.get("request_id") for record in records(stderr)]
    assert ids == ["r-1", "r-1", "of the event", None]


def test_a_field_cannot_take_the_place_of_ours(stderr: Output) -> None:
    configure_logger(LoggerSettings())

    logger.bind(level="DEBUG", time="never", logger="x").info("Hello")

    (record,) = records(stderr)
    assert (record["level"], record["message"]) == ("INFO", "Hello")
    assert record["time"] != "never"


def test_foreign_records_keep_their_name_level_and_braces(stderr: Output) -> None:
    configure_logger(LoggerSettings())

    logging.getLogger("some.library").error("{} of %s", "{x}")
    logging.getLogger("some.library").log(35, "own level")

    first, second = records(stderr)
    assert (first["logger"], first["level"], first["message"]) == (
        "some.library",
        "ERROR",
        "{} of {x}",
    )
    assert second["message"] == "own level"


def test_levels_below_the_setting_are_not_written(stderr: Output) -> None:
    configure_logger(LoggerSettings(level="WARNING"))

    logger.info("ours")
    logging.getLogger("foreign").info("theirs")
    logger.warning("kept")

    assert [record["message"] for record in records(stderr)] == ["kept"]


def test_trace_reaches_down_to_the_lowest(stderr: Output) -> None:
    configure_logger(LoggerSettings(level="TRACE"))

    logger.trace("ours")
    logging.getLogger("foreign").debug("theirs")

    assert [record["message"] for record in records(stderr)] == ["ours", "theirs"]


def test_security_f15_drivers_and_the_access_log_stay_quiet(stderr: Output) -> None:
    configure_logger(LoggerSettings(level="TRACE"))

    logging.getLogger("alembic.runtime.migration").info("CANARY")
    logging.getLogger("asyncmy").warning("CANARY was truncated")
    logging.getLogger("uvicorn.access").info("GET /?token=CANARY")
    logging.getLogger("uvicorn.asgi").log(5, "Started scope={'path': '/CANARY.ics'}")
    logging.getLogger("python_multipart.multipart").debug("CANARY")

    assert stderr.getvalue() == ""


def test_the_loggers_of_the_server_come_through_once(stderr: Output) -> None:
    server = logging.getLogger("uvicorn.error")
    server.addHandler(logging.StreamHandler(sys.stderr))
    configure_logger(LoggerSettings())

    server.info("Started")

    assert [record["message"] for record in records(stderr)] == ["Started"]


def test_configuring_twice_does_not_write_twice(stderr: Output) -> None:
    configure_logger(LoggerSettings())
    configure_logger(LoggerSettings())

    logger.info("once")
    logging.getLogger("foreign").warning("once")

    assert len(records(stderr)) == 2


def test_a_parent_of_several_workers_logs_the_same_way(stderr: Output) -> None:
    settings = LoggerSettings()
    configure_logger(settings)
    logging.getLogger().handlers.clear()

    logging.config.dictConfig(create_log_config(settings))
    logging.getLogger("uvicorn.error").info("Started parent process")
    logging.getLogger("uvicorn.access").info("CANARY")

    assert [record["message"] for record in records(stderr)] == ["Started parent process"]
    assert isinstance(logging.getLogger().handlers[0], InterceptHandler)


def test_the_file_has_every_record_as_json_and_is_private(stderr: Output, tmp_path: Path) -> None:
    file = tmp_path / "log" / "kwai.log"
    configure_logger(LoggerSettings(file=file, format="text"))

    logger.info("Hello")
    logger.remove()

    (line,) = file.read_text().splitlines()
    assert json.loads(line)["message"] == "Hello"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "Hello" in stderr.getvalue()


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"rotation": "soon"}, "logger: Cannot parse rotation from: 'soon'."),
        ({"retention": "some"}, "logger: Cannot parse retention from: 'some'."),
        ({"file": Path("/")}, "logger.file: /: Is a directory."),
    ],
)
def test_a_file_that_cannot_be_is_one_line(
    stderr: Output, tmp_path: Path, values: dict[str, object], reason: str
) -> None:
    settings = LoggerSettings.model_validate({"file": tmp_path / "kwai.log"} | values)

    with pytest.raises(SettingsException) as caught:
        configure_logger(settings)

    assert str(caught.value) == reason


def test_a_full_file_is_rotated(stderr: Output, tmp_path: Path) -> None:
    configure_logger(LoggerSettings(file=tmp_path / "kwai.log", rotation="1 KB"))

    for number in range(20):
        logger.info("x" * 100, number=number)
    logger.remove()

    files = sorted(tmp_path.iterdir())
    assert len(files) > 1
    lines = [line for file in files for line in file.read_text().splitlines()]
    assert sorted(json.loads(line)["number"] for line in lines) == list(range(20))


def test_security_s38_t33_secret_settings_stay_hidden(stderr: Output) -> None:
    configure_logger(LoggerSettings())
    secret = SecretStr("CANARY")

    logger.info("Settings {}", secret, secret=secret, settings={"secret": secret})

    assert "CANARY" not in stderr.getvalue()
    assert "***" in stderr.getvalue()


def test_a_huge_message_is_cut(stderr: Output) -> None:
    configure_logger(LoggerSettings())

    logger.info("x" * 1_000_000)

    assert len(stderr.getvalue()) < 5_000
