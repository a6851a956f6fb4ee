"""Every numbered rule of the design has a test, or a rule about the sources, with its number.

A name says which document it means, for numbers repeat: `test_database_t3_...` is about
transactions, `test_security_t3_...` about a threat.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
FRONTEND = TESTS.parents[1] / "frontend" / "src"


def numbers(letter: str, last: int, *, without: frozenset[int] = frozenset()) -> set[str]:
    return {f"{letter}{n}" for n in range(1, last + 1) if n not in without}


RULES = {
    "events": numbers("e", 30) | numbers("r", 28),
    # What is not built yet: uploads (T24), and the privacy of section 9 (T40, S41, S42, S44).
    "security": numbers("s", 45, without=frozenset({41, 42, 44}))
    | numbers("t", 41, without=frozenset({24, 40})),
    "database": numbers("s", 8)
    | numbers("t", 10)
    | numbers("k", 6)
    | numbers("v", 3)
    | numbers("x", 5)
    | numbers("n", 14)
    | numbers("r", 5)
    | numbers("c", 3),
}
_NAME = re.compile(r"def (?:test_)?(?:(security|database|events)_)?((?:[a-z]\d+_)+)")
_TITLE = re.compile(r"it\('security ([A-Z]\d+): ")
_FAILURE = re.compile(r"test_r0*(\d+)_")


def read_numbers() -> Iterator[tuple[str, str]]:
    """Give the document and the number of each rule that a test names."""
    for file in (TESTS / "support/source_rules.py", *TESTS.rglob("test_*.py")):
        # The rules of JSON:API have numbers of their own.
        if "json_api" in file.parts:
            continue
        for document, told in _NAME.findall(file.read_text(encoding="utf-8")):
            for number in told.strip("_").split("_"):
                yield document or "events", f"{number[0]}{int(number[1:])}"
        for number in _FAILURE.findall(file.name):
            yield "events", f"r{number}"
    for file in FRONTEND.rglob("*.test.ts"):
        for number in _TITLE.findall(file.read_text(encoding="utf-8")):
            yield "security", number.lower()


@pytest.mark.parametrize("document", RULES)
def test_every_rule_has_a_test(document: str) -> None:
    kept = {number for of, number in read_numbers() if of == document}

    assert sorted(RULES[document] - kept) == []
