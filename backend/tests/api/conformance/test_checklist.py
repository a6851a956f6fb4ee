"""The checklist of the contract: every rule is looked at by a check, or by a test that names it."""

import re
from pathlib import Path
from typing import Final

import pytest

from tests.support.conformance import CHECKS

TESTS: Final = Path(__file__).parents[2]
# How many rules each group has: negotiation, documents, fetching, include, fields, order, pages,
# query, create, update, delete, relationships, errors, atomic operations, cursors.
GROUPS: Final = {
    "N": 13,
    "D": 16,
    "F": 6,
    "I": 3,
    "S": 2,
    "O": 1,
    "P": 4,
    "Q": 10,
    "C": 9,
    "U": 12,
    "X": 2,
    "R": 9,
    "E": 9,
    "A": 12,
    "K": 8,
}
RULES: Final = [f"{group}{n}" for group, size in GROUPS.items() for n in range(1, size + 1)]
HALVES: Final = ["R4b", "R5b"]
# Elsewhere a letter and a number name rules of other contracts, and there jsonapi stands before.
_BARE: Final = re.compile(r"def test_(?:jsonapi_)?([a-z]\d+b?)_")
_NAMED: Final = re.compile(r"def test_jsonapi_([a-z]\d+b?)_")
OWN: Final = ("core/json_api", "api/v1/operations")


def find_tested() -> set[str]:
    """Read from the names of tests which rules they are about."""
    found: set[str] = set()
    for path in [*TESTS.glob("core/json_api/*.py"), *TESTS.glob("api/**/test_*.py")]:
        is_own = path.parent.relative_to(TESTS).as_posix() in OWN
        names = (_BARE if is_own else _NAMED).findall(path.read_text())
        found |= {name[0].upper() + name[1:] for name in names}
    return found


@pytest.mark.parametrize("rule", [*RULES, *HALVES])
def test_every_rule_has_a_check(rule: str) -> None:
    checked = {item for check in CHECKS for item in check.items}

    assert rule in checked | find_tested()


def test_no_check_is_about_a_rule_that_does_not_exist() -> None:
    checked = {item for check in CHECKS for item in check.items}

    assert checked <= {*RULES, *HALVES}
