"""Gives the workload further years: more trainings and more sessions, in a statement per table.

A month and a user keep what they have.
"""

from collections.abc import Sequence

from bench import seed
from kwai.core.db.criteria import Sql
from kwai.core.db.database import Database

STRIDE = 1_000_000
# As many as fit before 2100, behind which kwai takes no dates: then there are more clubs.
DECADES = 7


async def multiply(database: Database, *, times: int, done: int = 1) -> None:
    """Give the club `times` as many trainings and sessions; `done` tells how many it has."""
    if database.settings.engine != "sqlite":
        await database.change(Sql("SET SESSION foreign_key_checks = 0"))
    copies = _Copies(database, done, times)
    later = {name: copies.years_later(name) for name in ("start_date", "end_date")}
    once = {"uuid": copies.uuid(), "occurrence_date": "NULL"}
    await copies.write("trainings", seed.TRAINING, "id", seed.TRAININGS, once | later)
    for table, columns in seed.PARTS.items():
        await copies.write(table, columns, "training_id", seed.TRAININGS, {})
    sessions = seed.EXPIRED + seed.LIVE
    await copies.write("user_sessions", seed.SESSION, "id", sessions, {"uuid": copies.uuid()})
    own = {"identifier": copies.identifier(), "session_id": copies.shifted("session_id")}
    await copies.write("oauth_access_tokens", seed.TOKEN, "id", sessions, own)


class _Copies:
    """Copies the first rows of a table many times in one statement, in the order of their keys."""

    def __init__(self, database: Database, first: int, end: int) -> None:
        self._database = database
        self._is_sqlite = database.settings.engine == "sqlite"
        decade = (first - 1) % DECADES + 1
        self._numbers = (
            f"(WITH RECURSIVE n(n, decade) AS (SELECT {first}, {decade} UNION ALL SELECT n + 1,"
            f" CASE WHEN decade = {DECADES} THEN 1 ELSE decade + 1 END FROM n"
            f" WHERE n < {end - 1}) SELECT n, decade FROM n) AS copies"
        )

    async def write(
        self, table: str, columns: Sequence[str], key: str, last: int, other: dict[str, str]
    ) -> None:
        """Write the copies of the rows up to key `last`; `other` are columns with own values."""
        changed = {key: self.shifted(key)} | other
        values = ",".join(changed.get(name, name) for name in columns)
        select = f"SELECT {values} FROM {table} CROSS JOIN {self._numbers} WHERE {key} <= {last}"
        names = ",".join(columns)
        indexes = await self._drop_indexes(table)
        text = f"INSERT INTO {table} ({names}) {select} ORDER BY n, {table}.{key}"
        for statement in (text, *indexes):
            await self._database.change(Sql(statement))

    async def _drop_indexes(self, table: str) -> list[str]:
        """Drop what SQLite makes again, sorted, in a fraction of the time; give its statements."""
        if not self._is_sqlite:
            return []
        found = await self._database.fetch_all(
            Sql(
                "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
                f" AND tbl_name = '{table}'"
            )
        )
        for index in found:
            await self._database.change(Sql(f"DROP INDEX {index['name']}"))
        return [str(index["sql"]) for index in found]

    def shifted(self, key: str) -> str:
        return f"{key} + n * {STRIDE}"

    def uuid(self) -> str:
        return self._glue(self._eight("n + 256"), "SUBSTR(uuid, 9)")

    def identifier(self) -> str:
        return self._glue(self._eight("n"), "SUBSTR(identifier, 9)")

    def years_later(self, column: str) -> str:
        if self._is_sqlite:
            # The year alone: what it is sorted by is text, and no February 29 is among them.
            return f"(SUBSTR({column}, 1, 4) + decade * {seed.SEASONS}) || SUBSTR({column}, 5)"
        return f"{column} + INTERVAL decade * {seed.SEASONS} YEAR"

    def _eight(self, number: str) -> str:
        padded = self._glue("'0000000'", f"({number})")
        return f"SUBSTR({padded}, -8)"

    def _glue(self, one: str, other: str) -> str:
        return f"{one} || {other}" if self._is_sqlite else f"CONCAT({one}, {other})"
