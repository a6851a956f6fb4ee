"""The queries of the contexts say only what both engines understand alike."""

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import kwai
from kwai.core.db.criteria import Sql
from kwai.core.db.database import Database
from kwai.core.db.row_mapper import optional_fields
from kwai.core.db.table import Table

SOURCE = Path(kwai.__file__).parent
SUFFIXES = ("*_db_query.py", "*_db_repository.py")
FORBIDDEN_FUNCTIONS = {
    "CONCAT", "DATE_ADD", "DATE_FORMAT", "DATE_SUB", "EXTRACT", "FIELD", "GROUP_CONCAT", "IF",
    "IFNULL", "IIF", "INSTR", "LEFT", "LENGTH", "LOWER", "MONTH", "NOW", "RAND", "RIGHT",
    "STRFTIME", "SUBSTR", "SUBSTRING", "UPPER", "YEAR",
}  # fmt: skip
FORBIDDEN_TEXT = re.compile(
    r"\|\||\bOVER\s*\(|\bRETURNING\b|\bREPLACE\b|\bIGNORE\b|\bTRUNCATE\b|\bTRIGGER\b|\s/\s", re.I
)
# A sentence starts with one capital, a statement with none or only with such.
STATEMENT = re.compile(
    r"^\s*(SELECT\s.*\sFROM|INSERT\s+INTO|UPDATE\s.*\sSET|DELETE\s+FROM"
    r"|select\s.*\sfrom|insert\s+into|update\s.*\sset|delete\s+from)\b"
)


def adapters() -> list[Path]:
    return sorted(path for suffix in SUFFIXES for path in SOURCE.rglob(suffix))


def faults(tree: ast.AST) -> Iterator[str]:
    """Find calls and texts that one of the engines would take otherwise."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _call_faults(node)
        value = node.value if isinstance(node, ast.Constant) else None
        if isinstance(node, ast.Constant) and isinstance(value, str) and STATEMENT.search(value):
            yield f"line {node.lineno}: a statement as text"


def _call_faults(call: ast.Call) -> Iterator[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    texts = [a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    if name == "or_":
        yield f"line {call.lineno}: .or_( is not what it looks like"
    if name == "func" and texts and texts[0].upper() in FORBIDDEN_FUNCTIONS:
        yield f"line {call.lineno}: {texts[0]}()"
    if name in {"Sql", "express", "literal", "criteria"}:
        for text in texts:
            used = set(re.findall(r"\b([A-Z_]+)\s*\(", text.upper()))
            if FORBIDDEN_TEXT.search(text) or used & FORBIDDEN_FUNCTIONS:
                yield f"line {call.lineno}: {text!r}"


@pytest.mark.parametrize(
    "text",
    [
        "field.or_(other)",
        'func("YEAR", "d")',
        'Sql("LOWER(`a`) = 1")',
        'Sql("`a` || `b`")',
        'express("COUNT(*) OVER ()")',
        'Sql("`a` / 2")',
        'database.run("SELECT id FROM users")',
        'x = "delete from users"',
    ],
)
def test_a_fault_is_found(text: str) -> None:
    assert list(faults(ast.parse(text)))


@pytest.mark.parametrize(
    "text",
    ['func("COUNT", "id")', 'Sql("COUNT(*)")', 'Sql("`a` + 1")', '"Select one from the list."'],
)
def test_what_both_engines_understand_is_no_fault(text: str) -> None:
    assert list(faults(ast.parse(text))) == []


def test_the_adapters_hold_no_fault() -> None:
    found = {
        str(path.relative_to(SOURCE)): list(faults(ast.parse(path.read_text())))
        for path in adapters()
    }

    assert {path: lines for path, lines in found.items() if lines} == {}


def tables() -> list[Table[Any]]:
    """All tables that the code declares."""
    found: dict[int, Table[Any]] = {}
    for module in pkgutil.walk_packages([str(SOURCE)], "kwai."):
        if not module.name.endswith(("_tables", "_rows", ".change_log")):
            continue
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, Table):
                found[id(value)] = value
    return list(found.values())


def test_database_n1_no_two_columns_share_an_alias() -> None:
    pairs = {
        (table.table_name, field.column): table.alias_name(field.column)
        for table in tables()
        for field in table.fields
    }

    assert [alias for alias, count in Counter(pairs.values()).items() if count > 1] == []


async def test_database_r2_every_row_matches_its_table(database: Database) -> None:
    for table in tables():
        columns = await nullable_columns(database, table.table_name)
        row = {
            field.column: field.name in optional_fields(table.row_type) for field in table.fields
        }
        assert set(row) <= set(columns), table.table_name
        too_strict = {name for name in row if columns[name] and not row[name]}
        assert too_strict == set(), f"{table.table_name}: these columns can be NULL"


async def nullable_columns(database: Database, table: str) -> dict[str, bool]:
    if database.settings.engine == "sqlite":
        records = await database.fetch_all(Sql(f"PRAGMA table_info(`{table}`)"))
        return {str(r["name"]): not r["notnull"] and not r["pk"] for r in records}
    query = Sql(
        "SELECT `column_name` AS `name`, `is_nullable` AS `nullable`"
        " FROM information_schema.columns"
        f" WHERE `table_schema` = DATABASE() AND `table_name` = '{table}'"
    )
    return {str(r["name"]): r["nullable"] == "YES" for r in await database.fetch_all(query)}


def test_the_driver_of_one_engine_is_no_matter_of_the_others() -> None:
    """Only the pools and the migrations import a driver, and none at import."""
    code = "import sys, kwai.core.db.repository, kwai.core.db.durability, kwai.core.db.backup"
    names = ("asyncmy", "aiosqlite", "alembic", "sqlalchemy", "loguru", "pydantic", "typer")
    result = subprocess.run(
        [sys.executable, "-c", f"{code}; print([n for n in {names} if n in sys.modules])"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert result.stdout.strip() == "[]"
