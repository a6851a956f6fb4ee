"""`python -m chaos [--kills N] [--seed S] [--engine mariadb|sqlite]`, from `backend`."""

import argparse
import random
import shutil
import sys
import tempfile
from pathlib import Path

from chaos.checker import Judgement, describe, judge
from chaos.cluster import CLUSTERS
from chaos.history import read_history
from chaos.report import PUBLISH_FROM, write_report
from chaos.run import run
from tests.support.processes import MissingServerError


def main() -> int:
    """Run what the command line asks for; 1 when a target was missed."""
    args = _parse()
    seed = random.SystemRandom().randrange(2**32) if args.seed is None else args.seed
    judgements = [_run(engine, args.kills, seed) for engine in args.engine or CLUSTERS]
    if args.kills >= PUBLISH_FROM:
        sys.stdout.write(f"Wrote {write_report(judgements)}.\n")
    return 1 if any(judgement.failures for judgement in judgements) else 0


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="chaos", description=__doc__)
    parser.add_argument("--kills", type=int, default=PUBLISH_FROM)
    parser.add_argument("--seed", type=int, help="repeat the run that printed this seed")
    parser.add_argument("--engine", choices=sorted(CLUSTERS), action="append")
    return parser.parse_args()


def _run(engine: str, kills: int, seed: int) -> Judgement:
    # On the disk, as in production; the path is short, because sockets lie below it.
    folder = Path(tempfile.mkdtemp(prefix="kwai-chaos-", dir="/var/tmp"))
    folder.chmod(0o711)
    path = folder / f"{engine}-{seed}.jsonl"
    sys.stdout.write(f"{engine}: {kills} kills, seed {seed}, history {path}\n")
    sys.stdout.flush()
    try:
        run(engine, kills, seed, folder, path)
    except MissingServerError as error:
        sys.exit(str(error))
    judgement = judge(read_history(path))
    sys.stdout.write(describe(judgement) + "\n")
    if not judgement.failures:
        shutil.rmtree(folder, ignore_errors=True)
    return judgement


if __name__ == "__main__":
    sys.exit(main())
