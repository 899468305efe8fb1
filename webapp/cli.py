"""Commands for the operator. To add one: a function, and a line in COMMANDS."""

import argparse
import getpass
import os
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import metadata
from pathlib import Path
from platform import python_version
from traceback import extract_tb
from typing import Any

from webapp.config import BadSetting, Settings, read_settings
from webapp.domain.account.one_time_links import (
    SIGN_UP_LINK_DAYS,
    create_reset_link,
    create_sign_up_link,
)
from webapp.domain.account.people import create_person
from webapp.domain.outbox.rebuild import rebuild
from webapp.paths import beside
from webapp.rules.account.people import parse_new_person
from webapp.rules.shared.problems import Conflict, Invalid, NotFound
from webapp.storage.upkeep.advice import advice_on
from webapp.storage.upkeep.backup import back_up
from webapp.storage.upkeep.diagnostics import diagnose
from webapp.storage.upkeep.opening import open_while, sqlite_file
from webapp.storage.upkeep.restore import restore
from webapp.storage.upkeep.transfer import transfer

Given = argparse.Namespace


class Failed(Exception):
    """A command failed; the text says why and what to do."""


def create_account(given: Given) -> None:
    """Create an account; asks for what is not given."""
    settings = read_settings()
    name = given.name or _ask("Name", "--name")
    email = given.email or _ask("E-mail", "--email")
    password = _first_line() if given.password_stdin else _ask_password()
    person = parse_new_person(name, email, password, None)
    with open_while(settings.database_url):
        create_person(person)
    print("The account is created. Signing in works now.")


def print_sign_up_link(given: Given) -> None:
    """Print a sign-up link, with which one person can sign up."""
    settings = read_settings()
    if settings.sign_up == "closed":
        raise Failed("Nobody can sign up now. Set SMALLWINS_SIGN_UP=link and restart.")
    with open_while(settings.database_url):
        token = create_sign_up_link(settings.secret_key, _now(), given.days)
    print(f"{_address(settings)}/sign-up-links/{token}")
    if settings.sign_up == "open":
        print("Without it everybody can, too: SMALLWINS_SIGN_UP is open.", file=sys.stderr)


def print_reset_link(given: Given) -> None:
    """Print a link with which a person can choose a new password, once, within a day."""
    settings = read_settings()
    with open_while(settings.database_url):
        token = create_reset_link(given.email, settings.secret_key, _now())
    print(f"{_address(settings)}/resets/{token}")


def run_backup(given: Given) -> None:
    """Copy the database to a new file; also while the server runs."""
    with suppress(OSError):  # not every user may
        os.nice(10)  # people who tap come first
    checksums = back_up(_own_file(read_settings()), given.file.absolute())
    print(f"{given.file} holds {_size(checksums)}. It was read back and is intact.")


def run_restore(given: Given) -> None:
    """Replace the database by a backup; the server must be stopped."""
    replaced = restore(_own_file(read_settings()), given.file.absolute())
    before = f" The database before it is {replaced}." if replaced else ""
    print(f"{given.file} is restored.{before}")


def run_transfer(given: Given) -> None:
    """Copy everything from one database to an empty one, of either engine; servers stopped."""
    checksums = transfer(given.from_url, given.to_url)
    print(
        f"{_size(checksums)} were copied and compared: both hold the same."
        " Set DATABASE_URL to the second and start the server."
    )


def run_rebuild(_: Given) -> None:
    """Compute again which wins count and what they name; also while the server runs."""
    with open_while(read_settings().database_url):
        wins, differed = rebuild()
    print(f"{wins} wins were checked; {differed} things differed and are corrected.")


def run_check(_: Given) -> None:
    """Check settings, data folder and database, and say what to correct."""
    settings = read_settings()
    wrong = 0
    for name, finding in diagnose(settings.data, settings.database_url):
        wrong += finding is not None
        print(f"{name}: {finding or 'good'}")
    if wrong:
        raise Failed("Correct what is listed above.")


def show_version(_: Given) -> None:
    """Print the version."""
    print(f"Small Wins {_own_version()}, Python {python_version()}")


