"""docs/security.md prints the limit of every list as the code has it."""

import re
from pathlib import Path

from webapp.domain.account import rate_limits, sessions
from webapp.domain.capture import routines
from webapp.domain.goals import dependencies
from webapp.rules.account import absences, budget, settings
from webapp.rules.capture import presets, revisions
from webapp.rules.decisions import decisions
from webapp.rules.goals import goals, plans
from webapp.rules.objectives import indicators, objectives, value_tables
from webapp.rules.outbox import entries
from webapp.rules.reviews import lines
from webapp.rules.shared import fields, text
from webapp.web.shared.forms import multipart

DOCUMENT = Path(__file__).parents[1] / "docs/security.md"
LIMITS = {
    "micro-goals that are open (drafts, active, parked)": goals.MOST_OPEN,
    "criteria of a micro-goal": plans.MOST_LINES,
    "dependencies between goals and wins": dependencies.MOST_LINKS,
    "objectives": objectives.MOST_OBJECTIVES,
    "objectives that one serves, or a win or a goal names": fields.MOST_IDS,
    "indicators": indicators.MOST_INDICATORS,
    "lines of a table of values": value_tables.MOST_ROWS,
    "cells of a line of it": value_tables.MOST_COLUMNS,
    "decisions that are open": decisions.MOST_OPEN,
    "times that one is decided and opened again": decisions.MOST_STEPS,
    "obstacles that are open": lines.MOST_OPEN,
    "lines of a review": lines.MOST_LINES,
    "values that the fields of a win or check-in are given": revisions.MOST_REVISIONS,
    "presets": presets.MOST_PRESETS,
    "areas": settings.MOST_AREAS,
    "days off and pauses": absences.MOST,
    "routines that were seen": routines.MOST_SEEN,
    "devices that are signed in": sessions.MOST_DEVICES,
    "entries of a request": entries.MOST_ENTRIES,
    "characters of a text": text.LONGEST_TEXT,
    "characters of the boundary of a form in parts": multipart.LONGEST_BOUNDARY,
    "bytes of a person or a team": budget.BUDGET,
    "forms of a person in five minutes": rate_limits.CHANGES.most,
}


def test_the_document_has_every_limit_and_no_other() -> None:
    section = DOCUMENT.read_text().partition("### Limits of lists\n")[2].partition("\n### ")[0]
    rows = re.findall(r"^\| (.+?) \| ([\d,]+) \|$", section, re.MULTILINE)
    assert {what: int(most.replace(",", "")) for what, most in rows} == LIMITS
