"""What an error code of MariaDB or MySQL means."""

import re

from kwai.core.db.exceptions import (
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

# Connection refused or killed, too many connections, server shutting down.
_CONNECTION = {1040, 1053, 1203, 1226, 1927}
_STALE = {2006, 2013}
_DEADLOCK = {1213, 1020}
_LOCK_TIMEOUT = {1205}
_STATEMENT_TIMEOUT = {1969, 3024, 1317}
_STORAGE = {1021, 1030, 1114, 1290, 1836}
_UNIQUE = {1062, 1586}
_FOREIGN_KEY_MISSING = {1452, 1216}
_FOREIGN_KEY_IN_USE = {1451, 1217}
# The other messages quote values that were sent (1292, 1366) or the whole statement (1064).
_WITHOUT_VALUES = {1048, 1049, 1054, 1091, 1146, 1264, 1364, 1406, 1792}


def translate(error: Exception, sql: str) -> DatabaseException:
    """Translate what asyncmy raised for a statement."""
    code, message = _split(error)
    if code in _UNIQUE:
        return _unique_violation(message, sql)
    if code in _FOREIGN_KEY_MISSING or code in _FOREIGN_KEY_IN_USE:
        return ForeignKeyViolation(sql, in_use=code in _FOREIGN_KEY_IN_USE)
    if (unavailable := translate_unavailable(error)) is not None:
        return unavailable
    reason = f": {message}" if code in _WITHOUT_VALUES else ""
    return QueryException(f"The statement failed with error {code}{reason}.", sql)


def translate_unavailable(error: Exception) -> DatabaseException | None:
    """Translate an error that is not about the statement, and nothing else."""
    code, _ = _split(error)
    # Not a MySQL error at all: the socket broke, or the pool was closed.
    if code == 0 or 2000 <= code < 3000 or code in _CONNECTION:
        return ConnectionException(f"No connection (error {code}).", stale=code in _STALE)
    if code in _DEADLOCK:
        return DeadlockException("Chosen as the victim of a deadlock.")
    if code in _LOCK_TIMEOUT:
        return LockTimeoutException("A row was locked for too long.")
    if code in _STATEMENT_TIMEOUT:
        return StatementTimeoutException("The statement took too long.")
    if code in _STORAGE:
        return StorageException(f"The server cannot store anything (error {code}).")
    return None


def _split(error: Exception) -> tuple[int, str]:
    arguments = (*error.args, "")
    if len(arguments) > 2 and isinstance(arguments[0], int) and not isinstance(error, OSError):
        return arguments[0], str(arguments[1])
    return 0, ""


def _unique_violation(message: str, sql: str) -> UniqueViolation:
    # The text ends with "for key 'uq_users__email'", on MySQL "for key 'users.uq_users__email'".
    # The duplicate value before it may hold anything, so only the last quoted word counts.
    table, _, key = message.rstrip("'").rpartition("'")[2].rpartition(".")
    if key.startswith("uq_"):
        table, *columns = key.removeprefix("uq_").split("__")
        return UniqueViolation(table, tuple(columns), sql)
    named = re.search(r"(?:INTO|UPDATE) `([^`]+)`", sql)
    table = table or (named.group(1) if named else "")
    return UniqueViolation(table, ("id",) if key == "PRIMARY" else (key,), sql)
