"""What an error code of SQLite means."""

import sqlite3

from kwai.core.db.exceptions import (
    BrokenFileException,
    ConnectionException,
    DatabaseException,
    DeadlockException,
    ForeignKeyViolation,
    LockTimeoutException,
    QueryException,
    StatementTimeoutException,
    StorageException,
    UniqueViolation,
)

_UNIQUE = {
    sqlite3.SQLITE_CONSTRAINT_UNIQUE,
    sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY,
    sqlite3.SQLITE_CONSTRAINT_ROWID,
}
# ON DELETE RESTRICT is reported as the constraint of a trigger.
_FOREIGN_KEY = {sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY, sqlite3.SQLITE_CONSTRAINT_TRIGGER}
_STORAGE = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
}
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def translate(error: Exception, sql: str) -> DatabaseException:
    """Translate what sqlite3 raised for a statement."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return _without_code(error, sql)
    if code in _UNIQUE:
        return _unique_violation(str(error), sql)
    if code in _FOREIGN_KEY:
        return ForeignKeyViolation(sql, in_use=sql.lstrip()[:6].upper() == "DELETE")
    if code == sqlite3.SQLITE_BUSY_SNAPSHOT:
        return DeadlockException("Somebody else wrote since this transaction read.")
    return _by_family(code & 0xFF, error, sql)


def _by_family(code: int, error: Exception, sql: str) -> DatabaseException:
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LockTimeoutException("The database file is locked.")
    if code == sqlite3.SQLITE_CANTOPEN:
        return ConnectionException(f"The database file cannot be opened: {error}.")
    if code == sqlite3.SQLITE_INTERRUPT:
        return StatementTimeoutException("The statement took too long.")
    if code in _BROKEN:
        return BrokenFileException(f"The database file cannot be used: {error}.")
    if code in _STORAGE:
        return StorageException(f"The database file cannot be used: {error}.")
    return QueryException(f"The statement failed: {error}.", sql)


def _without_code(error: Exception, sql: str) -> DatabaseException:
    if isinstance(error, sqlite3.ProgrammingError) and "closed" in str(error):
        return ConnectionException("The connection is closed.")
    return QueryException(f"The statement failed: {error}.", sql)


def _unique_violation(message: str, sql: str) -> UniqueViolation:
    # The text is "UNIQUE constraint failed: table.column, table.column".
    names = [name.strip() for name in message.partition(": ")[2].split(",")]
    columns = tuple(name.rpartition(".")[2] for name in names)
    return UniqueViolation(names[0].partition(".")[0], columns, sql)
