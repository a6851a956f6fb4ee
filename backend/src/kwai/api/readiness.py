"""Whether this process can do its work at the moment."""

from dataclasses import dataclass
from typing import Literal

from kwai.core.db.exceptions import DatabaseException
from kwai.core.db.migrations import is_at_head
from kwai.core.dependencies import create_database
from kwai.core.events.health import BusState, bus_state
from kwai.core.settings import Settings

State = Literal["ok", "unavailable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """The state of each part; no version, host or count of any of them."""

    database: State = "unavailable"
    migrations: State = "unavailable"
    bus: BusState | State = "unavailable"

    @property
    def is_ready(self) -> bool:
        """A degraded bus only delays mails: requests succeed all the same."""
        return self.database == self.migrations == "ok"

    def describe(self) -> dict[str, str]:
        """Give what is told to whoever asks."""
        return {
            "status": "ok" if self.is_ready else "unavailable",
            "database": self.database,
            "migrations": self.migrations,
            "bus": self.bus,
        }


async def read_readiness(settings: Settings) -> Readiness:
    """Ask the database and the bus."""
    try:
        async with create_database(settings.db).unit(read_only=True) as database:
            await database.check_connection()
            if not await is_at_head(database):
                return Readiness(database="ok")
            bus = await bus_state(settings, database)
            return Readiness(database="ok", migrations="ok", bus=bus)
    except DatabaseException:
        return Readiness()
