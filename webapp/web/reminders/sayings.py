"""What the page of reminders says about each kind, and why something comes or does not."""

from collections.abc import Sequence

from flask_babel import gettext, ngettext

from webapp.rules.reminders.kinds import Kind, Reason, Way
from webapp.rules.reminders.settings import SNOOZES


def names_of(kinds: Sequence[Kind]) -> dict[str, str]:
    """Return the names of kinds, in their order."""
    return {kind.value: prompt_name(kind) for kind in kinds}


def ways() -> dict[str, str]:
    """Return how reminders can come."""
    return {
        Way.PUSH.value: gettext("On my phones"),
        Way.MAIL.value: gettext("By e-mail"),
        Way.NONE.value: gettext("Not at all"),
    }


def snoozes() -> dict[int, str]:
    """Return the minutes after which a person can be reminded again, and how they are said."""
    return {minutes: _in(minutes) for minutes in SNOOZES}


def prompt_name(kind: Kind) -> str:
    """Return what a kind of prompt is called."""
    names = {
        Kind.CHECK_IN: gettext("Check-in"),
        Kind.CAPTURE: gettext("Noting a win"),
        Kind.GOAL: gettext("Micro-goal due"),
        Kind.REVIEW: gettext("Wins review"),
        Kind.TEAM_REVIEW: gettext("Your team's wins review"),
        Kind.SILENT: gettext("Whether reminders shall go on"),
        Kind.SNOOZE: gettext("Again, as you asked"),
        Kind.NOW: gettext("A reminder to try it"),
    }
    return str(names[kind])


def why_it_comes(kind: Kind) -> str:
    """Return why a prompt of this kind comes."""
    reasons = {
        Kind.CHECK_IN: gettext("One of your check-in days, if you have not checked in by then"),
        Kind.CAPTURE: gettext("How often you want to note wins, if there is none yet"),
        Kind.GOAL: gettext("It is due that day, if it is not met by then"),
        Kind.REVIEW: gettext("The day that you chose for it"),
        Kind.TEAM_REVIEW: gettext("Your team's lead lets it remind its members"),
        Kind.SILENT: gettext("Two weeks without you"),
    }
    return str(reasons.get(kind, ""))


def why_not(reason: str) -> str:
    """Return why a prompt does not come, or did not."""
    reasons = {
        Reason.DONE: gettext("Not needed: it was done"),
        Reason.GONE: gettext("Not needed: it is no longer planned for then"),
        Reason.OFF: gettext("Not sent: it was switched off"),
        Reason.PAUSED: gettext("Not sent: reminders are paused"),
        Reason.AWAY: gettext("Not sent: a day off"),
        Reason.QUIET: gettext("Not sent: quiet hours last too long"),
        Reason.LATE: gettext("Not sent: it would have come too late"),
        Reason.NEAR: gettext("Not sent: too soon after the one before"),
        Reason.ELSEWHERE: gettext("Not sent: something else is asked that day"),
        Reason.TOGETHER: gettext("Said in another message"),
        Reason.ENOUGH: gettext("Not sent: three others come that day"),
        Reason.SILENT: gettext("Not sent: nothing comes after two weeks without you"),
        Reason.UNHEARD: gettext("Not sent: the last two were not answered"),
        Reason.SNOOZED: gettext("Not sent: you chose another time"),
        Reason.NOWHERE: gettext("Not sent: there is no phone or address to send it to"),
        Reason.FAILED: gettext("Not sent: every try failed"),
    }
    return str(reasons[Reason(reason)])


def _in(minutes: int) -> str:
    if minutes < 60:
        return ngettext("In %(num)s minute", "In %(num)s minutes", minutes)
    return ngettext("In %(num)s hour", "In %(num)s hours", minutes // 60)
