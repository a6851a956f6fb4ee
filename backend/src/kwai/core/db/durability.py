"""Whether a committed change survives the next power cut: asked at every start."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from kwai.core.db.criteria import KwaiField
from kwai.core.db.database import Database
from kwai.core.db.exceptions import ConnectionException, DatabaseException
from kwai.core.db.migrations import current_revision, revisions

CLOCK_SECONDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """One thing that was looked at.

    Attributes:
        detail: What was found; when it is not good, what to do about it.
        for_durability: Tests, which have nothing to lose, may run without it.
    """

    name: str
    is_ok: bool
    detail: str
    for_durability: bool = True


async def check_durability(database: Database, *, at_start: bool = False) -> list[CheckLine]:
    """Look at everything that the database needs before a program relies on it.

    `at_start` leaves out what takes longer the larger the database is, once it is large.
    """
    from kwai.core.db.durability_mysql import check_mysql
    from kwai.core.db.durability_sqlite import check_sqlite

    try:
        await database.check_connection()
    except ConnectionException as error:
        return [line("connection", False, str(error))]
    if database.settings.engine == "sqlite":
        lines = await check_sqlite(database, at_start=at_start)
    else:
        lines = await check_mysql(database)
    schema = await check_schema(database)
    lines += [schema, await _check_clock(database)]
    if schema.is_ok:
        lines.append(await _check_transaction(database))
    return lines


def refusals(lines: list[CheckLine], environ: Mapping[str, str] = os.environ) -> list[str]:
    """Tell why a program must not start; `KWAI_TESTING=1` relaxes what only durability needs."""
    is_test = environ.get("KWAI_TESTING") == "1"
    return [
        f"database {line.name}: {line.detail}"
        for line in lines
        if not line.is_ok and not (is_test and line.for_durability)
    ]


def line(name: str, is_ok: bool, detail: str) -> CheckLine:
    """Make a line that tests cannot do without."""
    return CheckLine(name=name, is_ok=is_ok, detail=detail, for_durability=False)


async def check_schema(database: Database) -> CheckLine:
    """Look whether the schema is the one that this program was written for."""
    current, known = await current_revision(database), revisions()
    if known and current == known[-1]:
        return line("schema", True, f"at revision {current}")
    expected = known[-1] if known else "none"
    found = f"is at {current}, not {expected}" if current else "is empty"
    return line("schema", False, f"{found}; run `kwai_cli db migrate`")


async def _check_clock(database: Database) -> CheckLine:
    seconds = abs((await database.now() - datetime.now(UTC)).total_seconds())
    return line("clock", seconds <= CLOCK_SECONDS, f"{seconds:.1f} s away from this host's")


async def _check_transaction(database: Database) -> CheckLine:
    """Write something, read it back and undo it."""
    factory = database.create_query_factory()
    row = KwaiField("id").eq(1)
    mark = "written by a check, rolled back at once"
    try:
        async with database.transaction():
            update = factory.update("outbox_control", {"reason": mark}).where(row)
            await database.change(update)
            query = factory.select("reason").from_("outbox_control").where(row)
            record = await database.fetch_one(query)
            raise _UndoException
    except _UndoException:
        is_read = record is not None and record["reason"] == mark
        return line("transaction", is_read, "written, read and rolled back")
    except DatabaseException as error:
        return line("transaction", False, str(error))


class _UndoException(Exception):
    """Leaves a transaction without a trace."""
