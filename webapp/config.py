"""Settings, read from the environment; README.md lists every one of them."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

NAMES = ("SMALLWINS_DATA", "SMALLWINS_HOST", "SMALLWINS_PORT", "DATABASE_URL", "SECRET_KEY")


class BadSetting(Exception):
    """A setting that cannot be used; says which, and what to do."""


@dataclass(frozen=True)
class Settings:
    """Where to keep things and where to listen. secret_key never appears in a log or a repr."""

    data: Path
    host: str
    port: int
    database_url: str
    secret_key: bytes

    def __repr__(self) -> str:
        return f"Settings(data={self.data}, host={self.host}, port={self.port})"


def read_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """The settings in `environ`; makes the data folder and, on the first run, the secret in it."""
    data = Path(environ.get("SMALLWINS_DATA") or "var").absolute()
    _make_folder(data)
    return Settings(
        data=data,
        host=environ.get("SMALLWINS_HOST") or "127.0.0.1",
        port=_port(environ.get("SMALLWINS_PORT") or "8000"),
        database_url=environ.get("DATABASE_URL") or f"sqlite:///{data / 'smallwins.db'}",
        secret_key=(environ.get("SECRET_KEY") or _kept_secret(data / "secret_key")).encode(),
    )


def _make_folder(data: Path) -> None:
    try:
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
        writable = os.access(data, os.W_OK)
    except OSError:
        writable = False
    if not writable:
        raise BadSetting(
            f"The data folder {data} cannot be written. Make it writable for this user,"
            " or name another one in SMALLWINS_DATA."
        )


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise BadSetting(f"SMALLWINS_PORT must be a number from 1 to 65535; it is {text!r}.")
    return int(text)


def _kept_secret(path: Path) -> str:
    try:
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _read_secret(path)
    secret = secrets.token_urlsafe(48)
    with os.fdopen(file, "w") as kept:
        kept.write(secret)
    return secret


def _read_secret(path: Path) -> str:
    secret = path.read_text().strip()
    if len(secret) < 32:
        raise BadSetting(
            f"{path} is damaged. Restore it, or delete it: then everybody has to sign in again."
        )
    return secret
