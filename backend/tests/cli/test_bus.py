"""`kwai_cli bus`, as an operator runs it."""

import asyncio
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kwai.cli.bus import app
from kwai.cli.db import downgrade
from kwai.core.db.criteria import KwaiField
from kwai.core.db.database import Database
from kwai.core.db.migrations import revisions
from kwai.core.db.pool import close_pools
from kwai.core.events.bell import close_bells
from kwai.core.settings import DatabaseSettings
from tests.support.club import BASE_ENVIRONMENT, Club, database_environment
from tests.support.club_tasks import MemberGreetedEvent
from tests.support.database import Template, copy_file
from tests.support.servers import RedisServer
from tests.support.smtp import SmtpSink


class Operator:
    """Runs commands on a club, one after the other; each has an event loop of its own."""

    def __init__(self, settings: DatabaseSettings, folder: Path, relay_port: int) -> None:
        self.settings = settings
        self.environment = BASE_ENVIRONMENT | database_environment(settings)
        self.environment |= {"KWAI_EMAIL_HOST": "127.0.0.1", "KWAI_EMAIL_PORT": str(relay_port)}
        self.environment |= {"KWAI_HOME": str(folder)}
        self._folder = folder
        (folder / "kwai.toml").touch(mode=0o600)

    def run(self, command: str, answer: str = "") -> Result:
        runner = CliRunner(env=self.environment)
        return runner.invoke(app, command.split(), input=answer, catch_exceptions=False)

    def greet(self, drain: bool = True, **event: object) -> None:
        """Publish a greeting, and let a worker run."""

        async def greet() -> None:
            club = Club(Database(self.settings), self._folder, self.environment)
            values = {"email": "jigoro@kwai.example"} | event
            await club.kit.bus.publish(MemberGreetedEvent(**values))  # type: ignore[arg-type]
            if drain:
                await club.kit.drain()
            await close_bells()
            await club.release_database()

        asyncio.run(greet())

    def change(self, **values: object) -> None:
        """Change all deliveries."""

        async def change() -> None:
            database = Database(self.settings)
            update = database.create_query_factory().update("outbox_deliveries", values)
            await database.change(update.where(KwaiField("id").gt(0)))
            await database.close()
            await close_pools(self.settings)

        asyncio.run(change())


@pytest.fixture
def operator(sqlite_template: Template, tmp_path: Path, smtp_sink: SmtpSink) -> Iterator[Operator]:
    settings = copy_file(sqlite_template)
    yield Operator(settings, tmp_path, smtp_sink.port)
    assert settings.file is not None
    for path in settings.file.parent.glob(f"{settings.file.name}*"):
        path.unlink()


@pytest.mark.parametrize("command", ["show", "test", "dead list", "hold status"])
def test_without_settings_it_says_what_to_do(tmp_path: Path, command: str) -> None:
    result = CliRunner(env={"KWAI_HOME": str(tmp_path)}).invoke(app, command.split())

    assert result.exit_code == 1
    assert "KWAI_SETTINGS_FILE" in result.stderr
    assert "python -m kwai up" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [["show"], ["dead"], ["hold", "on"]])
def test_help_needs_no_settings(tmp_path: Path, command: list[str]) -> None:
    result = CliRunner(env={"KWAI_HOME": str(tmp_path)}).invoke(app, [*command, "--help"])

    assert result.exit_code == 0
    assert "Usage" in result.stdout


def test_show_counts_what_waits(operator: Operator) -> None:
    operator.greet(drain=False)

    result = operator.run("show")

    assert result.exit_code == 0
    assert "ready   club.greet_member  1" in result.output


def test_show_is_an_alarm_when_something_waits_for_too_long(operator: Operator) -> None:
    operator.greet(drain=False)
    operator.change(available_at=datetime.now(UTC) - timedelta(seconds=301))

    result = operator.run("show --json")

    assert result.exit_code == 3
    assert json.loads(result.output)["is_late"] is True


def test_security_s38_show_hides_the_password_of_redis(operator: Operator) -> None:
    operator.environment |= {"KWAI_REDIS_PASSWORD": "tatami"}

    hidden, shown = operator.run("show"), operator.run("show --password")

    assert "tatami" not in hidden.output
    assert "tatami" in shown.output


def test_show_names_the_last_error_of_the_relay(operator: Operator, smtp_sink: SmtpSink) -> None:
    smtp_sink.answer_rcpt("jigoro@kwai.example", "550 no such judoka")
    operator.greet()

    assert "550 no such judoka" in operator.run("show").output


def test_dead_deliveries_are_listed_without_contents(
    operator: Operator, smtp_sink: SmtpSink
) -> None:
    smtp_sink.answer_rcpt("jigoro@kwai.example", "550 no such judoka")
    operator.greet(subject="a secret link")

    listed = operator.run("dead list --json")
    (dead,) = json.loads(listed.output)
    shown = operator.run(f"dead show {dead['id']}")

    assert (dead["outcome"], dead["cause"]) == ("smtp_5xx", "club.member.greeted")
    assert "jigoro@kwai.example" in shown.output
    assert "secret link" not in listed.output + shown.output


