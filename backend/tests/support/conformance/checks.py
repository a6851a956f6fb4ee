"""Collects the checks; each is a fact about any resource that offers what the check needs."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.support.conformance.kit import Kit

Run = Callable[[Kit], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A fact about every resource; `id` names its item of the checklist, or several: `D1+D2`."""

    id: str
    needs: frozenset[str]
    run: Run

    @property
    def items(self) -> frozenset[str]:
        """The items of the checklist that it is about."""
        return frozenset(self.id.split("+"))

    def fits(self, capabilities: frozenset[str]) -> bool:
        return self.needs <= capabilities

    def __str__(self) -> str:
        return f"{self.id}-{self.run.__name__}"


CHECKS: list[Check] = []


def check(id: str, *needs: str) -> Callable[[Run], Run]:
    """Register a function as a check; it runs for resources with all these capabilities."""

    def register(run: Run) -> Run:
        CHECKS.append(Check(id=id, needs=frozenset(needs), run=run))
        return run

    return register
