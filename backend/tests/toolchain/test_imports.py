"""What a program imports before it knows what it is asked (toolchain.md section 12)."""

import json
import subprocess
import sys
from pathlib import Path

from tests.support.processes import REPOSITORY
from tests.support.source_rules import read_sources

HEAVY = {
    "aiosqlite",
    "alembic",
    "asyncmy",
    "fastapi",
    "loguru",
    "pydantic",
    "redis",
    "sqlalchemy",
    "starlette",
    "uvicorn",
}
MODULES = [source.module for source in read_sources(REPOSITORY / "backend" / "src")]
# What a command needs stands in `<context>_session`, which it imports in its body.
CLI = [
    m
    for m in MODULES
    if m == "kwai.kwai_cli" or (f"{m}.".startswith("kwai.cli.") and not m.endswith("_session"))
]
INSIDE = [m for m in MODULES if m.startswith(("kwai.core.domain", "kwai.modules"))]


def imported_by(modules: list[str], folder: Path) -> set[str]:
    """The top level packages in memory after these imports, in an interpreter of its own."""
    code = f"""
import json, sys, threading
import {", ".join(["kwai", *modules])}
print(json.dumps([threading.active_count(), *{{name.partition(".")[0] for name in sys.modules}}]))
"""
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False
    )
    assert result.stderr == ""
    threads, *names = json.loads(result.stdout)
    assert threads == 1
    assert list(folder.iterdir()) == []
    return set(names)


def test_the_command_line_imports_nothing_heavy(tmp_path: Path) -> None:
    assert imported_by(CLI, tmp_path) & (HEAVY | {"sql_smith", "jinja2"}) == set()


def test_domain_and_contexts_import_nothing_heavy(tmp_path: Path) -> None:
    assert imported_by(INSIDE, tmp_path) & (HEAVY | {"typer"}) == set()


def test_no_module_starts_or_prints_anything(tmp_path: Path) -> None:
    programs = {"kwai.__main__"}

    assert "kwai" in imported_by([m for m in MODULES if m not in programs], tmp_path)
