"""PostgreSQL, for more than one process or machine."""

from typing import Any

from peewee import Database
from playhouse.pool import PooledPostgresqlDatabase

from webapp.storage.engine.write_lock import NoLock

CONNECT_LIMIT = 5  # seconds
STATEMENT_LIMIT = 30_000  # ms; no page needs a tenth of it
POOL = 20
STALE = 300  # seconds after which an idle connection is replaced
NO_DRIVER = (
    "For PostgreSQL the driver is missing. Start with `make run`, or install"
    " requirements/postgres.txt."
)


def open_postgres(url: str) -> tuple[Database, NoLock]:
    """Return the database at this address, not yet connected; it needs no write lock of ours.

    ValueError: the address cannot be read, or the driver is missing; its text says what to do.
    """
    given = _read(url)
    opened = PooledPostgresqlDatabase(
        given.pop("dbname", None) or given.get("user", "smallwins"),
        max_connections=POOL,
        stale_timeout=STALE,
        timeout=CONNECT_LIMIT,
        prefer_psycopg3=True,
        **{"connect_timeout": CONNECT_LIMIT, **given, "options": _options(given)},
    )
    return opened, NoLock()


def _read(url: str) -> dict[str, Any]:
    try:
        from psycopg import ProgrammingError
        from psycopg.conninfo import conninfo_to_dict
    except ImportError:
        raise ValueError(NO_DRIVER) from None
    try:
        return dict(conninfo_to_dict(url))
    except ProgrammingError as error:
        reason = str(error).partition('"')[0].strip()  # what follows may be the password
        raise ValueError(
            f"DATABASE_URL cannot be read ({reason})."
            " Write postgresql://user:password@host:5432/name."
        ) from None


def _options(given: dict[str, Any]) -> str:
    own = f"-c statement_timeout={STATEMENT_LIMIT} -c idle_in_transaction_session_timeout=60000"
    return f"{given.get('options', '')} {own}".strip()
