"""What the server refuses is said in the language of the reader: each rule by its own name."""

import ast
import json
import re
from collections.abc import Iterator

import pytest

from kwai.core.json_api.errors import ERRORS
from kwai.core.json_api.pointers import reason_of
from tests.support.processes import REPOSITORY
from tests.support.source_rules import Source, read_sources

LOCALES = REPOSITORY / "frontend" / "src" / "locales"
SOURCES = read_sources(REPOSITORY / "backend" / "src")
REFUSALS = {"UnprocessableException", "ConflictException"}
# What a worker refuses goes to its log; a recovery answers the same, whatever happens.
UNHEARD = re.compile(r"\.(mail_\w+|recover_user)$")
# Made of validation errors, in a table instead of a call.
OF_VALIDATION = {
    "too_long": {"count"},
    "too_short": {"count"},
    "too_small": {"count"},
    "too_big": {"count"},
    "characters": set(),
    "empty": set(),
    "format": set(),
    "choice": set(),
}


def calls(source: Source) -> Iterator[ast.Call]:
    return (each for each in ast.walk(source.tree) if isinstance(each, ast.Call))


def name_of(call: ast.Call) -> str:
    func = call.func
    return func.id if isinstance(func, ast.Name) else getattr(func, "attr", "")


def raises(call: ast.Call) -> bool:
    return name_of(call).endswith("Exception") or name_of(call) == "__init__"


def reasons() -> dict[str, set[str]]:
    """The rules by name, with the facts that are told of each."""
    found = dict(OF_VALIDATION)
    for call in (each for source in SOURCES for each in calls(source) if raises(each)):
        given = {each.arg: each.value for each in call.keywords if each.arg}
        reason = given.pop("reason", None)
        if isinstance(reason, ast.Constant):
            found.setdefault(str(reason.value), set()).update(given.keys() - {"member", "code"})
    return found


def messages(language: str, group: str) -> dict[str, str]:
    read = json.loads((LOCALES / language / "problems.json").read_text(encoding="utf-8"))
    return dict(read[group])


@pytest.mark.parametrize("language", ["nl", "en", "fr"])
def test_each_rule_has_a_message_that_says_its_facts(language: str) -> None:
    said = messages(language, "reasons")

    assert {name: set(re.findall(r"{(\w+)}", text)) for name, text in said.items()} == reasons()


@pytest.mark.parametrize("language", ["nl", "en", "fr"])
def test_each_code_has_a_message(language: str) -> None:
    assert messages(language, "codes").keys() == ERRORS.keys()


def test_what_a_use_case_refuses_has_a_reason() -> None:
    found = [
        f"{source.module}:{call.lineno}"
        for source in SOURCES
        if source.is_below("kwai.modules", "kwai.core.text") and not UNHEARD.search(source.module)
        for call in calls(source)
        if name_of(call) in REFUSALS and "reason" not in {each.arg for each in call.keywords}
    ]

    assert found == []


def test_a_limit_is_told_as_a_number() -> None:
    found = reason_of({"type": "string_too_long", "ctx": {"max_length": 200}})

    assert found == {"reason": "too_long", "count": 200}