def test_e24_a_dead_delivery_gets_another_try(operator: Operator, smtp_sink: SmtpSink) -> None:
    smtp_sink.answer_rcpt("jigoro@kwai.example", "550 mailbox full")
    operator.greet()

    result = operator.run("dead retry --handler core.send_mail --all")
    operator.greet(email="other@kwai.example")

    assert (result.exit_code, result.output) == (0, "1 deliveries are due again.\n")
    assert len(smtp_sink.mails_to("jigoro@kwai.example")) == 1


def test_e24_what_makes_no_sense_is_not_retried(operator: Operator, smtp_sink: SmtpSink) -> None:
    smtp_sink.answer_rcpt("jigoro@kwai.example", "550 mailbox full")
    operator.greet()
    operator.change(expires_at=datetime.now(UTC) - timedelta(seconds=1))

    result = operator.run("dead retry 1 2")

    assert result.exit_code == 1
    assert "Delivery 1 is not dead." in result.output
    assert "Delivery 2 has expired." in result.output


@pytest.mark.parametrize(
    "command", ["dead retry", "dead retry --all", "dead retry 1 --all --handler x"]
)
def test_retry_wants_to_know_which(operator: Operator, command: str) -> None:
    assert operator.run(command).exit_code == 2


@pytest.mark.parametrize("command", ["dead show 99", "dead retry 99"])
def test_an_unknown_delivery_is_a_plain_sentence(operator: Operator, command: str) -> None:
    result = operator.run(command)

    assert (result.exit_code, result.stderr) == (1, "Delivery 99 does not exist.\n")


def test_a_held_queue_wants_a_choice(operator: Operator, smtp_sink: SmtpSink) -> None:
    operator.run("hold on --reason maintenance")
    operator.greet()
    status = operator.run("hold status").output

    refused = operator.run("hold off")
    cancelled = operator.run("hold off --cancel")

    assert "maintenance" in status
    assert refused.exit_code == 2
    assert cancelled.output == "The queue is no longer held. 1 were cancelled.\n"
    assert smtp_sink.mails == []
    assert operator.run("hold status").output == "The queue is not held.\n"


def test_the_trial_leaves_nothing_behind(operator: Operator, redis_server: RedisServer) -> None:
    operator.environment |= {"KWAI_REDIS_SOCKET": redis_server.socket}

    result = operator.run("test")

    assert result.exit_code == 0
    assert [line.split() for line in result.output.splitlines()] == [
        ["ok", "redis", "-"],
        ["ok", "outbox", "-"],
        ["ok", "relay", "-"],
    ]
    assert json.loads(operator.run("show --json").output)["counts"] == []


def test_the_trial_names_what_does_not_work(operator: Operator) -> None:
    operator.environment |= {"KWAI_EMAIL_PORT": "1", "KWAI_REDIS_SOCKET": "/nowhere"}

    result = operator.run("test")

    lines = {line.split()[1]: line.split()[0] for line in result.output.splitlines()}
    assert result.exit_code == 1
    assert lines == {"redis": "FAILED", "outbox": "ok", "relay": "FAILED"}


def test_security_s40_the_trial_sends_no_login_in_the_clear(operator: Operator) -> None:
    operator.environment |= {"KWAI_EMAIL_HOST": "relay.example", "KWAI_EMAIL_USER": "kwai"}

    result = operator.run("test")

    assert result.exit_code == 1
    assert "email.tls or email.ssl is needed" in result.output


def test_an_older_schema_says_what_to_run(operator: Operator) -> None:
    downgrade(operator.settings, "0010")

    result = operator.run("show")

    assert result.exit_code == 1
    assert result.output == (
        f"The database cannot be used: it is at 0010, not {revisions()[-1]};"
        " run `kwai_cli db migrate`\n"
    )


def test_a_missing_stream_is_a_plain_sentence(
    operator: Operator, redis_server: RedisServer
) -> None:
    operator.environment |= {"KWAI_REDIS_SOCKET": redis_server.socket}

    result = operator.run("stream --name nothing")

    assert result.exit_code == 1
    assert result.output.startswith("There is no stream kwai.nothing")


def test_a_stream_shows_its_messages(operator: Operator, redis_server: RedisServer) -> None:
    operator.environment |= {"KWAI_REDIS_SOCKET": redis_server.socket}
    operator.greet(drain=False)

    result = operator.run("stream --name club --messages")

    assert result.exit_code == 0
    assert "kwai.club" in result.output
    assert '"name": "club"' in result.output


def test_without_redis_there_are_no_streams(operator: Operator) -> None:
    result = operator.run("stream --name club")

    assert result.exit_code == 1
    assert "does without Redis" in result.output


def test_a_broken_database_is_a_plain_sentence(operator: Operator) -> None:
    file = operator.settings.file
    assert file is not None
    file.write_bytes(b"This is no database. " * 1000)

    result = operator.run("show")

    assert result.exit_code == 1
    assert result.output.startswith("The database cannot be used:")
