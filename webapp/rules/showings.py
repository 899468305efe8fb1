"""When an adjustment may be shown: once in four weeks, not while snoozed, not when dismissed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

COOL_DOWN = timedelta(weeks=4)
STAYS = timedelta(days=7)  # a showing that nobody answers


@dataclass(frozen=True, slots=True)
class Showing:
    """One rule was shown from the day `first`; what the person answered, if anything.

    snoozed_until: the day from which it may be asked again; dismissed: never again, until the
    dismissal is taken back; done: the action was taken.
    """

    rule: str
    first: date
    snoozed_until: date | None = None
    dismissed: bool = False
    done: bool = False


def may_show(rule: str, showings: Iterable[Showing], today: date) -> bool:
    """Whether `rule` may be on the screen today: a showing that goes on, or a new one."""
    raise NotImplementedError


def current_showing(rule: str, showings: Iterable[Showing], today: date) -> Showing | None:
    """The unanswered showing that still goes on today; a page that shows none starts one."""
    raise NotImplementedError
