"""One log line and one count for everything that becomes of a delivery."""

import time
from typing import TYPE_CHECKING, Any

from loguru import logger

from kwai.core.events.metrics import get_metrics
from kwai.core.events.outbox.new_event import SEND_MAIL
from kwai.core.events.outbox.verdict import Dead, Done, Fenced, Released, Verdict
from kwai.core.security.digest import recipient_hash as hash_of

if TYPE_CHECKING:
    from loguru import Record

    from kwai.core.events.outbox.claim import Claim, ClaimResult, Settled
    from kwai.core.security.keys import Keys


def report_claim(result: "ClaimResult", *, worker: str, keys: "Keys") -> None:
    """Tell what a claim found."""
    metrics = get_metrics()
    if result.expired_leases:
        metrics.expired_leases.inc(result.expired_leases)
    for settled in result.settled:
        _report_settled(settled)
    for claim in result.claims:
        _report_claimed(claim, worker, keys)


def report_outcome(claim: "Claim", verdict: Verdict, *, worker: str, keys: "Keys") -> None:
    """Tell how an attempt ended."""
    name = _name(verdict)
    metrics = get_metrics()
    metrics.outcomes.labels(claim.handler, name).inc()
    if isinstance(verdict, Done):
        seconds = (claim.now() - claim.created_at).total_seconds()
        metrics.seconds.labels(claim.handler).observe(max(seconds, 0))
    fields = _fields(claim, worker, keys) | {"outcome": getattr(verdict, "outcome", name)}
    fields |= _smtp_code(claim, verdict)
    fields["duration_ms"] = round((time.monotonic() - claim.started) * 1000)
    log = logger.bind(**fields)
    if isinstance(verdict, Dead):
        log.error("The delivery is dead: {}", verdict.error)
    else:
        log.info("{}", getattr(verdict, "error", "") or name.capitalize())


def _report_claimed(claim: "Claim", worker: str, keys: "Keys") -> None:
    def add_fields(record: "Record") -> None:
        record["extra"].update(_fields(claim, worker, keys))

    # The fields, one of them a keyed hash, are made only when somebody reads the line.
    logger.patch(add_fields).debug("Claimed.")


def _report_settled(settled: "Settled") -> None:
    get_metrics().outcomes.labels(settled.handler, settled.status).inc()
    fields = {"delivery_id": settled.id, "handler": settled.handler, "outcome": settled.outcome}
    log = logger.bind(**fields)
    if settled.status == "dead":
        log.error("The delivery is dead: its worker died each time.")
    else:
        log.info("Cancelled.")


def _name(verdict: Verdict) -> str:
    if isinstance(verdict, Done):
        return "skipped" if verdict.outcome.startswith("skipped") else "done"
    if isinstance(verdict, Dead):
        return "dead"
    if isinstance(verdict, Fenced):
        return "fenced"
    return "released" if isinstance(verdict, Released) else "retry"


def _smtp_code(claim: "Claim", verdict: Verdict) -> dict[str, int]:
    """The reply of the relay, which its error begins with."""
    if claim.handler != SEND_MAIL:
        return {}
    code = "250" if isinstance(verdict, Done) else getattr(verdict, "error", "")[:3]
    return {"smtp_code": int(code)} if code.isdigit() else {}


def _fields(claim: "Claim", worker: str, keys: "Keys") -> dict[str, Any]:
    """What a line names; never contents, and instead of a recipient a keyed hash."""
    fields = {} if claim.recipient is None else {"recipient_hash": hash_of(keys, claim.recipient)}
    return fields | {
        "event_name": claim.event_name,
        "event_uuid": claim.event_uuid,
        "delivery_id": claim.id,
        "handler": claim.handler,
        "attempt": claim.attempts,
        "worker": worker,
        "lease": claim.lease[:8],
        "message_id": claim.message_id,
    }
