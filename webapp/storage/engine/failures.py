"""What caused a database error.

Peewee hides "database or disk is full" behind "cannot rollback - no transaction is active", so
the whole chain of exceptions is searched.
"""

from collections.abc import Iterator

from peewee import DataError

FULL = ("database or disk is full", "no space left", "could not extend file", "disk i/o error")
BUSY = ("database is locked", "database table is locked", "timed out attempting to connect")
UNREACHABLE = (
    "connection to server",
    "connection is lost",
    "connection is bad",
    "connection failed",
    "connection refused",
    "connection is closed",
    "connection timeout expired",
    "server closed the connection",
    "terminating connection",
    "consuming input failed",
    "the database system is",  # starting up, shutting down, in recovery
    "too many clients",
    "deadlock detected",
    "statement timeout",
)


def is_full(error: BaseException) -> bool:
    """Return whether there was no space to write."""
    return _says_any(error, FULL)


def is_busy(error: BaseException) -> bool:
    """Return whether the database could not be used now: it is locked, or not reachable."""
    return _says_any(error, BUSY + UNREACHABLE)


def cannot_hold(error: BaseException) -> bool:
    """Return whether a value was refused that no column can hold, such as an id with NUL."""
    return any(isinstance(cause, DataError) for cause in _chain(error))


def _says_any(error: BaseException, phrases: tuple[str, ...]) -> bool:
    return any(phrase in str(cause).lower() for cause in _chain(error) for phrase in phrases)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
