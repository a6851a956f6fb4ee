"""Judges a run by its history alone: `python -m chaos.checker HISTORY...`."""

import math
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from chaos.history import Step, read_history

#: Duplicates per kill that are allowed in the long run. With SQLite every kill hits the process
#: that sends, while it works off what waited for its restart (docs/decisions/0013).
DUPLICATES_PER_KILL = {"mariadb": 0.05, "sqlite": 0.6}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The figures of a run.

    Attributes:
        lost: Invitations that were answered with success and never mailed.
        phantoms: Mails about invitations that do not exist.
        duplicates: Copies beyond the first one.
        most_copies: The most copies that one recipient got.
        foreign_ids: Recipients whose copies do not share one Message-ID.
        left: Deliveries that were not done in the end.
    """

    engine: str
    seed: int
    kills: int
    victims: dict[str, int]
    accepted: int
    committed: int
    mails: int
    lost: int
    phantoms: int
    duplicates: int
    most_copies: int
    foreign_ids: int
    left: int
    seconds: float

    @property
    def allowed_duplicates(self) -> float:
        """The published rate; few kills may be unlucky (three standard deviations)."""
        expected = DUPLICATES_PER_KILL[self.engine] * self.kills
        return expected + 3 * math.sqrt(expected) + 1

    @property
    def failures(self) -> list[str]:
        """What must not be."""
        checks = {
            f"{self.lost} lost": self.lost == 0,
            f"{self.phantoms} phantoms": self.phantoms == 0,
            f"{self.duplicates} duplicates": self.duplicates <= self.allowed_duplicates,
            f"{self.most_copies} copies of one mail": self.most_copies <= self.kills + 1,
            f"{self.foreign_ids} copies with another id": self.foreign_ids == 0,
            f"{self.left} deliveries left": self.left == 0,
            "nothing was accepted": self.accepted > 0,
        }
        return [text for text, is_good in checks.items() if not is_good]

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def judge(steps: Iterable[Step]) -> Judgement:
    """Count."""
    by_kind: dict[str, list[Step]] = {}
    for step in steps:
        by_kind.setdefault(step["kind"], []).append(step)
    (start,), (end,) = by_kind["start"], by_kind["end"]
    mails = by_kind.get("mail", [])
    copies = Counter(mail["recipient"] for mail in mails)
    accepted = {step["address"] for step in by_kind.get("accepted", [])}
    committed = {step["address"] for step in by_kind.get("committed", [])}
    ids = {(mail["recipient"], mail["message_id"]) for mail in mails}
    kills = by_kind.get("kill", [])
    return Judgement(
        engine=start["engine"],
        seed=start["seed"],
        kills=len(kills),
        victims=dict(sorted(Counter(kill["victim"] for kill in kills).items())),
        accepted=len(accepted),
        committed=len(committed),
        mails=len(copies),
        lost=len(accepted - set(copies)),
        phantoms=len(set(copies) - committed),
        duplicates=sum(copies.values()) - len(copies),
        most_copies=max(copies.values(), default=0),
        foreign_ids=len(ids) - len(copies),
        left=sum(end["left"].values()),
        seconds=end["at"],
    )


def describe(judgement: Judgement) -> str:
    """Put a run into one line."""
    victims = ", ".join(f"{name} {count}" for name, count in judgement.victims.items())
    verdict = "; ".join(judgement.failures) or "ok"
    return (
        f"{judgement.engine}: {judgement.kills} kills ({victims}) in {judgement.seconds:.0f} s, "
        f"seed {judgement.seed}: accepted {judgement.accepted}, committed {judgement.committed}, "
        f"mailed {judgement.mails}, lost {judgement.lost}, duplicates {judgement.duplicates}, "
        f"phantoms {judgement.phantoms}: {verdict}"
    )


def main(paths: list[str]) -> int:
    """Judge histories again; 1 when a target was missed."""
    judgements = [judge(read_history(Path(path))) for path in paths]
    for judgement in judgements:
        sys.stdout.write(describe(judgement) + "\n")
    return 1 if any(judgement.failures for judgement in judgements) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
