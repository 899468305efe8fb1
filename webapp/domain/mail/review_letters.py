"""The summary of a review, by mail to a member who asked for it (R35)."""

from datetime import date

from webapp.domain.account.acting import Acting
from webapp.domain.mail.letter import Letter, Writing, bullets
from webapp.domain.reviews.agendas import Agenda, agenda_of, names_of_mates
from webapp.domain.reviews.lines import LineRow
from webapp.domain.teams.acting import acting_of_member
from webapp.rules.account.mails import Wanted
from webapp.rules.shared.ids import id_of_team
from webapp.rules.shared.problems import N_, NotFound

MOST = 60  # lines of a part


def review_letter(writing: Writing, about: str, now: int) -> Letter | None:
    """Return what was said in a review, with the wins it covered and the next micro-goals.

    about: as `reviewed` in domain/reviews/summaries.py writes it. None: the review is gone or goes
    on, or the person is no member any more. It holds no rating.
    """
    owner, _, review_id = about.partition(":")
    acting = _acting(writing, int(owner))
    if acting is None:
        return None
    try:
        agenda = agenda_of(acting, review_id, date.min, now)
    except NotFound:
        return None
    if agenda.ended is None:
        return None
    under = "" if int(owner) == writing.person.id else f"/teams/{owner}"
    return _letter(writing, agenda, names_of_mates(acting), under)


def _acting(writing: Writing, owner: int) -> Acting | None:
    if owner == writing.person.id:
        return writing.person
    return acting_of_member(id_of_team(owner), writing.person.id)


def _letter(writing: Writing, agenda: Agenda, names: dict[int, str], under: str) -> Letter:
    day = writing.day(date.fromisoformat(agenda.review.day))
    wins = [_by(win.what, names.get(win.person, "")) for win in agenda.wins]
    parts = (
        _part(writing.say(N_("Progress")), wins + _said(agenda.said("progress"), names)),
        _part(writing.say(N_("Obstacles")), _said(agenda.obstacles, names)),
        _part(writing.say(N_("Next micro-goals")), _next(agenda, names)),
        f"{writing.say(N_('The review:'))}\n{writing.link(f'{under}/reviews/{agenda.review.id}')}",
    )
    return Letter(writing.say(N_("Review of %(day)s"), day=day), parts, Wanted.SUMMARIES)


def _part(heading: str, lines: list[str]) -> str:
    return f"{heading}\n{bullets(lines, MOST)}" if lines else ""


def _said(lines: tuple[LineRow, ...] | list[LineRow], names: dict[int, str]) -> list[str]:
    return [_by(line.what, names.get(line.author, "")) for line in lines]


def _next(agenda: Agenda, names: dict[int, str]) -> list[str]:
    goals = [goal.statement for goal in agenda.goals if goal.chosen]
    return goals + _said(agenda.wanted, names)


def _by(words: str, name: str) -> str:
    return f"{words} ({name})" if name else words
