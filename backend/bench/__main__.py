"""`python -m bench`: every measurement, printed, and written to docs/benchmarks.md."""

import argparse
import sys
import time
from collections.abc import Iterable, Sequence
from contextlib import ExitStack

from bench import (
    bus,
    growth,
    installation,
    json_api,
    logins,
    markdown,
    plans,
    processes,
    requests,
    season,
)
from bench.plans import Plan
from bench.report import Line, write_page
from bench.stage import ENGINES, Stage, set_stage


class Bench:
    """Gathers lines in chapters, and prints each as soon as it is known."""

    def __init__(self, *, quick: bool) -> None:
        self._quick = quick
        self.chapters: dict[str, list[Line]] = {}
        self.plans: list[Plan] = []

    def run(self, engines: Sequence[str]) -> int:
        """Measure everything; gives how many lines fall short."""
        with ExitStack() as stack:
            stages = [stack.enter_context(set_stage(each, quick=self._quick)) for each in engines]
            for stage in stages:
                self._add("Requests", requests.lines(stage))
                self._add("Seasons and feeds", season.lines(stage))
                self._add("Logins", logins.lines(stage))
            if not self._quick:
                self._grow(stages)
            for stage in stages:
                self._install(stage)
            if len(stages) > 1:
                self._add("Engines", requests.compare_engines(stages))
        self._add("Documents", json_api.measure(quick=self._quick))
        self._add("Texts", markdown.measure_all(quick=self._quick))
        self._add("Mails", bus.measure_all(quick=self._quick))
        return sum(not line.is_reached for lines in self.chapters.values() for line in lines)

    def _grow(self, stages: Sequence[Stage]) -> None:
        for club in growth.grow(stages):
            with club.serve() as grown:
                self._add("Growth", growth.lines(club, grown))
            if club.times == growth.TIMES[-1]:
                found = plans.read_plans(grown)
                self._add("Growth", plans.lines(grown.engine, found))
                self.plans += found

    def _install(self, stage: Stage) -> None:
        if stage.server is not None:
            if not self._quick:
                self._add("Several processes", processes.lines(stage))
            self._add("Installation", installation.portal_lines(stage))
        self._add("Installation", installation.lines(stage))

    def _add(self, title: str, lines: Iterable[Line]) -> None:
        chapter = self.chapters.setdefault(title, [])
        for line in lines:
            chapter.append(line)
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


def main() -> int:
    """Measure; the exit code counts the lines that fall short."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, and no page")
    parser.add_argument("--engine", choices=ENGINES, action="append", help="only this; no page")
    args = parser.parse_args()
    started = time.monotonic()
    bench = Bench(quick=args.quick)
    short = bench.run(args.engine or ENGINES)
    if not args.quick and not args.engine:
        write_page(bench.chapters, _describe(bench.plans), time.monotonic() - started)
    return short


def _describe(found: Sequence[Plan]) -> list[str]:
    """Write the plans as Markdown."""
    text = [
        "",
        "## Plans",
        "",
        f"How the engines read the statements of each request, with {growth.TIMES[-1]} times the "
        "rows.",
    ]
    for engine in dict.fromkeys(plan.engine for plan in found):
        text += ["", f"### {engine}"]
        of_engine = [plan for plan in found if plan.engine == engine]
        for number in dict.fromkeys(plan.request for plan in of_engine):
            text += ["", f"**{number}**", ""]
            text += [
                line
                for plan in of_engine
                if plan.request == number
                for line in ("```text", plan.statement, *plan.steps, "```")
            ]
    return text


if __name__ == "__main__":
    sys.exit(main())
