"""Huey's queue: a file of its own beside SQLite, tables of its own in PostgreSQL.

Nothing is lost with it. A tick says that a minute has passed; what is due is in our own tables.
"""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from huey import Huey, PostgresHuey, SqliteHuey
from huey.registry import Message
from huey.serializer import Serializer

NAME = "smallwins"
FILE = "ticks.sqlite3"
LISTENS = 2  # seconds for which a worker listens before it looks whether it is to stop


def open_queue(data: Path, url: str) -> Huey:
    """Return the queue of the database at `url`, of SQLite in the folder `data`.

    It raises what the driver raises when it cannot be opened.
    """
    common = {"results": False, "serializer": JsonSerializer()}
    if url.startswith("sqlite:"):
        return SqliteHuey(NAME, **common, **_in_file(data / FILE))
    return PostgresHuey(NAME, dsn=url, read_timeout=LISTENS, **common)


def _in_file(path: Path) -> dict[str, Any]:
    # Huey opens it with Python's own sqlite3, whose WAL can be corrupted by two connections before
    # SQLite 3.51.3. A tick that a power cut takes is followed by the next one.
    path.touch(mode=0o600)
    return {"filename": str(path), "journal_mode": "delete", "fsync": False, "cache_mb": 0}


class JsonSerializer(Serializer):
    """Writes ticks as JSON: Huey's own pickles would let who writes to the database run code."""

    def _serialize(self, data: Message) -> bytes:
        return json.dumps(data._asdict(), default=datetime.isoformat).encode()

    def _deserialize(self, data: bytes) -> Message:
        fields = json.loads(data)
        expires = fields["expires_resolved"]
        fields["expires_resolved"] = expires and datetime.fromisoformat(expires)
        return Message(**fields)
