"""The board of a team, and the wins on it: read by those who are in the team."""

from datetime import date, timedelta
from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.capture.today import day_of
from webapp.domain.reviews.reviews import running_review
from webapp.domain.teams.board_pages import (
    MOST_COUNTED,
    Column,
    Reader,
    TeamFacts,
    board_columns,
    board_page,
    narrowed,
    team_facts,
)
from webapp.domain.teams.counting import is_asked
from webapp.domain.teams.memberships import own_teams
from webapp.rules.shared.ids import TeamId, id_of_team
from webapp.rules.teams.boards import (
    PARAMETERS,
    By,
    Wanted,
    initials,
    parse_cursor,
    parse_wanted,
)
from webapp.web.shared.clock import now
from webapp.web.shared.htmx import wants_fragment
from webapp.web.shared.login import current_person
from webapp.web.teams.board_rows import (
    in_a_column,
    name_of_column,
    next_page,
    reader,
    under_a_day,
    with_thanked,
)

pages = Blueprint("boards", __name__, url_prefix="/teams")


@pages.get("/")
def index() -> ResponseReturnValue:
    """Show the board of the person's only team, or a list of their teams."""
    own = own_teams(current_person())
    if len(own) == 1:
        return draw_board(own[0].team)
    return render_template("boards/index.html", person=current_person(), teams=own)


@pages.get("/<int:team>")
def show(team: int) -> ResponseReturnValue:
    """Show the board: wins by day, or put together; a page of a list goes on where one ended."""
    return draw_board(id_of_team(team))


def draw_board(team: TeamId) -> str:
    """Render the board of a team, or the next page of its list."""
    facts, by = team_facts(team), reader()
    today = day_of(by.person, by.zone, now())
    wanted = parse_wanted(request.args, today)._replace(known=tuple(facts.objectives))
    if wanted.by is not By.DAY:
        return _draw_columns(facts, by, wanted, today)
    after = parse_cursor(request.args.get("after"))
    found, more = board_page(team, by, wanted, after)
    shown = with_thanked([under_a_day(facts, row) for row in found])
    rows = [(one.row.day.isoformat(), one) for one in shown]
    common = _common(facts, wanted, today)
    place = {**next_page(rows), **common["asked"]} if more else {}
    return render_template(
        "boards/_list.html" if wants_fragment() else "boards/show.html",
        rows=rows,
        after=after,
        under=request.args.get("under"),
        next=more and url_for("boards.show", team=team, **place),
        **common,
    )


def _draw_columns(facts: TeamFacts, by: Reader, wanted: Wanted, today: date) -> str:
    if not (wanted.first or wanted.last):
        monday = today - timedelta(days=today.weekday())
        wanted = wanted._replace(first=monday.isoformat())
    found = board_columns(facts, by, wanted)
    is_all = sum(column.number for column in found) < MOST_COUNTED
    return render_template(
        "boards/show.html",
        columns=[_drawn(facts, wanted, column) for column in found],
        counted=0 if is_all else MOST_COUNTED,
        **_common(facts, wanted, today),
    )


def _drawn(facts: TeamFacts, wanted: Wanted, column: Column) -> tuple[Any, ...]:
    rows = [in_a_column(facts, row) for row in column.rows]
    return (name_of_column(facts, wanted.by, column), _lists(wanted, column), rows, column)


def _common(facts: TeamFacts, wanted: Wanted, today: date) -> dict[str, Any]:
    return {
        "person": current_person(),
        "team": facts,
        "wanted": wanted,
        "asked": {name: request.args[name] for name in PARAMETERS if request.args.get(name)},
        "today": today.isoformat(),
        "sign": initials(facts.name),
        "asks_counting": is_asked(current_person(), facts.id),
        "review": "" if wants_fragment() else running_review(facts.id, now()),
    }


def _lists(wanted: Wanted, column: Column) -> dict[str, str]:
    # The address of the list that has all wins of a column.
    one = narrowed(wanted, column.key)
    given = {"kind": one.kind, "objective": one.objective, "from": one.first, "to": one.last}
    given["person"] = str(one.person or "")
    return {name: value for name, value in given.items() if value}
