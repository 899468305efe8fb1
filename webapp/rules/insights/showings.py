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
    own = [showing for showing in showings if showing.rule == rule]
    if any(showing.dismissed for showing in own):
        return False
    return current_showing(rule, own, today) is not None or all(
        _is_over(showing, today) for showing in own
    )


def current_showing(rule: str, showings: Iterable[Showing], today: date) -> Showing | None:
    """The unanswered showing that still goes on today; a page that shows none starts one."""
    own = (showing for showing in showings if showing.rule == rule)
    return next((showing for showing in own if _goes_on(showing, today)), None)


def _goes_on(showing: Showing, today: date) -> bool:
    answered = showing.snoozed_until is not None or showing.dismissed or showing.done
    return not answered and showing.first <= today < showing.first + STAYS


def _is_over(showing: Showing, today: date) -> bool:
    """Whether a new showing may begin; a snooze makes the time longer, never shorter."""
    return today >= max(showing.first + COOL_DOWN, showing.snoozed_until or date.min)
