"""The lines that `make bench` prints and writes."""

import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from bench.load import Figure

PAGE = Path(__file__).parents[2] / "docs" / "benchmarks.md"
LIBRARIES = ("fastapi", "uvicorn", "pydantic", "orjson", "asyncmy", "sql-smith")
_HEAD = ("", "| | what | figure | target | measured |", "|---|---|---|---|---|")


@dataclass(frozen=True, slots=True)
class Line:
    """A figure beside what it has to be: at most, or at least when it is a rate.

    Without a target it is only told.
    """

    name: str
    figure: float
    target: float | None
    unit: str
    at_least: bool = False
    detail: str = ""

    @property
    def is_reached(self) -> bool:
        """Whether the figure is what it has to be."""
        if self.target is None:
            return True
        return self.figure >= self.target if self.at_least else self.figure <= self.target

    def __str__(self) -> str:
        mark = "ok  " if self.is_reached else "MISS"
        return f"{mark} {self.name}: {self.shown} ({self.asked}) {self.detail}".rstrip()

    @property
    def shown(self) -> str:
        """The figure with its unit."""
        return f"{self.figure:.2f} {self.unit}".rstrip()

    @property
    def asked(self) -> str:
        """What the figure has to be."""
        if self.target is None:
            return "no target"
        return f"{'at least' if self.at_least else 'at most'} {self.target:g}"


def ratio(name: str, one: Figure, other: Figure, at_most: float) -> Line:
    """Make the line of two costs."""
    return Line(name, one.over(other), at_most, "x", detail=f"{one} / {other}")


def write_page(
    chapters: Mapping[str, Sequence[Line]], appendix: Sequence[str], seconds: float
) -> None:
    """Write docs/benchmarks.md; the appendix are lines of Markdown."""
    lines = [line for chapter in chapters.values() for line in chapter]
    short = sum(not line.is_reached for line in lines)
    text = [
        "# Benchmarks",
        "",
        "Written by `make bench`. A figure is a ratio of CPU times measured side by side in one",
        "run, unless its unit says otherwise: absolute times of a shared machine mean nothing. It",
        "is the median of the ratios of all rounds, in each of which the one follows the other.",
        "Behind it is what was measured: the median of the rounds, the lowest and the highest.",
        "Kwai is measured beside a *floor*, a hand-written server on the same driver that gives",
        "the same answers and does nothing else.",
        "",
        f"{datetime.now(UTC):%Y-%m-%d}; {_machine()}; {_versions()}; {seconds:.0f} s in all. "
        f"Of {len(lines)} lines {short or 'none'} fall short of their target.",
    ]
    for title, chapter in chapters.items():
        text += ["", f"## {title}", *_HEAD, *map(_row, chapter)]
    PAGE.write_text("\n".join([*text, *appendix]) + "\n", encoding="utf-8")


def _row(line: Line) -> str:
    mark = "" if line.is_reached else "**short**"
    return f"| {mark} | {line.name} | {line.shown} | {line.asked} | {line.detail} |"


def _machine() -> str:
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    return f"{platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GB of memory"


def _versions() -> str:
    return ", ".join([f"Python {platform.python_version()}", *_of_libraries()])


def _of_libraries() -> Iterator[str]:
    for name in LIBRARIES:
        yield f"{name} {version(name)}"
