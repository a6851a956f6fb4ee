"""The rules of the code base, and proof that each of them can fail."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.processes import REPOSITORY
from tests.support.source_rules import SOURCE_RULES, Source, read_sources

MOST_LINES = 400
SOURCE_FOLDERS = (REPOSITORY / "backend", REPOSITORY / ".ci")
STORY = "kwai.modules.news.stories"
BROKEN_EXAMPLES = {
    "database_c1_c2_what_was_read_is_not_kept": [
        (f"{STORY}.story_db_query", "@functools.lru_cache(maxsize=9)\ndef f(): ..."),
        ("kwai.api.v1.news.api", "@cache\ndef f(): ..."),
        ("kwai.modules.news.get_story", "@cache\nasync def f(): ..."),
    ],
    "database_s6_no_unit_ends_before_its_stream": [
        ("kwai.api.v1.news.api", "from starlette.responses import StreamingResponse"),
    ],
    "inside_imports_no_adapter": [
        (f"{STORY}.story", f"from {STORY}.story_tables import StoryRow"),
        (f"{STORY}.story", f"from {STORY} import story_db_query"),
        ("kwai.modules.news.create_story", "import kwai.core.db.database"),
        ("kwai.modules.news.create_story", "def f():\n    from kwai.core.db import database"),
    ],
    "database_t1_only_core_db_ends_transactions": [
        ("kwai.api.app", "async def f(database):\n    await database.commit()"),
        (f"{STORY}.story_db_repository", "async def f(self):\n    await self.database.begin()"),
    ],
    "nothing_prints": [("kwai.cli.db", "print('x')")],
    "nothing_calls_or": [(f"{STORY}.story_db_query", "a.or_(b)")],
    "no_sql_in_strings": [
        ("kwai.api.app", "x = 'SELECT id FROM users'"),
        ("kwai.cli.db", "x = f'DELETE FROM {table}'"),
        (f"{STORY}.story_db_query", "x = 'ORDER BY id'"),
    ],
    "queries_are_portable": [
        (f"{STORY}.story_db_query", "func('CONCAT', 'a', 'b')"),
        (f"{STORY}.story_db_query", "func('year', 'a')"),
        (f"{STORY}.story_db_query", "express('{} || {}', a, b)"),
        (f"{STORY}.story_db_repository", "functions.literal('COUNT(*) OVER ()')"),
    ],
    "sql_texts_are_constant": [
        (f"{STORY}.story_db_query", "express(f'{name} = 1')"),
        (f"{STORY}.story_db_query", "func(name, 'a')"),
    ],
}
SOUND_EXAMPLES = {
    "database_c1_c2_what_was_read_is_not_kept": (
        f"{STORY}.story_db_query",
        "@lru_cache(maxsize=9)\ndef f() -> KwaiSelect: ...",
    ),
    "database_s6_no_unit_ends_before_its_stream": (
        "kwai.api.v1.news.api",
        "from starlette.responses import Response",
    ),
    "inside_imports_no_adapter": (f"{STORY}.story_tasks", "import kwai.core.db.database"),
    "database_t1_only_core_db_ends_transactions": ("kwai.core.db.database", "connection.commit()"),
    "nothing_prints": ("kwai.cli.db", "console.print('x')"),
    "nothing_calls_or": ("kwai.core.db.criteria", "any_of(a, b)"),
    "no_sql_in_strings": ("kwai.cli.db", '"""SELECT a FROM b."""\nx = "Select from the list"'),
    "queries_are_portable": (f"{STORY}.story_db_query", "func('COALESCE', 'a', 'b')"),
    "sql_texts_are_constant": (f"{STORY}.story_db_query", "express('{} = 1', name)"),
}
RULES = {rule.__name__: rule for rule in SOURCE_RULES}
Rule = Callable[[Source], Iterator[str]]


@pytest.fixture(scope="module")
def sources() -> list[Source]:
    return read_sources(REPOSITORY / "backend" / "src")


@pytest.mark.parametrize("rule", SOURCE_RULES, ids=lambda rule: rule.__name__)
def test_the_sources_keep_the_rule(rule: Rule, sources: list[Source]) -> None:
    assert [line for source in sources for line in rule(source)] == []


@pytest.mark.parametrize(
    ("name", "module", "text"),
    [(name, *example) for name, examples in BROKEN_EXAMPLES.items() for example in examples],
)
def test_the_rule_finds_what_breaks_it(name: str, module: str, text: str) -> None:
    assert list(RULES[name](Source(module=module, text=text))) != []


@pytest.mark.parametrize("name", RULES)
def test_the_rule_allows_what_is_sound(name: str) -> None:
    module, text = SOUND_EXAMPLES[name]

    assert list(RULES[name](Source(module=module, text=text))) == []


def test_no_file_is_longer_than_a_sitting() -> None:
    files = [path for folder in SOURCE_FOLDERS for path in folder.rglob("*") if is_source(path)]

    lengths = {str(path): len(path.read_text().splitlines()) for path in files}

    assert {path: length for path, length in lengths.items() if length > MOST_LINES} == {}


def test_documents_name_only_paths_that_exist() -> None:
    documents = [REPOSITORY / "README.md", *(REPOSITORY / "docs").rglob("*.md")]

    named = {(document.name, path) for document in documents for path in named_paths(document)}

    assert {(name, path) for name, path in named if not (REPOSITORY / path).exists()} == set()


def test_a_path_in_a_document_is_recognised(tmp_path: Path) -> None:
    document = tmp_path / "page.md"
    document.write_text("See `backend/nowhere.py`, `make run`, `var/kwai.toml` and `.ci/run`.")

    assert list(named_paths(document)) == ["backend/nowhere.py", ".ci/run"]


def is_source(path: Path) -> bool:
    return path.is_file() and path.suffix in {".py", ""} and "__pycache__" not in path.parts


def named_paths(document: Path) -> Iterator[str]:
    """Paths of the repository in code spans; a placeholder like `<name>` is none."""
    for span in re.findall(r"(?<!`)`([^`\s<>{}*]+)`(?!`)", document.read_text()):
        if re.match(r"(backend|docs|frontend|requirements|\.ci)/", span) and "NNNN" not in span:
            yield span.partition(":")[0]
