"""Caps what single rules of the markdown parser may cost in one text.

An open bracket is looked for its end, and a table is filled up to the width of its head: a hostile
text of 64 KiB keeps the parser busy with that for seconds. Beyond the budget the characters are
shown as they are.
"""

from types import SimpleNamespace
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkDestination, parseLinkLabel, parseLinkTitle
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block import table as parse_table
from markdown_it.rules_inline import StateInline

# Characters that are looked through for the ends of brackets.
MOST_SCANNED = 500_000
# What follows a label costs as much as so many characters.
PER_LABEL = 100
MOST_CELLS = 10_000
_SCANNED = "kwai.scanned"
_CELLS = "kwai.cells"


def limit_costs(parser: MarkdownIt) -> None:
    """Put the budgets around the rules of a parser."""
    # A module; what the rules take from it is all that is given here.
    parser.helpers = SimpleNamespace(  # type: ignore[assignment]
        parseLinkDestination=parseLinkDestination,
        parseLinkLabel=_find_label_end,
        parseLinkTitle=parseLinkTitle,
    )
    # The rule has to end a paragraph too, so it is replaced with its own options.
    parser.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})


def _find_label_end(state: StateInline, start: int, disableNested: bool = False) -> int:  # noqa: N803 (the name that the rules of the parser use)
    if state.env.get(_SCANNED, 0) > MOST_SCANNED:
        return -1
    end = parseLinkLabel(state, start, disableNested)
    _spend(
        state.env, _SCANNED, (state.posMax if end < 0 else end) - start + PER_LABEL, MOST_SCANNED
    )
    return end


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if state.env.get(_CELLS, 0) > MOST_CELLS:
        return False
    if not parse_table(state, start, end, True):
        return False
    return silent or (
        _spend(state.env, _CELLS, _count_cells(state, start, end), MOST_CELLS)
        and parse_table(state, start, end, silent)
    )


def _count_cells(state: StateBlock, start: int, end: int) -> int:
    """Count the cells that a table can have at most; missing ones are filled up by the parser."""
    columns = state.getLines(start, start + 1, 0, False).count("|") + 1
    rows = 0
    while start + rows < end and not state.isEmpty(start + rows):
        rows += 1
    return columns * rows


def _spend(env: Any, name: str, cost: int, most: int) -> bool:
    env[name] = env.get(name, 0) + cost
    return bool(env[name] <= most)
