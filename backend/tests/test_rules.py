"""Every numbered rule, failure and threat of the design has a test that carries its number."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
# What is not built yet: uploads (T24) and the export of personal data (T40).
LISTS = {
    "events": [*(f"E{n}" for n in range(1, 31)), *(f"R{n}" for n in range(1, 29))],
    "security": [f"T{n}" for n in range(1, 42) if n not in {24, 40}],
}
_NAME = re.compile(r"def (test_\w+)|(?:^|\W)([ERST]\d+)\b")
_NUMBER = re.compile(r"_([erst])0*(\d+)(?=_)")
_FAILURE = re.compile(r"test_r0*(\d+)_")


def read_numbers() -> set[str]:
    numbers: set[str] = set()
    for file in TESTS.rglob("test_*.py"):
        # The rules of JSON:API have numbers of their own.
        if file == Path(__file__) or "json_api" in file.parts:
            continue
        for name, told in _NAME.findall(file.read_text(encoding="utf-8")):
            numbers.add(told)
            numbers.update(letter.upper() + number for letter, number in _NUMBER.findall(name))
        numbers.update(f"R{number}" for number in _FAILURE.findall(file.name))
    return numbers


@pytest.mark.parametrize("document", sorted(LISTS))
def test_every_rule_has_a_test(document: str) -> None:
    assert set(LISTS[document]) - read_numbers() == set()
