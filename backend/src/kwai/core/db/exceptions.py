"""What can go wrong between a session and its server, by what it means to the caller."""


class DatabaseException(Exception):
    """Base of all errors of the database, and the error of a wrongly used session."""


class DatabaseUnavailableException(DatabaseException):
    """Not the statement is at fault but the moment: the caller may come back (503)."""


class ConnectionException(DatabaseUnavailableException):
    """There is no connection, or it was lost.

    Attributes:
        stale: The connection died before the statement reached it (it waited too long in the pool).
    """

    def __init__(self, message: str, *, stale: bool = False) -> None:
        super().__init__(message)
        self.stale = stale


class AccessException(ConnectionException):
    """The server answers and does not let us in: no use to come back before settings change."""


class TransientException(DatabaseUnavailableException):
    """Two units stood in each other's way; the same unit may succeed when it runs again."""


class DeadlockException(TransientException):
    """The server chose this unit as the victim; it has rolled it back."""


class LockTimeoutException(TransientException):
    """A row or the whole file was locked for too long."""


class CommitUnknownException(DatabaseUnavailableException):
    """The connection broke in COMMIT: nobody knows the outcome, so it is never repeated."""


class StatementTimeoutException(DatabaseUnavailableException):
    """A statement took longer than the limit and was ended."""


class StorageException(DatabaseUnavailableException):
    """The disk is full, broken or read-only."""


class BrokenFileException(StorageException):
    """The file is no database, or was damaged."""


class ParameterException(DatabaseException):
    """A value that the engines would store differently, or not at all, was to be sent."""


class QueryException(DatabaseException):
    """Raised when the execution of a query failed.

    Its text never holds a value that was sent, so it may be logged.
    """

    def __init__(self, message: str, sql: str = "") -> None:
        super().__init__(message)
        self._sql = sql

    @property
    def sql(self) -> str:
        """The SQL statement, with placeholders where the values go."""
        return self._sql


class UniqueViolation(QueryException):
    """A row with this key exists already.

    Attributes:
        table: The table of the unique index.
        columns: Its columns, as they stand in its name `uq_<table>__<column>[__<column>]`.
    """

    def __init__(self, table: str, columns: tuple[str, ...], sql: str = "") -> None:
        super().__init__(f"{table}: {', '.join(columns)} has to be unique.", sql)
        self.table = table
        self.columns = columns


class ForeignKeyViolation(QueryException):
    """A row refers to one that does not exist, or is referred to by one that does.

    Attributes:
        in_use: The row was to be deleted, and another one still refers to it.
    """

    def __init__(self, sql: str = "", *, in_use: bool) -> None:
        reason = "is referred to" if in_use else "refers to a row that does not exist"
        super().__init__(f"The row {reason}.", sql)
        self.in_use = in_use
