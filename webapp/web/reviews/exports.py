"""A review as Markdown."""

from flask_babel import gettext

from webapp.domain.reviews.reviews import Agenda
from webapp.rules.shared.markdown import bullets, document, plain
from webapp.web.shared.i18n.dates import day_heading


def as_markdown(agenda: Agenda) -> str:
    """Return progress, obstacles and next micro-goals, with what was noted."""
    review = agenda.review
    return document(
        gettext("Review of %(day)s", day=day_heading(review.day)),
        f"## {gettext('Progress')}",
        plain(review.progress),
        bullets([f"{win.day.isoformat()}: {plain(win.what)}" for win in agenda.wins]),
        f"## {gettext('Obstacles')}",
        bullets([_obstacle(one.what, one.settled, one.outcome) for one in agenda.obstacles]),
        f"## {gettext('Next micro-goals')}",
        plain(review.plans),
        bullets([_goal(one.statement, one.due) for one in agenda.goals if one.chosen]),
    )


def _obstacle(what: str, settled: int | None, outcome: str) -> str:
    state = gettext("open") if settled is None else gettext("settled")
    return f"{plain(what)} ({': '.join([state, *([plain(outcome)] if outcome else [])])})"


def _goal(statement: str, due: str | None) -> str:
    return f"{plain(statement)} ({due})" if due else plain(statement)
