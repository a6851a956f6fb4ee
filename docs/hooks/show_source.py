"""Shows real code in the pages: `{{ package.module:Class.method }}` becomes its source text."""

import ast
import re
from pathlib import Path
from textwrap import dedent

from mkdocs.exceptions import PluginError

SOURCES = Path(__file__).parents[2] / "backend" / "src"
PLACE = re.compile(r"\{\{ (?P<module>[\w.]+):(?P<name>[\w.]+) \}\}")


def on_page_markdown(markdown: str, **_: object) -> str:
    """Fill in the sources; MkDocs calls this for every page."""
    return PLACE.sub(lambda place: read_source(place["module"], place["name"]), markdown)


def read_source(module: str, name: str) -> str:
    """Read a class or function with its decorators, as it stands in the file.

    Raises:
        PluginError: there is none, which ends the build.
    """
    path = SOURCES.joinpath(*module.split(".")).with_suffix(".py")
    if not path.is_file():
        raise PluginError(f"The documentation shows {module}, which is not there.")
    text = path.read_text(encoding="utf-8")
    node: ast.AST = ast.parse(text)
    for part in name.split("."):
        node = _child(node, part) or _missing(module, name)
    decorators = [each.lineno for each in getattr(node, "decorator_list", [])]
    start = min([node.lineno, *decorators])  # type: ignore[attr-defined]  # definitions have lines
    lines = text.splitlines()[start - 1 : node.end_lineno]  # type: ignore[attr-defined]  # as above
    return dedent("\n".join(lines))


def _child(node: ast.AST, name: str) -> ast.AST | None:
    body = getattr(node, "body", [])
    return next((each for each in body if getattr(each, "name", None) == name), None)


def _missing(module: str, name: str) -> ast.AST:
    raise PluginError(f"The documentation shows {module}:{name}, which is not there.")
