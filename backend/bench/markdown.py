"""What 64 KiB of a text that means harm cost at most until they are HTML.

Each text is rendered and sanitised as it is when it is stored; the least CPU time of some rounds
counts. Run with `PYTHONPATH=backend python -m bench.markdown`.
"""

import sys
import time

from bench.report import Line
from kwai.core.text.text_renderer import SafeTextRenderer, TextFormat
from tests.support.slow_texts import SLOW_HTML, SLOW_MARKDOWN

ROUNDS = 3
QUICK_ROUNDS = 1
MOST_SECONDS = 0.5
TEXTS = ((TextFormat.MARKDOWN, SLOW_MARKDOWN), (TextFormat.HTML, SLOW_HTML))


def measure_all(*, quick: bool) -> list[Line]:
    """Measure every text, and give the slowest of each format."""
    return [measure_format(each, quick=quick)[-1] for each, _ in TEXTS]


def measure_format(format_: TextFormat, *, quick: bool) -> list[Line]:
    """Measure the texts of one format, the slowest last."""
    renderer = SafeTextRenderer("https://club.example")
    rounds = QUICK_ROUNDS if quick else ROUNDS
    texts = dict(TEXTS)[format_]
    costs = {name: least_seconds(renderer, format_, text, rounds) for name, text in texts.items()}
    return [
        Line(
            f"64 KiB of hostile {format_.name.lower()} to safe HTML",
            costs[name],
            MOST_SECONDS,
            "s",
            detail=f"{name}, of {len(texts)} texts",
        )
        for name in sorted(costs, key=lambda name: costs[name])
    ]


def least_seconds(
    renderer: SafeTextRenderer, format_: TextFormat, source: str, rounds: int
) -> float:
    """The least CPU time of some rounds: what others do on the machine only adds to it."""
    found = []
    for _ in range(rounds):
        start = time.process_time()
        renderer.render_now(format_, source)
        found.append(time.process_time() - start)
    return min(found)


def main() -> int:
    """Print a line for each text; 1 when one takes too long."""
    lines = [line for each, _ in TEXTS for line in measure_format(each, quick=False)]
    for line in lines:
        sys.stdout.write(f"{line}\n")
    return 0 if all(line.is_reached for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
