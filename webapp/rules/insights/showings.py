"""When an adjustment may be shown: once in four weeks, not snoozed, not dismissed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

COOL_DOWN = timedelta(weeks=4)
DISMISSED, DONE = "dismissed", "done"
STAYS = timedelta(days=7)  # a showing without an answer


@dataclass(frozen=True, slots=True)
class Showing:
    """One rule was shown from the day `first`, and what the person answered, if anything.

    snoozed_until: the day from which it may be shown again; dismissed: never again, until the
    dismissal is undone; done: the action was taken.
    """

    rule: str
    first: date
    snoozed_until: date | None = None
    dismissed: bool = False
    done: bool = False


def showing_of(rule: str, first: str, until: str | None, state: str) -> Showing:
    """Return the showing of these columns (storage/insights/adjustments.py); days as ISO."""
    return Showing(
        rule,
        date.fromisoformat(first),
        date.fromisoformat(until) if until else None,
        dismissed=state == DISMISSED,
        done=state == DONE,
    )


def may_show(rule: str, showings: Iterable[Showing], today: date) -> bool:
    """Return whether `rule` may be on the screen today, in a current showing or a new one."""
    own = [showing for showing in showings if showing.rule == rule]
    if any(showing.dismissed for showing in own):
        return False
    return current_showing(rule, own, today) is not None or all(
        _is_over(showing, today) for showing in own
    )


def current_showing(rule: str, showings: Iterable[Showing], today: date) -> Showing | None:
    """Return the unanswered showing that is current today, if there is one.

    A page that shows a rule without a current showing starts one.
    """
    own = (showing for showing in showings if showing.rule == rule)
    return next((showing for showing in own if _goes_on(showing, today)), None)


def _goes_on(showing: Showing, today: date) -> bool:
    answered = showing.snoozed_until is not None or showing.dismissed or showing.done
    return not answered and showing.first <= today < showing.first + STAYS


def _is_over(showing: Showing, today: date) -> bool:
    """Return whether a new showing may begin; a snooze can only delay it."""
    return today >= max(showing.first + COOL_DOWN, showing.snoozed_until or date.min)
