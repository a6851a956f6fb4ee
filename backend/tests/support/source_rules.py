"""Rules about source code that neither ruff nor import-linter can express."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

# Adapters and tasks stand at the edge of a context; everything else in it is the inside.
EDGE_SUFFIXES = ("_tables", "_tasks")
EDGE_PART = "_db_"
TRANSACTION_CALLS = {"begin", "commit", "rollback"}
SQL_STATEMENT = re.compile(
    r"\b(SELECT\s.*\bFROM\b|SELECT\s+\d|(INSERT|REPLACE)\s+INTO\b|UPDATE\s.*\bSET\b"
    r"|DELETE\s+FROM\b|(CREATE|DROP|ALTER|TRUNCATE)\s+(TABLE|INDEX)\b"
    r"|(ORDER|GROUP)\s+BY\b|WHERE\s)",
    re.DOTALL,
)
# database.md section 8: each of these differs between the engines or is slow on one of them.
UNPORTABLE = re.compile(
    r"\|\||\bOVER\s*\(|\b(YEAR|MONTH|DAY|EXTRACT|DATE_ADD|DATE_SUB|DATE_FORMAT|STRFTIME|NOW"
    r"|CURRENT_TIMESTAMP|CONCAT|CONCAT_WS|LENGTH|CHAR_LENGTH|LOWER|UPPER|IF|IIF|IFNULL"
    r"|GROUP_CONCAT|RETURNING|REPLACE|TRUNCATE|MATCH|REGEXP|JSON_[A-Z]+)\b(?=\s*\(|$)",
    re.IGNORECASE,
)
# The functions of sql-smith whose first argument becomes SQL as it is.
SQL_MAKERS = {"criteria", "express", "func", "literal"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """One Python file, parsed; `module` is its dotted name."""

    module: str
    text: str
    tree: ast.Module = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tree", ast.parse(self.text))

    @property
    def stem(self) -> str:
        return self.module.rpartition(".")[2]

    @property
    def is_inside(self) -> bool:
        """Whether this is an entity, a port or a use case of a context."""
        at_edge = EDGE_PART in self.stem or self.stem.endswith(EDGE_SUFFIXES)
        return self.is_below("kwai.modules") and not at_edge

    def is_below(self, *packages: str) -> bool:
        return any(f"{self.module}.".startswith(f"{package}.") for package in packages)


def read_sources(folder: Path) -> list[Source]:
    """Read every Python file below a folder on the import path."""
    return [
        Source(module=_module_name(path.relative_to(folder)), text=path.read_text())
        for path in sorted(folder.rglob("*.py"))
    ]


def inside_imports_no_adapter(source: Source) -> Iterator[str]:
    """Entities, ports and use cases know neither tables nor the database."""
    if source.is_inside:
        for line, name in _imports(source.tree):
            adapter = any(EDGE_PART in part or part.endswith("_tables") for part in name.split("."))
            if adapter or f"{name}.".startswith("kwai.core.db."):
                yield f"{source.module}:{line} imports {name}"


def database_t1_only_core_db_ends_transactions(source: Source) -> Iterator[str]:
    """The edge owns the transaction, by `transaction()` and `run()`."""
    if not source.is_below("kwai.core.db"):
        for call in _method_calls(source.tree):
            if call.attr in TRANSACTION_CALLS:
                yield f"{source.module}:{call.lineno} calls {call.attr}()"


def nothing_prints(source: Source) -> Iterator[str]:
    """Programs write through rich or the logger."""
    for node in ast.walk(source.tree):
        match node:
            case ast.Call(func=ast.Name(id="print" | "pprint")):
                yield f"{source.module}:{node.lineno} prints"


def nothing_calls_or(source: Source) -> Iterator[str]:
    """`a.and_where(b.or_(c))` means `a AND b OR c`; `any_of` groups."""
    for call in _method_calls(source.tree):
        if call.attr == "or_":
            yield f"{source.module}:{call.lineno} calls or_()"


def no_sql_in_strings(source: Source) -> Iterator[str]:
    """Statements are built by sql-smith; only `core.db` writes SQL."""
    if not source.is_below("kwai.core.db"):
        for line, text in _strings(source.tree):
            if SQL_STATEMENT.search(text):
                yield f"{source.module}:{line} has SQL in a string: {text.strip()[:60]!r}"


def queries_are_portable(source: Source) -> Iterator[str]:
    """A query class runs on both engines (database.md section 8)."""
    if _is_query(source):
        for line, text in _sql_texts(source.tree):
            if isinstance(text, ast.Constant) and (found := UNPORTABLE.search(str(text.value))):
                yield f"{source.module}:{line} uses {found.group()}"


def sql_texts_are_constant(source: Source) -> Iterator[str]:
    """What becomes SQL unquoted is written in the source, never computed (security.md T14)."""
    if _is_query(source):
        for line, text in _sql_texts(source.tree):
            if not isinstance(text, ast.Constant):
                yield f"{source.module}:{line} computes SQL: {ast.unparse(text)}"


def database_s6_no_unit_ends_before_its_stream(source: Source) -> Iterator[str]:
    """The unit of a request has ended before a stream starts; whoever adds one opens its own."""
    for line, name in _imports(source.tree):
        if name.endswith(("StreamingResponse", "EventSourceResponse")):
            yield f"{source.module}:{line} streams"


def database_c1_c2_what_was_read_is_not_kept(source: Source) -> Iterator[str]:
    """Several processes serve: only what cannot change is remembered, never what was read."""
    reads = _is_query(source) or source.is_below("kwai.api.v1")
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            is_async = isinstance(node, ast.AsyncFunctionDef)
            names = {_last_name(decorator) for decorator in node.decorator_list}
            # A statement that still waits for its values tells nothing of the rows.
            is_statement = _annotated(node.returns) == "KwaiSelect"
            keeps = names & {"cache", "lru_cache", "cached_property"}
            if keeps and (is_async or (reads and not is_statement)):
                yield f"{source.module}:{node.lineno} keeps what {node.name} gives"


SOURCE_RULES = (
    database_c1_c2_what_was_read_is_not_kept,
    database_s6_no_unit_ends_before_its_stream,
    inside_imports_no_adapter,
    database_t1_only_core_db_ends_transactions,
    nothing_prints,
    nothing_calls_or,
    no_sql_in_strings,
    queries_are_portable,
    sql_texts_are_constant,
)


def _annotated(returns: ast.expr | None) -> str:
    return "" if returns is None else ast.unparse(returns)


def _last_name(node: ast.expr) -> str:
    """Name what a decorator calls: `functools.lru_cache(maxsize=1)` is `lru_cache`."""
    called = node.func if isinstance(node, ast.Call) else node
    return ast.unparse(called).rpartition(".")[2]


def _module_name(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names = (f"{node.module or ''}.{alias.name}" for alias in node.names)
            yield from ((node.lineno, name) for name in names)


def _method_calls(tree: ast.Module) -> Iterator[ast.Attribute]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func


def _strings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if id(node) not in documentation:
                yield node.lineno, text


def _is_query(source: Source) -> bool:
    return source.stem.endswith(("_db_query", "_db_repository"))


def _sql_texts(tree: ast.Module) -> Iterator[tuple[int, ast.expr]]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[text, *_]) if (
                name in SQL_MAKERS
            ):
                yield node.lineno, text
