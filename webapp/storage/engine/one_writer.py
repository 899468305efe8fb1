"""One connection for all that write to SQLite in this process."""

import contextlib
import os
from collections.abc import Iterator
from typing import Any

from peewee import SqliteDatabase
from playhouse.pool import PooledSqliteDatabase


class OneWriter(PooledSqliteDatabase):
    """A pool of connections for reading, and one more that writers use in turn.

    A connection forgets the pages that it has read as soon as another one has written. With one for
    all that write, each transaction finds what the one before left in memory: a win is stored with
    18 reads of the file less.
    """

    _writer: tuple[int, Any] | None = None  # the process that opened it, and the connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Let this thread use the writers' connection in the block; it holds the write lock."""
        if self.in_transaction():  # the one that has begun goes on
            yield
            return
        own, self._state.conn = self.connection(), self._writers()
        try:
            yield
        finally:
            if self._state.conn.in_transaction:  # it could not be rolled back
                self._end_writer()
            self._state.conn = own

    def close_all(self) -> None:
        """Close all connections."""
        super().close_all()
        self._end_writer()

    def _writers(self) -> Any:
        process, connection = self._writer or (0, None)
        if process != os.getpid():  # a child of a fork leaves its parent's alone
            connection = SqliteDatabase._connect(self)  # type: ignore[attr-defined]
            self._writer = os.getpid(), connection
        return connection

    def _end_writer(self) -> None:
        opened, self._writer = self._writer, None
        if opened and opened[0] == os.getpid():
            opened[1].close()
