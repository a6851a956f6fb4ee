"""T35: nothing secret is compared with an operator that stops at the first difference."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.support.processes import REPOSITORY

SOURCES = REPOSITORY / "backend" / "src" / "kwai"
SECRET = re.compile(r"(^|_)(token|secret|signature|hash|digest|password|jti|mac)$")
# A code is a secret where invitations are; elsewhere it is an error, a reply or an exit.
SECRET_CODE = re.compile(r"(^|_)code$")
# The signature of a cursor is its sort order, and a copied file is told by its digest.
WITHOUT_SECRETS = ("core/json_api/cursor", "core/db/backup")
WITH_SECRET_CODES = ("core/security/", "modules/identity/")


def find_compares(text: str, path: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Compare):
            continue
        operands = [node.left, *node.comparators]
        is_equality = any(isinstance(operator, ast.Eq | ast.NotEq) for operator in node.ops)
        has_constant = any(isinstance(operand, ast.Constant) for operand in operands)
        if is_equality and not has_constant and any(is_secret(each, path) for each in operands):
            yield f"{path}:{node.lineno}: use safe_equals"


def is_secret(operand: ast.expr, path: str) -> bool:
    if path.startswith(WITHOUT_SECRETS):
        return False
    name = str(getattr(operand, "id", "") or getattr(operand, "attr", ""))
    if SECRET.search(name):
        return True
    return bool(SECRET_CODE.search(name)) and path.startswith(WITH_SECRET_CODES)


def test_security_t35_no_secret_is_compared_with_an_operator() -> None:
    files = {str(file.relative_to(SOURCES)): file.read_text() for file in SOURCES.rglob("*.py")}

    assert [line for path, text in files.items() for line in find_compares(text, path)] == []


@pytest.mark.parametrize(
    "text", ["a == token", "x.secret != y", "row.refresh_token == b", "given == invitation_code"]
)
def test_security_t35_the_rule_finds_them(text: str) -> None:
    assert list(find_compares(text, "modules/identity/x.py")) != []


@pytest.mark.parametrize("text", ["token == ''", "tokens == 2", "reply.code == other", "hash_ > 1"])
def test_security_t35_the_rule_leaves_the_rest(text: str) -> None:
    assert list(find_compares(text, "core/mail/x.py")) == []
