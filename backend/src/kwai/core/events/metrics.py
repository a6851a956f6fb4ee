"""What Prometheus is told about events, deliveries and mails."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

    from kwai.core.db.database import Database

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
SECONDS_BUCKETS = (0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 30.0, 60.0, 300.0, 3600.0, 86400.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class BusMetrics:
    """The counters of this process, and the gauges that are read from the database."""

    registry: "CollectorRegistry"
    published: "Counter"
    deliveries: "Gauge"
    oldest_ready: "Gauge"
    seconds: "Histogram"
    outcomes: "Counter"
    expired_leases: "Counter"
    bells: "Counter"
    mails: "Counter"
    breaker: "Gauge"
    failed_hooks: "Gauge" = field(repr=False)


@lru_cache(maxsize=1)
def get_metrics() -> BusMetrics:
    """Create the metrics of this process at first use."""
    from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

    registry = CollectorRegistry()

    def counter(name: str, text: str, *labels: str) -> Counter:
        return Counter(name, text, labels, registry=registry)

    def gauge(name: str, text: str, *labels: str) -> Gauge:
        return Gauge(name, text, labels, registry=registry)

    return BusMetrics(
        registry=registry,
        published=counter("kwai_events_published", "Committed events.", "name"),
        deliveries=gauge(
            "kwai_outbox_deliveries", "Deliveries in the database.", "status", "handler"
        ),
        oldest_ready=gauge(
            "kwai_outbox_oldest_ready_seconds", "For how long the oldest due delivery waits."
        ),
        seconds=Histogram(
            "kwai_outbox_delivery_seconds",
            "From the event to the end of its delivery.",
            ("handler",),
            buckets=SECONDS_BUCKETS,
            registry=registry,
        ),
        outcomes=counter("kwai_outbox_outcome", "Ended attempts.", "handler", "outcome"),
        expired_leases=counter("kwai_outbox_lease_expired", "Deliveries taken from a dead worker."),
        bells=counter("kwai_doorbell", "Rings at Redis.", "result"),
        mails=counter("kwai_mail", "Mails handed to the relay.", "result"),
        breaker=gauge("kwai_mail_breaker_open", "1 while mails wait for the relay."),
        failed_hooks=gauge("kwai_database_failed_hooks", "Hooks that failed after a commit."),
    )


async def render_metrics(database: "Database") -> bytes:
    """Render all metrics, the ones of the database as they are now."""
    from prometheus_client import generate_latest

    from kwai.core.db.transaction import hook_statistics
    from kwai.core.events.outbox.outbox_admin_db_repository import OutboxAdminDbRepository

    metrics = get_metrics()
    outbox = OutboxAdminDbRepository(database)
    metrics.deliveries.clear()
    for count in await outbox.count_deliveries():
        metrics.deliveries.labels(count.status, count.handler).set(count.count)
    metrics.oldest_ready.set(await outbox.oldest_due_seconds())
    metrics.failed_hooks.set(hook_statistics.failed)
    return bytes(generate_latest(metrics.registry))
