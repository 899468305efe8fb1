"""The commands that replace the keys of the server."""

import argparse
import os
from datetime import UTC, datetime

from webapp.cli.terminal import Failed, Given
from webapp.config import read_settings
from webapp.domain.reminders.push_keys import replace_key as replace_push_key
from webapp.domain.reminders.push_setup import Missing, push_setup
from webapp.outgoing import start_sending
from webapp.secret_keys import replace_key
from webapp.storage.upkeep.opening import open_while

ACCEPTED_DAYS = 30  # of the key before
WHAT_PUSH_NEEDS = {
    Missing.PUBLIC_URL: "set SMALLWINS_PUBLIC_URL, with https",
    Missing.SUBJECT: "set SMALLWINS_PUSH_SUBJECT",
    Missing.LIBRARIES: "install the extra `push` of the package",
}


def new_key(given: Given) -> None:
    """Replace the secret key, and accept the one before for --days more; then restart."""
    if os.environ.get("SECRET_KEY"):
        raise Failed(
            "The key is in the setting SECRET_KEY, which no command can change. Put a new one"
            " there, and the one before with its last day into SECRET_KEY_FALLBACKS."
        )
    last = replace_key(read_settings().data, datetime.now(UTC).date(), given.days)
    before = (
        f"The one before is accepted to the end of {last} (UTC)"
        if last
        else (
            "The one before is not accepted any more: everybody is signed out, and links are void"
        )
    )
    print(f"The key is replaced. {before}. Restart all servers of this folder now.")


def new_push_key(_: Given) -> None:
    """Replace the key by which push services know this server; also while it runs."""
    settings = read_settings()
    start_sending(settings)
    setup = push_setup()
    if isinstance(setup, Missing):
        raise Failed(f"This server does not push. To switch it on, {WHAT_PUSH_NEEDS[setup]}.")
    with open_while(settings.database_url):
        replace_push_key(setup.service)
    print("The key is replaced. Reminders reach each phone again when it next opens the app.")


def days_or_none(text: str) -> int:
    """Return a number of days from 0 to 365; ArgumentTypeError."""
    if not text.isdecimal() or int(text) > 365:
        raise argparse.ArgumentTypeError("must be a number of days from 0 to 365")
    return int(text)
