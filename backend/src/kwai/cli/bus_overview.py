"""What `kwai_cli bus show` tells."""

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kwai.core.db.database import Database
    from kwai.core.settings import Settings

HIDDEN = "********"


@dataclass(frozen=True, slots=True, kw_only=True)
class BusOverview:
    """The settings of the bus and the state of the outbox."""

    mode: str
    redis: str
    redis_password: str
    relay: str
    held: str
    oldest_due_seconds: float
    alert_after: float
    last_relay_error: str
    counts: list[tuple[str, str, int]]

    @property
    def is_late(self) -> bool:
        """Whether something waits for longer than an alarm allows."""
        return self.oldest_due_seconds > self.alert_after

    def lines(self) -> list[tuple[object, ...]]:
        """The overview for a person, without the counts."""
        return [
            ("worker", self.mode),
            ("redis", self.redis),
            ("redis password", self.redis_password),
            ("relay", self.relay),
            ("held", self.held),
            ("oldest due", f"{self.oldest_due_seconds:.0f} s (alert after {self.alert_after:.0f})"),
            ("last relay error", self.last_relay_error),
        ]

    def as_dict(self) -> dict[str, Any]:
        """The overview for a program."""
        counts = [
            {"status": status, "handler": handler, "deliveries": count}
            for status, handler, count in self.counts
        ]
        return asdict(self) | {"counts": counts, "is_late": self.is_late}


async def read_overview(
    settings: "Settings", database: "Database", *, show_password: bool
) -> BusOverview:
    """Read the overview."""
    from kwai.core.events.outbox.new_event import SEND_MAIL
    from kwai.core.events.outbox.outbox_admin_db_repository import OutboxAdminDbRepository

    outbox = OutboxAdminDbRepository(database)
    control = await outbox.control()
    last_error = await outbox.last_error(SEND_MAIL)
    counts = await outbox.count_deliveries()
    return BusOverview(
        mode="in the API process" if settings.embeds_worker else "kwai_bus",
        redis=_describe_redis(settings),
        redis_password=_describe_password(settings, show_password=show_password),
        relay=_describe_relay(settings),
        held=f"yes: {control.reason}" if control is not None and control.held else "no",
        oldest_due_seconds=await outbox.oldest_due_seconds(),
        alert_after=settings.bus.alert_after,
        last_relay_error=(last_error.last_error or "") if last_error else "",
        counts=sorted((count.status, count.handler, count.count) for count in counts),
    )


def _describe_redis(settings: "Settings") -> str:
    redis = settings.redis
    if redis is None:
        return "none, workers poll"
    return redis.socket or f"{redis.host}:{redis.port}"


def _describe_password(settings: "Settings", *, show_password: bool) -> str:
    secret = "" if settings.redis is None else settings.redis.password.get_secret_value()
    return secret if show_password or not secret else HIDDEN


def _describe_relay(settings: "Settings") -> str:
    if settings.email.host is None:
        return f"files in {settings.mail_directory}/"
    return f"{settings.email.host}:{settings.email.port}"
