"""The log: the search, a page of wins, the calendar."""

from typing import Any

from flask import render_template, request

from webapp.domain.capture.options import Options, options_of
from webapp.domain.capture.search_parts import end_of_search
from webapp.domain.capture.today import day_of
from webapp.domain.capture.wins import (
    MOST_COUNTED,
    PAGE,
    count_found,
    win_calendar,
    win_row,
    wins_page,
)
from webapp.rules.capture.searches import NO_SEARCH, PARAMETERS, Counted, Search, parse_search
from webapp.rules.charts.heatmap import last_days
from webapp.web.capture.form_templates import form_template
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.htmx import target_id, wants_fragment
from webapp.web.shared.login import current_person
from webapp.web.shared.paging import cursor_after, parse_cursor

STRIP = 14  # days above the list; a narrow screen shows the last of them
KEPT_WINS = 200  # wins on the page that phones cache, R15


def draw_log(offered: Options | None) -> str:
    """Render the page, or the part of it that was asked for: search results or the next page.

    offered: the person's options where they were read already.
    """
    person = current_person()
    today = day_of(person, zone_of(person), now())
    search = parse_search(request.args, today)
    part = _part()
    shown = _shown(search, offered or options_of(person)) | {"today": today}
    if part == "next":
        return render_template("wins/_list.html", **shown)
    found = _number(search, shown)
    shown |= {"found": found, "most": MOST_COUNTED, "all": _all(found, shown)}
    if part == "found":
        return render_template("wins/_found.html", part=part, **shown)
    weeks = win_calendar(person, search, today)
    return render_template(
        "wins/index.html",
        **shown,
        weeks=weeks,
        strip=last_days(weeks, STRIP),
        form_template=form_template(shown["options"]),
    )


def _number(search: Search, shown: dict[str, Any]) -> int | None:
    # If all fit on one page, no second query is needed.
    if not search:
        return None
    if shown["more"]:
        return count_found(current_person(), search, shown["end"])
    return len(shown["rows"])


def _all(found: int | None, shown: dict[str, Any]) -> int:
    """Return how many wins there are, where those are looked at that need evidence; else 0."""
    if shown["asked"] != {"counted": Counted.NO} or shown["end"] or found == MOST_COUNTED:
        return 0
    counted = count_found(current_person(), NO_SEARCH)
    return 0 if counted == MOST_COUNTED else counted


def _part() -> str:
    if not wants_fragment():
        return ""
    return "found" if target_id() == "log" else "next"


def _shown(search: Search, options: Options) -> dict[str, Any]:
    person = current_person()
    most = KEPT_WINS if request.args.get("kept") == str(KEPT_WINS) else PAGE
    after = parse_cursor(request.args.get("after"))
    end = end_of_search(person, search, after)
    wins, more = wins_page(person, after, search, most, end)
    last = wins[-1] if more else end
    return {
        "person": person,
        "options": options,
        "search": search,
        "asked": search_parameters(),
        "rows": [(win.day, win_row(win)) for win in wins],
        "under": request.args.get("under"),
        "after": cursor_after(last) if last else None,
        "end": end,
        "more": more,
    }


def search_parameters() -> dict[str, str]:
    """Return the search as the address has it, for links and for the form."""
    return {name: request.args[name] for name in PARAMETERS if request.args.get(name)}
