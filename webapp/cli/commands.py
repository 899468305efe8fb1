"""What the operator can do. To add a command: a function in its area, and a line in COMMANDS."""

import argparse
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from platform import python_version
from typing import Any

from webapp.cli.accounts import create_account, days, print_reset_link, print_sign_up_link, sign_out
from webapp.cli.database import (
    run_backup,
    run_check,
    run_rebuild,
    run_restore,
    run_transfer,
)
from webapp.cli.demo import fill_with_demo, zone
from webapp.cli.jobs import (
    run_end_reviews,
    run_publish,
    run_purge,
    run_remind,
    run_send_mails,
)
from webapp.cli.keys import ACCEPTED_DAYS, days_or_none, new_key, new_push_key
from webapp.cli.terminal import JOBS_RUNNING, SERVING, Given
from webapp.domain.account.one_time_links import SIGN_UP_LINK_DAYS
from webapp.paths import beside


def show_version(_: Given) -> None:
    """Print the version."""
    print(f"Small Wins {_own_version()}, Python {python_version()}")


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
        ("--days", {"type": days, "default": SIGN_UP_LINK_DAYS, "help": "how long it is valid"}),
    ),
    ("reset-link", print_reset_link, ("email", {})),
    (
        "sign-out",
        sign_out,
        ("email", {"nargs": "?", "default": ""}),
        ("--all", {"action": "store_true", "help": "everybody, on all devices"}),
    ),
    (
        "new-key",
        new_key,
        ("--days", {"type": days_or_none, "default": ACCEPTED_DAYS, "help": "0: at once"}),
    ),
    ("new-push-key", new_push_key),
    ("backup", run_backup, FILE),
    ("restore", run_restore, FILE),
    ("transfer", run_transfer, ("from_url", {}), ("to_url", {})),
    ("rebuild", run_rebuild),
    ("publish", run_publish),
    ("end-reviews", run_end_reviews),
    ("purge", run_purge),
    ("remind", run_remind),
    ("send-mails", run_send_mails),
    (
        "demo",
        fill_with_demo,
        ("--zone", {"type": zone, "default": "UTC", "help": "the time zone of the days"}),
        ("--seed", {"type": int, "default": 1, "help": "another number, another twelve weeks"}),
        ("--password-stdin", {"action": "store_true", "help": "read it from standard input"}),
    ),
    ("check", run_check),
    ("version", show_version),
)
JOBS = "Run the jobs, such as reminders, until stopped; with SMALLWINS_JOBS=apart."
ALIASES = {"sign-up-link": ("invite",)}  # names of earlier versions


def parser(serve: Callable[[], None], run_jobs: Callable[[], None]) -> argparse.ArgumentParser:
    """Return what reads the command line: it says what to run, and what a failure begins with."""
    read = argparse.ArgumentParser(
        "smallwins", description="Without a command it serves the app.", allow_abbrev=False
    )
    read.set_defaults(run=lambda _: serve(), failing=SERVING)
    commands = read.add_subparsers(title="commands", metavar="command")
    for name, function, *arguments in COMMANDS:
        says, aliases = function.__doc__, ALIASES.get(name, ())
        command = commands.add_parser(name, aliases=aliases, help=says, description=says)
        for argument, options in arguments:
            command.add_argument(argument, **options)
        command.set_defaults(run=function, failing="")
    jobs = commands.add_parser("jobs", help=JOBS, description=JOBS)
    jobs.set_defaults(run=lambda _: run_jobs(), failing=JOBS_RUNNING)
    return read


def _own_version() -> str:
    try:
        return metadata.version("smallwins")
    except metadata.PackageNotFoundError:  # a checkout is not installed
        lines = beside("pyproject.toml").read_text().splitlines()
        return next(line.split('"')[1] for line in lines if line.startswith("version = "))
