"""Rows for a person at a terminal, and the same rows for a program behind a pipe."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from rich.table import Table

Row = Sequence[object]


def echo_table(rows: Sequence[Row], *, head: Sequence[str] = ()) -> None:
    """Print rows in columns: wrapped and coloured for a terminal, a line each for a pipe.

    NO_COLOR is respected; a narrow terminal folds long cells instead of cutting them.
    """
    if not rows:
        return
    texts = [[_text(cell) for cell in row] for row in rows]
    if sys.stdout.isatty():
        _print_table(texts, head)
        return
    _echo_lines([list(head), *texts] if head else texts)


def _print_table(texts: list[list[str]], head: Sequence[str]) -> None:
    from rich.console import Console

    # No markup: an address or a remark may hold square brackets.
    Console(markup=False, highlight=False).print(_create_table(texts, head))


def _create_table(texts: list[list[str]], head: Sequence[str]) -> "Table":
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD if head else None, show_header=bool(head), pad_edge=False)
    for number, _ in enumerate(texts[0]):
        is_name = not head and number == 0
        table.add_column(
            head[number] if head else "", overflow="fold", style="bold" if is_name else None
        )
    for row in texts:
        table.add_row(*row)
    return table


def _echo_lines(texts: list[list[str]]) -> None:
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    for row in texts:
        line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        typer.echo(line.rstrip())


def _text(cell: object) -> str:
    text = "-" if cell is None or cell == "" else str(cell)
    # What came from outside must not move the cursor.
    return "".join(char if char.isprintable() else "?" for char in text)
