"""What the worker runs for a delivery."""

from abc import ABC, abstractmethod
from dataclasses import dataclass

from kwai.core.events.outbox.claim import Claim
from kwai.core.events.outbox.verdict import Verdict


class FencedException(Exception):
    """Rolls a unit back whose delivery belongs to somebody else by now."""


class LetGoException(Exception):
    """Raised before something irrevocable when the lease may not last until its end."""


@dataclass(slots=True, kw_only=True)
class Attempt:
    """One run of a handler.

    Attributes:
        is_out: Something has left that cannot be called back; stopping waits for its answer.
        is_ending: The handler is through, and how it ended is being written.
    """

    claim: Claim
    is_out: bool = False
    is_ending: bool = False

    @property
    def can_be_released(self) -> bool:
        """Whether somebody else can begin again without a trace of this attempt."""
        return not (self.is_out or self.is_ending)


class DeliveryHandler(ABC):
    """Runs one attempt; every error it does not judge itself is retried."""

    @abstractmethod
    async def handle(self, attempt: Attempt) -> Verdict:
        """Run the attempt."""
