import stat
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from kwai.cli.init import SettingsExistException, write_settings
from kwai.core.settings import load_settings
from kwai.core.settings_check import find_refusals
from kwai.kwai_cli import app

SECRETS = ("jwt_secret", "jwt_refresh_secret", "data_secret")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KWAI_HOME", str(tmp_path / "club"))
    return tmp_path / "club"


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["init", *arguments])
    return result.exit_code, result.output


def test_the_settings_it_writes_may_start(home: Path) -> None:
    code, output = run("--name", "Judokwai")

    settings = load_settings(home / "kwai.toml", {})
    assert code == 0
    assert str(home / "kwai.toml") in output
    assert settings.website.name == "Judokwai"
    assert find_refusals(settings, home / "kwai.toml") == []


def test_nobody_else_can_read_them(home: Path) -> None:
    run()

    assert stat.S_IMODE((home / "kwai.toml").stat().st_mode) == 0o600
    assert stat.S_IMODE(home.stat().st_mode) == 0o700


def test_every_secret_is_another_one(tmp_path: Path) -> None:
    files = [write_settings(file=tmp_path / name) for name in ("a.toml", "b.toml")]

    found = [
        tomllib.loads(file.read_text())["security"][name] for file in files for name in SECRETS
    ]
    assert len(set(found)) == 6


def test_a_disk_that_fails_leaves_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("os.fsync", fail)
        code, output = run()

    assert code == 1
    assert f"{home / 'kwai.toml'}: No space left on device." in output
    assert list(home.iterdir()) == []
    assert run()[0] == 0


def test_what_exists_is_not_overwritten(home: Path) -> None:
    run()
    before = (home / "kwai.toml").read_text()

    code, output = run()

    assert code == 1
    assert "exists already" in output
    assert (home / "kwai.toml").read_text() == before


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    other, link = tmp_path / "other", tmp_path / "kwai.toml"
    link.symlink_to(other)

    with pytest.raises(SettingsExistException):
        write_settings(file=link)
    assert not other.exists()


def test_the_named_file_is_written(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KWAI_SETTINGS_FILE", str(tmp_path / "mine.toml"))

    run()

    assert (tmp_path / "mine.toml").is_file()
    assert not (home / "kwai.toml").exists()


def test_a_folder_that_cannot_be_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("KWAI_HOME", str(tmp_path / "file" / "below"))

    code, output = run()

    assert code == 1
    assert output.count("\n") == 1


@given(st.text(max_size=50))
def test_any_name_is_a_name(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    file = write_settings(name=name, file=tmp_path_factory.mktemp("names") / "kwai.toml")

    written = tomllib.loads(file.read_text(encoding="utf-8"))["website"]["name"]
    assert written == "".join(char for char in name if char.isprintable())


def test_the_program_names_its_commands() -> None:
    result = CliRunner().invoke(app, ["--help"])

    assert all(name in result.output for name in ("bus", "db", "identity", "init"))


def test_without_a_command_it_helps() -> None:
    result = CliRunner().invoke(app, [])

    assert "Usage" in result.output
