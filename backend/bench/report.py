"""The lines that `make bench` prints and writes."""

import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "benchmarks.md"
LIBRARIES = ("fastapi", "uvicorn", "pydantic", "orjson", "asyncmy", "sql-smith")


@dataclass(frozen=True, slots=True)
class Line:
    """A figure beside what it has to be: at most, or at least when it is a rate."""

    name: str
    figure: float
    target: float
    unit: str
    at_least: bool = False
    detail: str = ""

    @property
    def is_reached(self) -> bool:
        """Whether the figure is what it has to be."""
        return self.figure >= self.target if self.at_least else self.figure <= self.target

    def __str__(self) -> str:
        mark = "ok  " if self.is_reached else "MISS"
        sign = ">=" if self.at_least else "<="
        figures = f"{self.figure:.2f} {self.unit} ({sign} {self.target:g})"
        return f"{mark} {self.name}: {figures} {self.detail}".rstrip()


def write_page(chapters: Mapping[str, Sequence[Line]], seconds: float) -> None:
    """Write docs/benchmarks.md."""
    versions = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    text = [
        "# Benchmarks",
        "",
        "Written by `make bench`. A figure is a ratio of CPU times measured side by side in one",
        "run, unless its unit says otherwise: absolute times of a shared machine mean nothing.",
        "",
        f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, {versions}; {seconds:.0f} s in all.",
    ]
    for title, lines in chapters.items():
        text += [
            "",
            f"## {title}",
            "",
            "| | what | figure | target | measured |",
            "|---|---|---|---|---|",
        ]
        text += [_row(line) for line in lines]
    PAGE.write_text("\n".join(text) + "\n", encoding="utf-8")


def _row(line: Line) -> str:
    mark = "" if line.is_reached else "**short**"
    sign = "at least" if line.at_least else "at most"
    figure = f"{line.figure:.2f} {line.unit}"
    return f"| {mark} | {line.name} | {figure} | {sign} {line.target:g} | {line.detail} |"
