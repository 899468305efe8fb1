"""What a database error really was.

Peewee hides "database or disk is full" behind "cannot rollback - no transaction is active", so
the whole chain of exceptions is read.
"""

from collections.abc import Iterator

FULL = ("database or disk is full", "no space left", "could not extend file", "disk i/o error")
BUSY = ("database is locked", "database table is locked", "timed out attempting to connect")
AWAY = (
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
    """Whether there was no room to write."""
    return _says_any(error, FULL)


def is_busy(error: BaseException) -> bool:
    """Whether the database could not be had now: others hold it, or it is away for a moment."""
    return _says_any(error, BUSY + AWAY)


def _says_any(error: BaseException, phrases: tuple[str, ...]) -> bool:
    return any(phrase in str(link).lower() for link in _chain(error) for phrase in phrases)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
