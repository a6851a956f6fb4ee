"""Hands finished mails to the relay; no transaction is open meanwhile."""

import time
from collections.abc import Callable
from datetime import timedelta

from kwai.core.events.breaker import Breaker
from kwai.core.events.delivery_handler import Attempt, DeliveryHandler, LetGoException
from kwai.core.events.metrics import get_metrics
from kwai.core.events.outbox.verdict import Dead, Done, Released, Retry, Verdict
from kwai.core.failpoint import failpoint
from kwai.core.mail.address import ascii_address
from kwai.core.mail.transport import (
    MailTransport,
    PermanentRefusal,
    RelayFault,
    TemporaryRefusal,
    TransportException,
)
from kwai.core.security.sealer import Sealer, SealException

FAULT_DELAY = timedelta(seconds=15)


class RelayHandler(DeliveryHandler):
    """Sends one mail to one recipient."""

    def __init__(
        self,
        transport: MailTransport,
        *,
        sender: str,
        sealer: Sealer,
        breaker: Breaker,
        last_moment: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Create the handler.

        Args:
            transport: The relay.
            sender: Address that returned mail goes to.
            sealer: Opens the payloads.
            breaker: Learns whether the relay can be used.
            last_moment: Seconds after a claim from which on no dialogue may begin, because its
                lease could end before the relay answers.
            clock: Monotonic.
        """
        self._transport = transport
        self._sender = sender
        self._sealer = sealer
        self._breaker = breaker
        self._last_moment = last_moment
        self._clock = clock

    async def handle(self, attempt: Attempt) -> Verdict:
        try:
            mail = self._open(attempt)
        except (SealException, ValueError) as error:
            return Dead(outcome="payload", error=f"{type(error).__name__}: {error}")
        self._breaker.started()
        try:
            await self._send(attempt, mail)
        except LetGoException:
            self._breaker.gave_up()
            return Released()
        except TransportException as error:
            return self._judge(error)
        except BaseException:
            self._breaker.gave_up()
            raise
        self._breaker.succeeded()
        get_metrics().mails.labels("sent").inc()
        return Done()

    async def close(self) -> None:
        """Close the connections to the relay."""
        await self._transport.close()

    async def _send(self, attempt: Attempt, mail: bytes) -> None:
        claim = attempt.claim

        def before_data() -> None:
            if self._clock() - claim.started > self._last_moment:
                raise LetGoException
            attempt.is_out = True

        failpoint("before_smtp")
        await self._transport.send(
            sender=self._sender,
            recipient=ascii_address(claim.recipient or ""),
            message_id=claim.message_id or "",
            data=mail,
            before_data=before_data,
        )
        failpoint("after_smtp")

    def _judge(self, error: TransportException) -> Verdict:
        text = str(error)
        if isinstance(error, RelayFault):
            self._breaker.failed()
            get_metrics().mails.labels("relay_fault").inc()
            return Retry(outcome="relay_fault", error=text, delay=FAULT_DELAY, is_counted=False)
        if isinstance(error, PermanentRefusal):
            self._breaker.succeeded()
            get_metrics().mails.labels("5xx").inc()
            return Dead(outcome="smtp_5xx", error=text)
        if isinstance(error, TemporaryRefusal):
            self._breaker.succeeded()
            get_metrics().mails.labels("4xx").inc()
            return Retry(outcome="smtp_4xx", error=text)
        self._breaker.gave_up()
        get_metrics().mails.labels("unknown").inc()
        return Retry(outcome="unknown", error=text)

    def _open(self, attempt: Attempt) -> bytes:
        claim = attempt.claim
        if claim.payload is None or not claim.recipient:
            raise ValueError("The mail is gone.")
        return self._sealer.open(claim.payload, claim.seal)
