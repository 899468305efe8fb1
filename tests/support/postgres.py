"""A throw-away PostgreSQL in a folder, reached through a socket in it; and databases on it."""

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
    "fsync": "off",  # it is thrown away
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
            "--wal-segsize=1",  # MB; no file need be larger, so that a test can limit them
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
        """Start, and return once it takes connections; as if there were no room for a file that is
        larger than this, in bytes.
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
        """Make a role that gets in with this password only."""
        self.tell(f"CREATE ROLE {role} LOGIN PASSWORD '{password}'")
        rules = Path(self._data) / "pg_hba.conf"
        rules.write_text(f"local all {role} scram-sha-256\n{rules.read_text()}")
        self.tell("SELECT pg_reload_conf()")

    def tell(self, statement: str, database: str = "postgres") -> None:
        """Do this as the one who may do everything."""
        self._run("psql", "-h", str(self._folder), "-U", "wins", "-qc", statement, database)

    def remove(self) -> None:
        """Stop it and leave nothing behind."""
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def new_database(self) -> str:
        """The address of an empty database."""
        self._made += 1
        name = f"wins_{self._made}"
        self._run("createdb", "-h", str(self._folder), "-U", "wins", name)
        return self.address("wins", name)

    def address(self, who: str, database: str) -> str:
        """Where `who` (a role, with : and its password where it has one) finds this database."""
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
