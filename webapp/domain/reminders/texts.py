"""What reminders say: what a considerate colleague would, and nothing of what a person wrote.

No win, goal, name or rating is in a message: it is shown on a locked screen, and passes through the
servers of others (R47).
"""

from typing import Protocol

from webapp.rules.reminders.kinds import DATED, HABITS, Kind, goal_in, kind_of, tag_of, team_in
from webapp.rules.reminders.messages import Message
from webapp.rules.shared.problems import N_
from webapp.storage.reminders.prompts import Prompt, count_together

ADDRESSES = {
    Kind.CHECK_IN: "/checkins/new",
    Kind.CAPTURE: "/?capture",
    Kind.REVIEW: "/reviews/",
    Kind.SILENT: "/reminders/",
    Kind.NOW: "/reminders/",
}


def ngettext(one: str, many: str) -> tuple[str, str]:
    """Return both sentences, marked for translation as N_ marks one."""
    return one, many


class Words(Protocol):
    """The sentences of a language, as webapp/catalogues.py has them."""

    def ugettext(self, message: str) -> str:
        """Return the sentence in the language."""

    def ungettext(self, singular: str, plural: str, num: int) -> str:
        """Return the sentence for this number."""


# By kind: the title and the text, of a prompt and of its follow-up.
SAYS = {
    (Kind.CHECK_IN, 1): (
        N_("How confident are you today?"),
        N_("One tap, half a minute. Skip it if today is not the day."),
    ),
    (Kind.CHECK_IN, 2): (
        N_("Still time for a check-in"),
        N_("If it suits you now. This is the last reminder today."),
    ),
    (Kind.CAPTURE, 1): (
        N_("Anything that moved today?"),
        N_("A small step counts. Note it while you still remember it."),
    ),
    (Kind.CAPTURE, 2): (
        N_("Before the day is over"),
        N_("One small thing that got done? This is the last reminder today."),
    ),
    (Kind.GOAL, 1): (
        N_("A micro-goal is due today"),
        N_("Done, or is another day better? Both are fine."),
    ),
    (Kind.REVIEW, 1): (
        N_("Time for your wins review"),
        N_("A quarter of an hour to look back, and to choose what comes next."),
    ),
    (Kind.TEAM_REVIEW, 1): (
        N_("Your team looks at its wins soon"),
        N_("The wins review of your team is about to begin."),
    ),
    (Kind.SILENT, 1): (
        N_("Shall these reminders go on?"),
        N_("You have not been here for two weeks, so they stop now. One tap brings them back."),
    ),
    (Kind.SNOOZE, 1): (
        N_("You wanted to be reminded again"),
        N_("Now is the time that you chose."),
    ),
    (Kind.NOW, 1): (
        N_("Reminders reach you here"),
        N_("You asked for this one to see whether they arrive."),
    ),
}
TOGETHER = N_("Some things are due today")
ARE_DUE = ngettext(
    "%(num)s micro-goal or review is due. Have a look when it suits you.",
    "%(num)s micro-goals and reviews are due. Have a look when it suits you.",
)


def message_of(prompt: Prompt, language: str, words: Words) -> Message:
    """Return what a prompt says in a language, whose sentences are `words`."""
    kind = kind_of(prompt.what)
    title, text = map(words.ugettext, SAYS[kind, prompt.number if kind in HABITS else 1])
    due = 1 + (count_together(prompt) if kind in DATED else 0)
    if due > 1:
        title, text = words.ugettext(TOGETHER), words.ungettext(*ARE_DUE, due) % {"num": due}
    return Message(
        kind=kind,
        subject=prompt.what,
        day=prompt.day,
        number=prompt.number,
        title=title,
        text=text,
        address="/" if due > 1 else address_of(prompt.what),
        language=language,
        tag=tag_of(prompt.person_id, prompt.what, prompt.day, prompt.number),
        until=prompt.until,
    )


def address_of(what: str) -> str:
    """Return the path of the app where a tap on a prompt leads: to what it asks for (R48)."""
    match kind_of(what):
        case Kind.GOAL:
            goal, team = goal_in(what)
            return f"/teams/{team}/goals/{goal}" if team else f"/goals/{goal}"
        case Kind.TEAM_REVIEW:
            return f"/teams/{team_in(what)}/reviews/"
        case Kind.SNOOZE:
            return address_of(what.partition(":")[2])
    return ADDRESSES[kind_of(what)]
