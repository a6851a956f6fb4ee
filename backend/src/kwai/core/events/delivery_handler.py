"""What the worker runs for a delivery."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from kwai.core.events.outbox.claim import Claim
from kwai.core.events.outbox.verdict import Done, Verdict


class FencedException(Exception):
    """Rolls a unit back whose delivery belongs to somebody else by now."""


class LetGoException(Exception):
    """Raised before something irrevocable when the lease may not last until its end."""


@dataclass(slots=True, kw_only=True)
class Attempt:
    """One run of a handler.

    Attributes:
        sends_mails: Whether this worker goes on with a mail that the handler queues.
        is_out: Something has left that cannot be called back; stopping waits for its answer.
        is_ending: The handler is through, and how it ended is being written.
    """

    claim: Claim
    sends_mails: bool = False
    is_out: bool = False
    is_ending: bool = False

    @property
    def can_be_released(self) -> bool:
        """Whether somebody else can begin again without a trace of this attempt."""
        return not (self.is_out or self.is_ending)


class DeliveryHandler(ABC):
    """Runs one attempt; every error it does not judge itself is retried."""

    #: Several attempts may share what one costs.
    can_run_together: bool = False

    @abstractmethod
    async def handle(self, attempt: Attempt) -> Verdict:
        """Run the attempt."""

    async def handle_together(self, attempts: Sequence[Attempt]) -> Done:
        """Run all of them or none; what it raises leaves no trace of any."""
        raise NotImplementedError
