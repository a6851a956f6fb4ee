"""Gives the workload further years: more trainings and more sessions.

A month and a user keep what they have.
"""

import re
from collections.abc import Callable, Sequence

from bench import seed
from kwai.core.db.criteria import Sql
from kwai.core.db.database import Database

STRIDE = 1_000_000
# As many as fit before 2100, behind which kwai takes no dates: then there are more clubs.
DECADES = 7
# As MariaDB tells it: UNIQUE KEY `name` (`one`,`other`)
_KEY = re.compile(r"^  ((?:UNIQUE )?KEY (`\w+`) \(.*\)),?$", re.MULTILINE)

Other = Callable[["_Copy"], dict[str, str]]


async def multiply(database: Database, *, times: int) -> None:
    """Give the club `times` as many trainings and sessions."""
    if database.settings.engine != "sqlite":
        await database.change(Sql("SET SESSION foreign_key_checks = 0, unique_checks = 0"))
    copies = [_Copy(database, number) for number in range(1, times)]
    sessions = seed.EXPIRED + seed.LIVE
    await _write(copies, "trainings", seed.TRAINING, "id", seed.TRAININGS, _Copy.of_training)
    for table, columns in seed.PARTS.items():
        await _write(copies, table, columns, "training_id", seed.TRAININGS, lambda _: {})
    await _write(copies, "user_sessions", seed.SESSION, "id", sessions, _Copy.of_session)
    await _write(copies, "oauth_access_tokens", seed.TOKEN, "id", sessions, _Copy.of_token)


async def _write(
    copies: Sequence["_Copy"], table: str, columns: Sequence[str], key: str, last: int, own: Other
) -> None:
    """Copy the rows up to key `last`; `own` gives the columns with values of their own."""
    database = copies[0].database
    again = await _drop_indexes(database, table)
    for copy in copies:
        changed = {key: copy.shifted(key)} | own(copy)
        values = ",".join(changed.get(name, name) for name in columns)
        rows = f"SELECT {values} FROM {table} WHERE {key} <= {last} ORDER BY {key}"
        await database.change(Sql(f"INSERT INTO {table} ({','.join(columns)}) {rows}"))
    for statement in again:
        await database.change(Sql(statement))


async def _drop_indexes(database: Database, table: str) -> list[str]:
    """Drop what is made again, sorted, in a fraction of the time; give what makes it."""
    if database.settings.engine == "sqlite":
        query = Sql(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
            f" AND tbl_name = '{table}'"
        )
        found = {str(row["name"]): str(row["sql"]) for row in await database.fetch_all(query)}
        for name in found:
            await database.change(Sql(f"DROP INDEX {name}"))
        return list(found.values())
    [shown] = await database.fetch_all(Sql(f"SHOW CREATE TABLE {table}"))
    keys = _KEY.findall(str(shown["Create Table"]))
    drops = ", ".join(f"DROP INDEX {name}" for _, name in keys)
    await database.change(Sql(f"ALTER TABLE {table} {drops}"))
    return [f"ALTER TABLE {table} " + ", ".join(f"ADD {definition}" for definition, _ in keys)]


class _Copy:
    """What differs between a row and its copy number `number`."""

    def __init__(self, database: Database, number: int) -> None:
        self.database = database
        self._number = number
        self._years = ((number - 1) % DECADES + 1) * seed.SEASONS
        self._is_sqlite = database.settings.engine == "sqlite"

    def shifted(self, key: str) -> str:
        return f"{key} + {self._number * STRIDE}"

    def of_training(self) -> dict[str, str]:
        later = {name: self._years_later(name) for name in ("start_date", "end_date")}
        return later | {"uuid": self._named("uuid", self._number + 256), "occurrence_date": "NULL"}

    def of_session(self) -> dict[str, str]:
        return {"uuid": self._named("uuid", self._number + 256)}

    def of_token(self) -> dict[str, str]:
        return {
            "identifier": self._named("identifier", self._number),
            "session_id": self.shifted("session_id"),
        }

    def _named(self, column: str, number: int) -> str:
        return self._glue(f"'{number:08}'", f"SUBSTR({column}, 9)")

    def _years_later(self, column: str) -> str:
        if self._is_sqlite:
            # The year alone: what it is sorted by is text, and no February 29 is among them.
            return f"(SUBSTR({column}, 1, 4) + {self._years}) || SUBSTR({column}, 5)"
        return f"{column} + INTERVAL {self._years} YEAR"

    def _glue(self, one: str, other: str) -> str:
        return f"{one} || {other}" if self._is_sqlite else f"CONCAT({one}, {other})"
