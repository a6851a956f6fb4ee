"""Publishes the figures of a run in docs/reliability.md."""

import os
import platform
import shutil
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from chaos.checker import DUPLICATES_PER_KILL, Judgement
from tests.support.processes import REPOSITORY

#: Fewer kills say too little to be published.
PUBLISH_FROM = 200
REPORT = REPOSITORY / "docs" / "reliability.md"

#: What follows it on the page is not of `make chaos`.
MARK = "<!-- What follows is written by hand. -->"
HEAD = """\
# Reliability, measured

Written by `make chaos`; do not edit, except the end. While people are invited through the API, a
random victim is ended with `kill -9` every 0.1 to 0.6 seconds and restarted within 0.2 seconds.
Redis comes back empty each time. Afterwards every invitation that was answered with success is
compared with the mails that the relay saw.

- *lost*: answered with success, never mailed; *phantom*: mailed, but not in the database.
- *duplicate*: a copy beyond the first one; it has the same Message-ID.
- No loss in n kills means that at most 3/n of the kills lose something, with 95 % confidence.
- `kill -9` does not test what a power loss does; that is a matter of the database's settings.
"""


def write_report(judgements: Sequence[Judgement], path: Path = REPORT) -> Path:
    """Write the page; what stands below its mark stays."""
    kept = _kept(path)
    parts = [HEAD, _describe_run(), *(_describe(judgement) for judgement in judgements), kept]
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(part for part in parts if part), encoding="utf-8")
    return path


def _kept(path: Path) -> str:
    """What `make test-long` showed, which takes an hour and is written by hand."""
    text = path.read_text("utf-8") if path.exists() else ""
    _, mark, kept = text.partition(MARK)
    return mark + kept


def _describe(judgement: Judgement) -> str:
    kills = judgement.kills
    loss = f"< {3 / kills:.2%} per kill (95 %)" if judgement.lost == 0 else "FAILED"
    rate = judgement.duplicates / kills
    allowed = DUPLICATES_PER_KILL[judgement.engine]
    victims = ", ".join(f"{name} {count}" for name, count in judgement.victims.items())
    rows = [
        ("kills", f"{kills} ({victims})", ""),
        ("accepted / committed / mailed", _counts(judgement), ""),
        ("lost", f"{judgement.lost}, {loss}", "0"),
        ("phantoms", str(judgement.phantoms), "0"),
        ("duplicates", f"{judgement.duplicates}, {rate:.3f} per kill", f"<= {allowed} per kill"),
        ("most copies of one mail", str(judgement.most_copies), "one extra per kill"),
    ]
    lines = [f"| {what} | {figure} | {target} |" for what, figure, target in rows]
    table = ["| figure | measured | target |", "|---|---|---|", *lines]
    title = "MariaDB, Redis, an API, two workers" if judgement.engine == "mariadb" else "SQLite"
    return "\n".join([f"## {title} (seed {judgement.seed})", "", *table, ""])


def _counts(judgement: Judgement) -> str:
    return f"{judgement.accepted} / {judgement.committed} / {judgement.mails}"


def _describe_run() -> str:
    versions = [
        f"Python {platform.python_version()}",
        *(_version(program) for program in ("mariadbd", "redis-server")),
    ]
    facts = [
        f"commit {_commit()}",
        f"{datetime.now(UTC):%Y-%m-%d}",
        f"{os.cpu_count()} cores",
        *[version for version in versions if version],
    ]
    return f"Run: {', '.join(facts)}.\n"


def _commit() -> str:
    return _output("git", "-C", str(REPOSITORY), "describe", "--always", "--dirty") or "unknown"


def _version(program: str) -> str:
    path = shutil.which(program, path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    return f"{program} {_first_number(_output(path, '--version'))}" if path else ""


def _first_number(text: str) -> str:
    words = text.replace("v=", " ").split()
    return next((word for word in words if word[:1].isdigit()), "")


def _output(*command: str) -> str:
    # The commands stand above; nothing in them comes from outside.
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    return done.stdout.strip()
