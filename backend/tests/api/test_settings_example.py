"""kwai.toml.example documents every setting, with its real default."""

import re
import tomllib
from typing import Any

import pytest
from pydantic import BaseModel, SecretStr

from kwai.core.settings import RedisSettings, Settings
from tests.support.processes import REPOSITORY

EXAMPLE = (REPOSITORY / "kwai.toml.example").read_text(encoding="utf-8")
SETTING = re.compile(r"# (\[?[a-z_]+(\]| = .*))$")
WITHOUT_DEFAULT = "# default: none"

SECTIONS: dict[str, BaseModel] = {
    name: getattr(Settings(), name) or RedisSettings()
    for name in Settings.model_fields
    if name != "home"
}


def uncommented() -> str:
    lines = [SETTING.fullmatch(line) for line in EXAMPLE.splitlines()]
    plain = EXAMPLE.splitlines()
    return "\n".join(found[1] if found else line for found, line in zip(lines, plain, strict=True))


@pytest.fixture
def documented() -> dict[str, dict[str, Any]]:
    return tomllib.loads(uncommented())


def aliases(section: BaseModel) -> dict[str, str]:
    fields = type(section).model_fields
    return {field.alias or name: name for name, field in fields.items()}


def test_every_setting_is_there_and_no_other(documented: dict[str, dict[str, Any]]) -> None:
    expected = {name: set(aliases(section)) for name, section in SECTIONS.items()}

    assert {name: set(keys) for name, keys in documented.items()} == expected


def test_every_value_can_be_set(documented: dict[str, dict[str, Any]]) -> None:
    settings = Settings.model_validate(documented)

    assert settings.redis is not None


@pytest.mark.parametrize("section", SECTIONS)
def test_the_values_are_the_defaults(documented: dict[str, dict[str, Any]], section: str) -> None:
    model = SECTIONS[section]

    for key, name in aliases(model).items():
        default = getattr(model, name)
        if default is None:
            line = next(each for each in EXAMPLE.splitlines() if each.startswith(f"# {key} = "))
            assert re.search(rf"# {key} = .*{WITHOUT_DEFAULT}", EXAMPLE), line
            continue
        shown = documented[section][key]
        plain = default.get_secret_value() if isinstance(default, SecretStr) else default
        assert shown == (list(plain) if isinstance(plain, tuple) else plain), (section, key)


def test_as_it_stands_it_changes_nothing() -> None:
    assert Settings.model_validate(tomllib.loads(EXAMPLE)) == Settings()


def test_no_line_is_an_accident() -> None:
    """A comment that looks like a setting but is none would be missed by the tests above."""
    for line in EXAMPLE.splitlines():
        assert line.startswith(("#", "[")) or not line
        assert len(line) <= 100
