"""When an entity was created and last changed."""

from dataclasses import dataclass, field
from datetime import datetime

from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.quicken import quicken


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class TraceableTime:
    """Moments of creation and of the last change; the latter is empty until there is one."""

    created_at: LocalTimestamp = field(default_factory=LocalTimestamp.create_now)
    updated_at: LocalTimestamp = field(default_factory=LocalTimestamp)

    @property
    def is_updated(self) -> bool:
        """Tell whether the entity was changed after its creation."""
        return not self.updated_at.empty

    def mark_for_update(self, now: datetime | None = None) -> "TraceableTime":
        """Return the times of an entity that changes at `now`, else at this moment."""
        updated_at = LocalTimestamp.create_now() if now is None else LocalTimestamp(now)
        return TraceableTime(created_at=self.created_at, updated_at=updated_at)
