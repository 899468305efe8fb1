"""A temporary PostgreSQL in a folder, reached through a socket in it, and databases on it."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Self
from urllib.parse import quote

from tests.support.needs import program

SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",  # nothing has to survive
    "full_page_writes": "off",
}


class Postgres:
    """A server of its own; as a context manager it is removed when the block is left."""

    def __init__(self) -> None:
        self._bin = Path(program("postgres"))
        # Not in pytest's folders: those only root may enter, and a socket's path must be short.
        self._folder = Path(tempfile.mkdtemp(prefix="wins-pg-"))
        self._made = 0
        if os.getuid() == 0:  # it refuses to run as root
            shutil.chown(self._folder, "postgres", "postgres")
        self._run(
            *("initdb", "-D", self._data, "-U", "wins", "-A", "trust", "-E", "UTF8", "--no-sync"),
            "--wal-segsize=1",  # MB: files stay small, so that a test can limit their size
        )
        self.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.remove()

    @property
    def _data(self) -> str:
        return str(self._folder / "data")

    def start(self, largest: int | str = "unlimited") -> None:
        """Start it, and return when it accepts connections.

        largest: the size in bytes that a file of it may have, as if the disk had no more room.
        """
        options = [f"-c {name}={value}" for name, value in SETTINGS.items()]
        told = " ".join([f"-k {self._folder}", *options])
        log = str(self._folder / "log")
        limited = ["/usr/bin/prlimit", f"--fsize={largest}:", str(self._bin / "pg_ctl")]
        self._run(*limited, "-D", self._data, "-l", log, "-o", told, "-w", "start")

    def stop(self, how: str = "immediate") -> None:
        """Stop it in this mode of pg_ctl."""
        self._run("pg_ctl", "-D", self._data, "-m", how, "-w", "stop")

    def ask_for_password(self, role: str, password: str) -> None:
        """Create a role that needs this password to connect."""
        self.tell(f"CREATE ROLE {role} LOGIN PASSWORD '{password}'")
        rules = Path(self._data) / "pg_hba.conf"
        rules.write_text(f"local all {role} scram-sha-256\n{rules.read_text()}")
        self.tell("SELECT pg_reload_conf()")

    def tell(self, statement: str, database: str = "postgres") -> None:
        """Run a statement as the superuser."""
        self._run("psql", "-h", str(self._folder), "-U", "wins", "-qc", statement, database)

    def remove(self) -> None:
        """Stop it and delete its folder."""
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def new_database(self) -> str:
        """Create an empty database; return its address."""
        self._made += 1
        name = f"wins_{self._made}"
        self._run("createdb", "-h", str(self._folder), "-U", "wins", name)
        return self.address("wins", name)

    def address(self, who: str, database: str) -> str:
        """Return the address of a database for `who`: a role, or "role:password"."""
        return f"postgresql://{who}@/{database}?host={quote(str(self._folder), safe='')}"

    def _run(self, program: str, *words: str) -> None:
        drop = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
        done = subprocess.run(
            [*drop, str(self._bin / program), *words],
            cwd="/",
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr}")
