"""Every test run: an isolated process, private servers, no skipped test unnoticed in CI."""

import json
import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.support.isolation import TestOptions, guard_sockets, isolated_process, read_options
from tests.support.processes import MissingServerError, run_directory
from tests.support.servers import MariaDbServer, PrivateServer, RedisServer, ServerFailedError
from tests.support.smtp import SmtpSink

pytest_plugins = ["tests.support.database"]

OPTIONS = pytest.StashKey[TestOptions]()
SERVERS = pytest.StashKey[dict[str, PrivateServer | str]]()
CLEANUP = pytest.StashKey[ExitStack]()
LOG_LEVEL = pytest.StashKey[int]()
# They wait more than they compute: begun first, one worker is busy with them while the others
# do the rest, and nobody waits for one at the end.
LONG_FOLDERS = ("browser", "reliability", "story")
KINDS: dict[str, type[MariaDbServer] | type[RedisServer]] = {
    "mariadb": MariaDbServer,
    "redis": RedisServer,
}


def pytest_configure(config: pytest.Config) -> None:
    options = read_options()
    stack = config.stash[CLEANUP] = ExitStack()
    config.stash[OPTIONS] = options
    config.stash[LOG_LEVEL] = logging.getLogger().level
    config.addinivalue_line("markers", "may_skip(reason): this test may be skipped in CI")
    config.addinivalue_line("markers", "screenshots: takes pictures; runs in `make screenshots`")
    if _only_hands_out(config):
        return
    home = Path(tempfile.mkdtemp(prefix="kwai-home-"))
    stack.callback(shutil.rmtree, home, ignore_errors=True)
    stack.enter_context(isolated_process(home))
    guard_sockets()
    _relax_hypothesis()
    if not config.option.collectonly:
        config.stash[SERVERS] = _borrow(options) or _start_servers(stack)


def pytest_unconfigure(config: pytest.Config) -> None:
    if CLEANUP in config.stash:
        config.stash[CLEANUP].close()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    wanted = config.option.markexpr
    unwanted = {name for name in ("long", "screenshots") if name not in wanted}
    if config.stash[OPTIONS].long:
        unwanted.discard("long")
    left_out = [item for item in items if any(map(item.get_closest_marker, unwanted))]
    items[:] = [item for item in items if item not in left_out]
    config.hook.pytest_deselected(items=left_out)
    if hasattr(config, "workerinput"):
        items.sort(key=_turn)


def _turn(item: pytest.Item) -> int:
    folders = item.path.parts
    return next((n for n, name in enumerate(LONG_FOLDERS) if name in folders), len(LONG_FOLDERS))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI a skipped test is a failed one, unless its marker allows it."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or not session.config.stash[OPTIONS].ci:
        return
    skipped = [r for r in reporter.stats.get("skipped", []) if "may_skip" not in r.keywords]
    if skipped:
        reporter.write_line(f"{len(skipped)} skipped without may_skip: fails in CI", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(autouse=True)
def log_level(pytestconfig: pytest.Config) -> Iterator[None]:
    """An application that a test starts sets the level of its log; the next test has its own.

    It may have been started for a whole module, before this fixture could look.
    """
    yield
    logging.getLogger().setLevel(pytestconfig.stash[LOG_LEVEL])


@pytest.fixture(scope="session")
def test_options(pytestconfig: pytest.Config) -> TestOptions:
    return pytestconfig.stash[OPTIONS]


@pytest.fixture(scope="session")
def mariadb(pytestconfig: pytest.Config) -> MariaDbServer:
    """The running private server; tests make their own databases in it."""
    server = _server(pytestconfig, "mariadb")
    assert isinstance(server, MariaDbServer)
    return server


@pytest.fixture(scope="session")
def redis_server(pytestconfig: pytest.Config) -> RedisServer:
    """The running private server, shared by all tests of the run."""
    server = _server(pytestconfig, "redis")
    assert isinstance(server, RedisServer)
    return server


@pytest.fixture(scope="session")
def smtp_server() -> Iterator[SmtpSink]:
    """The relay of the whole run; a test takes `smtp_sink`, which is empty."""
    sink = SmtpSink()
    sink.start()
    yield sink
    sink.stop()


@pytest.fixture
def smtp_sink(smtp_server: SmtpSink) -> Iterator[SmtpSink]:
    smtp_server.reset()
    yield smtp_server
    smtp_server.reset()


def _only_hands_out(config: pytest.Config) -> bool:
    """Whether this process runs no test: it gives them to workers, each with own servers."""
    workers = config.getoption("tx", None)
    return bool(workers) and config.getoption("dist") != "no" and not hasattr(config, "workerinput")


def _server(config: pytest.Config, kind: str) -> PrivateServer:
    found = config.stash[SERVERS][kind]
    if isinstance(found, PrivateServer):
        return found
    if config.stash[OPTIONS].ci:
        pytest.fail(found)
    pytest.skip(found)


def _start_servers(stack: ExitStack) -> dict[str, PrivateServer | str]:
    directory = run_directory()
    stack.callback(shutil.rmtree, directory, ignore_errors=True)
    found: dict[str, PrivateServer | str] = {}
    for kind, server_class in KINDS.items():
        server = server_class(directory / kind)
        stack.callback(server.stop)
        try:
            server.start()
        except MissingServerError as error:
            found[kind] = str(error)
        except ServerFailedError as error:
            pytest.exit(str(error), returncode=pytest.ExitCode.INTERNAL_ERROR)
        else:
            found[kind] = server
    # A test may start a test run of its own, which uses the servers of its parent.
    os.environ["PYTEST_KWAI_SERVERS"] = json.dumps(
        {
            kind: [str(server.directory)] if isinstance(server, PrivateServer) else server
            for kind, server in found.items()
        }
    )
    return found


def _borrow(options: TestOptions) -> dict[str, PrivateServer | str] | None:
    if options.servers is None:
        return None
    given: dict[str, list[str] | str] = json.loads(options.servers)
    return {
        kind: value if isinstance(value, str) else KINDS[kind](Path(value[0]))
        for kind, value in given.items()
    }


def _relax_hypothesis() -> None:
    from hypothesis import settings

    # Times are never asserted, and no example database is left in the working directory.
    settings.register_profile("kwai", deadline=None, database=None, print_blob=True)
    settings.load_profile("kwai")
