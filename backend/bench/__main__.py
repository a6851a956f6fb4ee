"""`python -m bench`: every measurement, printed, and written to docs/benchmarks.md."""

import argparse
import sys
import time

from bench import bus, json_api, requests
from bench.report import Line, write_page


def main() -> int:
    """Measure; the exit code counts the lines that fall short."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, and no page")
    quick = parser.parse_args().quick
    started = time.monotonic()
    chapters: dict[str, list[Line]] = {
        "Requests": [
            line
            for engine in ("mariadb", "sqlite")
            for line in requests.measure(engine, quick=quick)
        ],
        "Documents": json_api.measure(quick=quick),
        "Mails": bus.measure_all(quick=quick),
    }
    for title, lines in chapters.items():
        print(f"\n{title}")
        for line in lines:
            print(f"  {line}")
    if not quick:
        write_page(chapters, time.monotonic() - started)
    return sum(not line.is_reached for lines in chapters.values() for line in lines)


if __name__ == "__main__":
    sys.exit(main())
