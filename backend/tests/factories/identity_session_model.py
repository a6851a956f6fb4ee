"""What login sessions are meant to do, in as few words as possible: the reference of the tests."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

Outcome = Literal["rotated", "sibling", "reuse", "refused"]

GRACE = timedelta(seconds=10)
ACCESS = timedelta(minutes=10)
IDLE = timedelta(days=30)
ABSOLUTE = timedelta(days=90)


@dataclass(slots=True)
class ModelSession:
    """A session: a counter, and the moments at which it ends."""

    absolute_end: datetime
    idle_end: datetime
    counter: int = 0
    rotated_at: datetime | None = None
    is_over: bool = False


@dataclass(slots=True)
class ModelPair:
    """A refresh token with its access token."""

    session: ModelSession
    counter: int
    access_end: datetime
    refresh_end: datetime


@dataclass(slots=True)
class SessionModel:
    """All sessions of one user."""

    sessions: list[ModelSession] = field(default_factory=list)
    is_revoked: bool = False
    told: int = 0

    def login(self, now: datetime) -> ModelPair:
        session = ModelSession(absolute_end=now + ABSOLUTE, idle_end=now + IDLE)
        self.sessions.append(session)
        return self._pair(session, now)

    def refresh(self, pair: ModelPair, now: datetime) -> tuple[Outcome, ModelPair | None]:
        session = pair.session
        if not self._is_open(session, now) or now >= pair.refresh_end:
            return "refused", None
        if pair.counter == session.counter:
            session.counter += 1
            session.rotated_at = now
            session.idle_end = min(now + IDLE, session.absolute_end)
            return "rotated", self._pair(session, now)
        is_parent = pair.counter == session.counter - 1
        if is_parent and session.rotated_at is not None and now - session.rotated_at <= GRACE:
            return "sibling", self._pair(session, now)
        session.is_over = True
        self.told += 1
        return "reuse", None

    def accepts(self, pair: ModelPair, now: datetime) -> bool:
        return self._is_open(pair.session, now) and now < pair.access_end

    def revoke(self) -> None:
        self.is_revoked = True
        for session in self.sessions:
            session.is_over = True

    def _is_open(self, session: ModelSession, now: datetime) -> bool:
        is_live = not session.is_over and now < min(session.idle_end, session.absolute_end)
        return is_live and not self.is_revoked

    def _pair(self, session: ModelSession, now: datetime) -> ModelPair:
        access_end = min(now + ACCESS, session.idle_end)
        return ModelPair(session, session.counter, access_end, session.idle_end)
