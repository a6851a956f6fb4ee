"""The commands a newcomer and the build server type."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from kwai.core.settings import load_settings
from tests.support.processes import REPOSITORY

MAKEFILE = (REPOSITORY / "Makefile").read_text()
SCRIPTS = sorted(path for path in (REPOSITORY / ".ci").iterdir() if path.is_file())


def run(*command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=REPOSITORY,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def fenced_commands(document: Path) -> set[str]:
    blocks = re.findall(r"```sh\n(.*?)```", document.read_text(), re.DOTALL)
    return {line.partition("#")[0].strip() for block in blocks for line in block.splitlines()}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
@pytest.mark.parametrize("shell", ["dash", "sh"])
def test_a_script_is_posix_shell(shell: str, script: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell}")

    assert run(shell, "-n", str(script)).stderr == ""
    assert script.read_text().startswith("#!/bin/sh\n")


@pytest.mark.parametrize(
    ("answer", "told"), [("Python 3.10.14", "is 3.10.14"), ("Python 2.7.18", "is 2.7.18")]
)
def test_an_old_python_is_named_and_refused(tmp_path: Path, answer: str, told: str) -> None:
    python = tmp_path / "python"
    python.write_text(f"#!/bin/sh\necho {answer}\n")
    python.chmod(0o755)

    result = run("sh", ".ci/setup", "run", PYTHON=str(python))

    assert result.returncode == 2
    assert told in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_missing_python_is_named() -> None:
    result = run("sh", ".ci/setup", "run", PYTHON="no-such-python")

    assert result.returncode == 2
    assert "no-such-python" in result.stderr


def test_servers_are_not_installed_when_it_is_forbidden(tmp_path: Path) -> None:
    for tool in ("apt-get", "dpkg"):
        (tmp_path / tool).write_text(f"#!/bin/sh\ntouch {tmp_path}/called\n")
        (tmp_path / tool).chmod(0o755)

    path = f"{tmp_path}:{os.environ['PATH']}"
    result = run("sh", ".ci/servers", KWAI_INSTALL="0", PATH=path)

    assert result.returncode == 0
    assert not (tmp_path / "called").exists()


def test_make_help_lists_every_target() -> None:
    declared = re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    assert declared

    result = run("make", "help")

    assert re.findall(r"^  make ([a-z-]+) ", result.stdout, re.MULTILINE) == declared[1].split()


def test_the_makefile_defines_what_it_declares() -> None:
    declared = re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    assert declared

    assert re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE) == declared[1].split()


def test_the_build_server_runs_the_test_command_of_the_readme() -> None:
    readme = fenced_commands(REPOSITORY / "README.md")
    script = (REPOSITORY / ".ci" / "run").read_text()

    assert {"make run", "make test"} <= readme
    assert re.search(r"^make test\b", script, re.MULTILINE)


def test_the_commands_without_make_are_those_of_the_makefile() -> None:
    readme = fenced_commands(REPOSITORY / "README.md")
    recipes = MAKEFILE.replace("$(VENV)", ".venv/bin").replace(" $(ARGS)", "")

    for target in ("run", "test"):
        recipe = re.search(rf"^{target}:.*\n((?:\t@.*\n)+)", recipes, re.MULTILINE)
        assert recipe
        assert recipe[1].replace("\t@", "").strip().replace("\n", " && ") in readme


def test_the_settings_shown_in_the_readme_are_accepted(tmp_path: Path) -> None:
    [block] = re.findall(r"```toml\n(.*?)```", (REPOSITORY / "README.md").read_text(), re.DOTALL)
    file = tmp_path / "kwai.toml"
    file.write_text(block)

    settings = load_settings(file, {})

    assert (settings.db.engine, settings.db.host) == ("mysql", "db.example.org")
    assert settings.email.from_ == "club@example.org"


def test_nothing_resolves_dependencies_but_make_lock() -> None:
    scripts = [REPOSITORY / "Makefile", *(path for path in SCRIPTS if path.name != "lock")]

    for script in scripts:
        assert not re.search(r"uv (run|sync|lock)|npm install", script.read_text()), script
