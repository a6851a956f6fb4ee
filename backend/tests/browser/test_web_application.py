"""The web application: its own tests, and journeys of people through a club that really runs."""

import json
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from kwai.core.text.text_renderer import SafeTextRenderer, TextFormat
from tests.support.hostile_texts import CORPUS
from tests.support.isolation import TestOptions
from tests.support.mail_window import Inbox, mail_window, of_folder, of_relay
from tests.support.own_database import OwnMariaDb
from tests.support.processes import REPOSITORY, run_directory
from tests.support.programs import SECRETS, running
from tests.support.servers import RedisServer
from tests.support.smtp import SmtpSink
from tests.support.web import find_browser, missing_build, missing_packages, node

ARTIFACTS = REPOSITORY / "backend" / "tests" / "artifacts"
SCREENSHOTS = REPOSITORY / "frontend" / "screenshots"
DEMO_PASSWORD = "seoi nage for all"
DEMO = {
    "KWAI_DEMO_PASSWORD": DEMO_PASSWORD,
    # Many log in from one address here; throttles have tests of their own.
    "KWAI_SECURITY_THROTTLE": "false",
    "KWAI_BUS_NOTICE_DELAY": "0",
}

Environment = dict[str, str]


def demand(reason: str | None, options: TestOptions) -> None:
    if reason is None:
        return
    if options.ci:
        pytest.fail(reason)
    pytest.skip(reason)


def test_the_units_of_the_web_application(test_options: TestOptions) -> None:
    demand(missing_packages(), test_options)

    result = node("node_modules/.bin/vitest", "run", environ=os.environ)

    assert result.returncode == 0, result.stdout + result.stderr


@pytest.fixture
def browser(test_options: TestOptions) -> str:
    demand(missing_packages() or missing_build(), test_options)
    found = find_browser(test_options)
    demand(None if found else "browser: no chromium, run make servers", test_options)
    return found or ""


@contextmanager
def serving(folder: Path, inbox: Inbox, environ: Environment) -> Iterator[Environment]:
    """Start a demo club; give what the journeys have to know of it."""
    folder.mkdir()
    with (
        running("kwai", "up", "--demo", folder=folder, environ=DEMO | environ) as api,
        mail_window(inbox) as mails,
    ):
        api.wait_until_ready("/api/ready")
        yield {
            "KWAI_BASE": api.url,
            "KWAI_MAILS": mails,
            "KWAI_DEMO_PASSWORD": DEMO_PASSWORD,
            "KWAI_ARTIFACTS": str(ARTIFACTS),
        }


@pytest.fixture
async def club(
    redis_server: RedisServer, smtp_sink: SmtpSink, tmp_path: Path
) -> AsyncIterator[Environment]:
    """A club on MariaDB and Redis, with a relay and a worker of its own."""
    own = await OwnMariaDb.start(run_directory() / "browser")
    environ = SECRETS | {
        "KWAI_HOME": str(tmp_path),
        "KWAI_DB_ENGINE": "mysql",
        "KWAI_DB_SOCKET": own.server.socket,
        "KWAI_DB_USER": own.settings.user,
        "KWAI_DB_NAME": own.settings.name,
        "KWAI_REDIS_SOCKET": redis_server.socket,
        "KWAI_EMAIL_HOST": smtp_sink.host,
        "KWAI_EMAIL_PORT": str(smtp_sink.port),
        "KWAI_EMAIL_FROM": "club@kwai.example",
    }
    worker = tmp_path / "worker"
    worker.mkdir()
    with ExitStack() as stack:
        stack.callback(own.server.stop)
        given = stack.enter_context(serving(tmp_path / "api", of_relay(smtp_sink), environ))
        stack.enter_context(running("kwai.kwai_bus", folder=worker, environ=DEMO | environ))
        yield given


@pytest.fixture
def small_club(tmp_path: Path) -> Iterator[Environment]:
    """A club with nothing but a folder."""
    home = tmp_path / "var"
    with serving(tmp_path / "up", of_folder(home / "mail"), {"KWAI_HOME": str(home)}) as given:
        yield given


def play(journeys: str, environ: Environment, browser: str) -> None:
    """Run the files of frontend/tests/journeys whose name begins so."""
    result = node(
        "node_modules/.bin/vitest",
        "run",
        "--config",
        "vitest.journeys.config.ts",
        f"tests/journeys/{journeys}",
        environ=os.environ | environ | {"KWAI_CHROMIUM": browser, "NO_COLOR": "1"},
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_people_reach_what_they_came_for(club: Environment, browser: str) -> None:
    play("club-", club, browser)


def test_security_t16_nothing_is_alive_in_the_browser(
    small_club: Environment, browser: str, tmp_path: Path
) -> None:
    renderer = SafeTextRenderer(small_club["KWAI_BASE"])
    texts = [
        {"source": source, "html": renderer.render_now(format_, source)}
        for source in CORPUS
        for format_ in TextFormat
    ]
    file = tmp_path / "texts.json"
    file.write_text(json.dumps(texts))

    play("hostile-", small_club | {"KWAI_TEXTS": str(file)}, browser)


@pytest.mark.screenshots
def test_screenshots(small_club: Environment, browser: str) -> None:
    play("screens-", small_club | {"KWAI_SCREENSHOTS": str(SCREENSHOTS)}, browser)
