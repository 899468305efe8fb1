"""A review as Markdown."""

from flask_babel import gettext

from webapp.domain.reviews.agendas import Agenda, AgendaWin
from webapp.domain.reviews.lines import LineRow
from webapp.rules.shared.markdown import bullets, document, plain
from webapp.web.reviews.people import People
from webapp.web.shared.i18n.dates import day_heading


def as_markdown(agenda: Agenda, people: People) -> str:
    """Return progress, obstacles and next micro-goals, with what was said."""
    return document(
        gettext("Review of %(day)s", day=day_heading(agenda.review.day)),
        f"## {gettext('Progress')}",
        bullets([_win(win, people) for win in agenda.wins]),
        bullets([_line(line, people) for line in agenda.said("progress")]),
        f"## {gettext('Obstacles')}",
        bullets([_obstacle(line, people) for line in agenda.obstacles]),
        f"## {gettext('Next micro-goals')}",
        bullets([_goal(one.statement, one.due) for one in agenda.goals if one.chosen]),
        bullets([_line(line, people) for line in agenda.wanted]),
    )


def _win(win: AgendaWin, people: People) -> str:
    return f"{win.day}: {_by(win.what, win.person, people)}"


def _line(line: LineRow, people: People) -> str:
    return _by(line.what, line.author, people)


def _by(words: str, person: int, people: People) -> str:
    return f"{plain(words)} ({plain(people.name(person))})" if people.names else plain(words)


def _obstacle(line: LineRow, people: People) -> str:
    state = gettext("open") if line.settled is None else gettext("settled")
    said = [state, *([plain(line.outcome)] if line.settled and line.outcome else [])]
    takes = [plain(people.name(line.holder))] if people.names and line.holder is not None else []
    return f"{plain(line.what)} ({', '.join([': '.join(said), *takes])})"


def _goal(statement: str, due: str | None) -> str:
    return f"{plain(statement)} ({due})" if due else plain(statement)
