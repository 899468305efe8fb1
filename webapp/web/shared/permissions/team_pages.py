"""Pages of what a team owns: those of one's own things, a second time below /teams/<team>."""

from typing import Any

from flask import Flask, current_app, g

from webapp.web.shared.permissions.acting import at, path_of_win, team_of_page
from webapp.web.shared.permissions.routes import OF_TEAMS, TEAM

KNOWN = "endpoints_of_teams"


def init_app(app: Flask) -> None:
    """Read the team from addresses, and write it into those of a team's pages."""
    app.extensions[KNOWN] = set()
    app.url_value_preprocessor(_note_team)
    app.url_defaults(_name_team)
    app.jinja_env.globals.update(at=at, team_of_page=team_of_page, path_of_win=path_of_win)


def add_team_pages(app: Flask) -> None:
    """Serve what a team can own below its address, too, once all blueprints are registered."""
    for rule in list(app.url_map.iter_rules()):
        methods = sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
        taken = [method for method in methods if f"{method} {TEAM}{rule.rule}" in OF_TEAMS]
        if taken:
            app.add_url_rule(f"{TEAM}{rule.rule}", endpoint=rule.endpoint, methods=taken)
            app.extensions[KNOWN].add(rule.endpoint)


def _note_team(endpoint: str | None, values: dict[str, Any] | None) -> None:
    # Pages that both have are not given it: they ask acting() whose things they are about.
    if values and "team" in values:
        g.team = values["team"]
        if endpoint in current_app.extensions[KNOWN]:
            del values["team"]
            g.is_owned = True


def _name_team(endpoint: str, values: dict[str, Any]) -> None:
    if g.get("team") and "team" not in values and endpoint in current_app.extensions[KNOWN]:
        values["team"] = g.team
