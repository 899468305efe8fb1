"""The server's keys, from the environment or from files in the data folder.

`secret_key` has the current one. `earlier_secret_keys` has those before it, one a line as KEY@DATE:
a key is accepted to the end of that day (UTC).
"""

import os
import secrets
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from webapp.bad_setting import BadSetting
from webapp.rules.account.keys import EarlierKey, Keys

CURRENT = "secret_key"
EARLIER = "earlier_secret_keys"
SHORTEST = 32  # characters


def read_keys(environ: Mapping[str, str], data: Path) -> Keys:
    """Return the keys; create the current one if there is none. BadSetting."""
    current = environ.get("SECRET_KEY") or _stored(data / CURRENT)
    named = environ.get("SECRET_KEY_FALLBACKS") or ""
    earlier = [
        *_parsed(named.split(), "SECRET_KEY_FALLBACKS"),
        *_parsed(_lines(data / EARLIER), data / EARLIER),
    ]
    return Keys(
        current.encode(),
        tuple(EarlierKey(key.encode(), _end_of(last)) for key, last in earlier),
    )


def replace_key(data: Path, today: date, days: int) -> date | None:
    """Store a new key, and accept the one before it, and those before that, for `days` at most.

    Return the last day of the one before; None if it is not accepted at all (days: 0). BadSetting.
    """
    before, last = _stored(data / CURRENT), today + timedelta(days=days)
    earlier = _parsed(_lines(data / EARLIER), data / EARLIER)
    kept = {key: min(end, last) for key, end in earlier if end >= today} | {before: last}
    # The earlier ones first: if this stops halfway, the current one is accepted twice.
    _write(data / EARLIER, [f"{key}@{end}" for key, end in kept.items()] if days else [])
    _write(data / CURRENT, [secrets.token_urlsafe(48)])
    return last if days else None


def _stored(path: Path) -> str:
    try:
        return _read(path) if path.exists() else _create(path)
    except FileExistsError:  # another process made it just now
        return _read(path)
    except OSError as error:
        raise _unusable(path, error) from None


def _create(path: Path) -> str:
    secret = secrets.token_urlsafe(48)
    try:
        _write_new(path, secret)
    except FileExistsError:
        raise
    except OSError:
        path.unlink(missing_ok=True)  # half a secret would stop every later start
        raise
    return secret


def _read(path: Path) -> str:
    secret = path.read_text(errors="replace").strip()
    if len(secret) < SHORTEST:
        raise BadSetting(
            f"{path} is damaged. Restore it, or delete it: then everybody has to sign in again."
        )
    return secret


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(errors="replace").split() if path.exists() else []
    except OSError as error:
        raise _unusable(path, error) from None


def _parsed(pairs: Iterable[str], source: object) -> list[tuple[str, date]]:
    return [_pair(text, source) for text in pairs]


def _pair(text: str, source: object) -> tuple[str, date]:
    key, _, last = text.rpartition("@")
    try:
        day = date.fromisoformat(last)
    except ValueError:
        day = None
    if day is None or len(key) < SHORTEST or day == date.max:
        raise BadSetting(
            f"{source} must be keys of {SHORTEST} characters or more, each with the last day on"
            " which it is accepted, like KEY@2027-01-31, with blanks between them."
        )
    return key, day


def _end_of(day: date) -> int:
    """Return the moment (ms) at which a day of UTC is over."""
    over = datetime.combine(day + timedelta(days=1), time(), UTC)
    return int(over.timestamp()) * 1000


def _write(path: Path, lines: list[str]) -> None:
    # Under another name first, so that a full disk leaves the file as it was.
    new = path.with_name(f"{path.name}.new")
    try:
        new.unlink(missing_ok=True)
        _write_new(new, "\n".join(lines))
        new.replace(path)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise _unusable(path, error) from None


def _write_new(path: Path, text: str) -> None:
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(file, "w") as opened:
        opened.write(text)
        opened.flush()
        os.fsync(opened.fileno())


def _unusable(path: Path, error: OSError) -> BadSetting:
    return BadSetting(
        f"{path} cannot be used ({error.strerror}). Make it belong to this user, and see"
        " that the disk has room."
    )
