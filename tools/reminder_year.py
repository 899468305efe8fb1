"""Print a simulated year of somebody who is reminded, as docs/reminders.md has it.

After a change of what reminders say, or when they come: python -m tools.reminder_year >
docs/reminders.md. Read it as that person would.
"""

import sys
import tempfile
from pathlib import Path

from tests.support.years.listing import page_of
from tests.support.years.year import live_a_year
from webapp.storage.upkeep.opening import open_while


def main() -> None:
    """Live the year in a database of its own, and print the page."""
    with (
        tempfile.TemporaryDirectory() as data,
        open_while(f"sqlite:///{Path(data) / 'year.db'}"),
    ):
        sys.stdout.write(page_of(live_a_year()))


if __name__ == "__main__":
    main()
