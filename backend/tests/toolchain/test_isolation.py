import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.isolation import ForeignConnectionError
from tests.support.processes import REPOSITORY

SKIPPING = """
import pytest

def test_a(): pytest.skip("no reason at all")

@pytest.mark.may_skip("needs another machine")
def test_b(): pytest.skip("another machine")

@pytest.mark.long
def test_c(): assert False
"""


@pytest.fixture
def skipping_file(tmp_path: Path) -> Path:
    path = tmp_path / "test_skipping.py"
    path.write_text(SKIPPING)
    return path


def run_tests(path: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider"]
    settings = ["-c", str(REPOSITORY / "pyproject.toml"), "--rootdir", str(path.parent)]
    environment = {k: v for k, v in os.environ.items() if k != "CI"}
    environment |= {"PYTHONPATH": str(REPOSITORY / "backend"), **variables}
    return subprocess.run(
        [*command, *settings, *arguments, str(path)],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1"])
def test_security_t17_no_connection_leaves_the_machine(host: str) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET

    with socket.socket(family) as client, pytest.raises(ForeignConnectionError, match=host):
        client.connect((host, 80))


def test_security_t17_no_foreign_name_is_looked_up() -> None:
    with pytest.raises(ForeignConnectionError, match=r"kwai\.example"):
        socket.getaddrinfo("kwai.example", 80)


def test_security_t17_no_datagram_leaves_the_machine() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as client, pytest.raises(ForeignConnectionError):
        client.sendto(b"x", ("192.0.2.1", 53))


def test_the_process_has_a_home_of_its_own() -> None:
    home = Path(os.environ["HOME"])

    assert home == Path.cwd()
    assert Path(os.environ["XDG_CONFIG_HOME"]).parent == home
    assert not home.is_relative_to(REPOSITORY)


def test_settings_of_the_machine_are_gone() -> None:
    assert [name for name in os.environ if name.startswith(("KWAI_", "PIP_"))] == []


def test_local_time_is_a_quarter_of_an_hour_off() -> None:
    assert time.localtime().tm_gmtoff == (5 * 60 + 45) * 60


@pytest.mark.parametrize("processes", ["0", "2"])
def test_ci_refuses_a_skip_without_a_marker(skipping_file: Path, processes: str) -> None:
    result = run_tests(skipping_file, "-n", processes, CI="1")

    assert result.returncode == pytest.ExitCode.TESTS_FAILED
    assert "1 skipped without may_skip" in result.stdout


def test_a_laptop_may_skip_and_leaves_out_long_tests(skipping_file: Path) -> None:
    result = run_tests(skipping_file)

    assert result.returncode == pytest.ExitCode.OK
    assert "2 skipped, 1 deselected" in result.stdout


def test_long_tests_run_when_asked(skipping_file: Path) -> None:
    result = run_tests(skipping_file, KWAI_LONG="1")

    assert result.returncode == pytest.ExitCode.TESTS_FAILED
    assert "1 failed, 2 skipped" in result.stdout
