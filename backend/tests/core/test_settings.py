from pathlib import Path

import pytest

from kwai.core.settings import (
    Settings,
    SettingsException,
    find_settings_file,
    load_settings,
)


def write(folder: Path, text: str) -> Path:
    file = folder / "kwai.toml"
    file.write_text(text)
    return file


def test_without_a_file_everything_has_its_default(tmp_path: Path) -> None:
    settings = load_settings(environ={"KWAI_HOME": str(tmp_path)})

    assert settings.db.engine == "sqlite"
    assert settings.db.file == tmp_path / "kwai.db"
    assert settings.redis is None
    assert settings.embeds_worker
    assert settings.base_url == "http://127.0.0.1:8000"


def test_the_environment_overrules_the_file(tmp_path: Path) -> None:
    file = write(tmp_path, '[db]\nengine = "mysql"\nhost = "db.example"\nport = 3307\n')

    settings = load_settings(file, {"KWAI_DB_HOST": "other.example", "KWAI_DB_POOL_SIZE": "3"})

    assert (settings.db.host, settings.db.port, settings.db.pool_size) == ("other.example", 3307, 3)


def test_lists_and_aliases_come_from_the_environment() -> None:
    settings = load_settings(
        environ={
            "KWAI_WEBSITE_LOCALES": "nl, en",
            "KWAI_EMAIL_FROM": "club@kwai.example",
            "KWAI_BUS_EMBEDDED": "false",
            "KWAI_PORT": "9000",
        }
    )

    assert settings.website.locales == ("nl", "en")
    assert settings.email.from_ == "club@kwai.example"
    assert not settings.embeds_worker
    assert settings.api.port == 9000


def test_variables_of_others_are_left_alone() -> None:
    assert load_settings(environ={"KWAI_TESTING": "1", "PATH": "/bin"}) == Settings(
        db=load_settings(environ={}).db
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[db]\nengine = 'oracle'\n", r"db\.engine: "),
        ("[db]\nsize = 3\n", r"db\.size: there is no such setting"),
        ("[databases]\n", r"databases: there is no such setting"),
        ("[bus]\npoll_interval = 0\n", r"bus\.poll_interval: "),
        ("[db\n", r"kwai\.toml: "),
    ],
)
def test_a_mistake_is_one_line_that_names_the_key(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(SettingsException, match=message) as caught:
        load_settings(write(tmp_path, text), {})

    assert "\n" not in str(caught.value)


def test_an_unknown_key_in_the_environment_is_named() -> None:
    with pytest.raises(SettingsException, match=r"there is no setting db\.hosts"):
        load_settings(environ={"KWAI_DB_HOSTS": "x"})


def test_a_file_that_is_named_has_to_exist(tmp_path: Path) -> None:
    missing = tmp_path / "missing.toml"

    with pytest.raises(SettingsException, match=r"missing\.toml: No such file"):
        load_settings(environ={"KWAI_SETTINGS_FILE": str(missing)})


def test_a_data_folder_that_cannot_be_looked_into_is_one_line() -> None:
    # Root may look into every folder, so a name that no file system takes stands for one.
    home = "x" * 300

    with pytest.raises(SettingsException, match="File name too long"):
        load_settings(environ={"KWAI_HOME": home})


def test_an_ipv6_address_may_stand_in_brackets() -> None:
    settings = load_settings(environ={"KWAI_HOST": "[::1]"})

    assert (settings.api.host, settings.base_url) == ("::1", "http://[::1]:8000")


def test_the_file_is_found_in_the_data_folder(tmp_path: Path) -> None:
    file = write(tmp_path, "")

    assert find_settings_file({"KWAI_HOME": str(tmp_path)}) == file


def test_security_s38_a_secret_is_not_printed(tmp_path: Path) -> None:
    file = write(tmp_path, "[db]\npassword = 'hadjime-123'\n")

    assert "hadjime-123" not in repr(load_settings(file, {}))
