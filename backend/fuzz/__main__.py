"""`python -m fuzz [--cases N] [--role R] [--engine E] [--seed S]`, from `backend`."""

import argparse
import random
import sys
from typing import Final

from fuzz.club import ENGINES, PERSONAS, open_club
from fuzz.run import Result, run

DEFAULT_CASES: Final = 20_000
# About as many operations as there are: each gets its share, on top of what other phases send.
REQUESTS_PER_EXAMPLE: Final = 150


def main() -> int:
    """Fuzz as every role on every engine; 1 when something was found."""
    args = _parse()
    seed = random.SystemRandom().randrange(2**32) if args.seed is None else args.seed
    is_clean = True
    for engine in args.engine or ENGINES:
        with open_club(engine) as club:
            for role in args.role or PERSONAS:
                result = run(
                    club,
                    role,
                    examples=max(1, args.cases // REQUESTS_PER_EXAMPLE),
                    seed=seed,
                )
                _report(engine, role, seed, result)
                is_clean &= result.is_clean
    return 0 if is_clean else 1


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    parser.add_argument("--cases", type=int, default=DEFAULT_CASES, help="requests for each role")
    parser.add_argument("--role", choices=PERSONAS, action="append")
    parser.add_argument("--engine", choices=ENGINES, action="append")
    parser.add_argument("--seed", type=int, help="repeat the run that printed this seed")
    return parser.parse_args()


def _report(engine: str, role: str, seed: int, result: Result) -> None:
    found = f"{len(result.findings)} findings, {len(result.errors)} errors"
    lines = [f"{engine}, {role}: {result.requests} requests, {found} (seed {seed})"]
    lines += [f"  {each}" for each in (*result.findings.values(), *result.errors)]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    sys.exit(main())
