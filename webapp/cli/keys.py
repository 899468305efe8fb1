"""The command that replaces the server's secret key."""

import argparse
import os
from datetime import UTC, datetime

from webapp.cli.terminal import Failed, Given
from webapp.config import read_settings
from webapp.secret_keys import replace_key

ACCEPTED_DAYS = 30  # of the key before


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


def days_or_none(text: str) -> int:
    """Return a number of days from 0 to 365; ArgumentTypeError."""
    if not text.isdecimal() or int(text) > 365:
        raise argparse.ArgumentTypeError("must be a number of days from 0 to 365")
    return int(text)