def _days(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 365:
        raise argparse.ArgumentTypeError("must be a number of days from 1 to 365")
    return int(text)


FILE = ("file", {"type": Path})
COMMANDS: tuple[tuple[str, Callable[[Given], None], *tuple[tuple[str, dict[str, Any]], ...]], ...]
COMMANDS = (
    (
        "create-person",
        create_account,
        ("--name", {}),
        ("--email", {}),
        ("--password-stdin", {"action": "store_true", "help": "read it from standard input"}),
    ),
    (
        "sign-up-link",
        print_sign_up_link,
        ("--days", {"type": _days, "default": SIGN_UP_LINK_DAYS, "help": "how long it is valid"}),
    ),
    ("reset-link", print_reset_link, ("email", {})),
    ("backup", run_backup, FILE),
    ("restore", run_restore, FILE),
    ("transfer", run_transfer, ("from_url", {}), ("to_url", {})),
    ("rebuild", run_rebuild),
    ("check", run_check),
    ("version", show_version),
)
ALIASES = {"sign-up-link": ("invite",)}  # names of earlier versions


def run(words: Sequence[str], serve: Callable[[], None]) -> int:
    """Run the command that the words name, or serve; return the exit code.

    0: done, 1: failed, 2: the words were not understood or a setting cannot be used.
    """
    given = _parser(serve).parse_args(words)
    try:
        given.run(given)
    except (BadSetting, ValueError) as problem:
        return _say(given, problem, 2)
    except (Failed, Invalid, NotFound, Conflict) as problem:
        return _say(given, problem, 1)
    except (KeyboardInterrupt, EOFError):
        return _say(given, "Stopped; nothing was changed.", 1)
    except Exception as error:
        return _say(given, advice_on(error) or _unexpected(error), 1)
    return 0


def _parser(serve: Callable[[], None]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "smallwins", description="Without a command it serves the app.", allow_abbrev=False
    )
    parser.set_defaults(run=lambda _: serve(), failing="Small Wins cannot start. ")
    commands = parser.add_subparsers(title="commands", metavar="command")
    for name, function, *arguments in COMMANDS:
        command = commands.add_parser(
            name,
            aliases=ALIASES.get(name, ()),
            help=function.__doc__,
            description=function.__doc__,
        )
        for argument, options in arguments:
            command.add_argument(argument, **options)
        command.set_defaults(run=function, failing="")
    return parser


def _size(checksums: dict[str, str]) -> str:
    rows = sum(int(checksum.partition(":")[0]) for checksum in checksums.values())
    return f"{rows} rows in {len(checksums)} tables"


def _say(given: Given, what: object, code: int) -> int:
    print(f"{given.failing}{what}", file=sys.stderr)
    return code


def _unexpected(error: Exception) -> str:
    last = extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).name}:{last.lineno}"
    return f"Something unexpected went wrong ({type(error).__name__} at {place}). Please report it."


def _address(settings: Settings) -> str:
    # A server with allowed hosts has a proxy in front, which speaks https.
    named = [name for name in settings.hosts if not name.startswith(".")]
    return f"https://{named[0]}" if named else settings.local_address


def _now() -> int:
    return time.time_ns() // 1_000_000


def _ask(what: str, option: str) -> str:
    if not sys.stdin.isatty():
        raise Failed(f"{what} is missing. Give it with {option}.")
    return input(f"{what}: ")


def _ask_password() -> str:
    if not sys.stdin.isatty():
        raise Failed("There is nobody to ask for a password. Use --password-stdin.")
    password = getpass.getpass("Password: ")
    if getpass.getpass("Again: ") != password:
        raise Failed("The two are not the same. Try again.")
    return password


def _first_line() -> str:
    return sys.stdin.readline().rstrip("\n")


def _own_file(settings: Settings) -> Path:
    file = sqlite_file(settings.database_url)
    if file is None:
        raise Failed("For PostgreSQL use pg_dump and pg_restore; docs/operate.md has the lines.")
    return file


def _own_version() -> str:
    try:
        return metadata.version("smallwins")
    except metadata.PackageNotFoundError:  # a checkout is not installed
        lines = beside("pyproject.toml").read_text().splitlines()
        return next(line.split('"')[1] for line in lines if line.startswith("version = "))
