"""Write docs/rights.md from the table of rights; `python -m tools.rights` runs this."""

from collections.abc import Iterator
from pathlib import Path

from webapp.rules.outbox.entries import VERBS
from webapp.rules.rights.permissions import Access, Permission, Role, Thing, extent_of
from webapp.web.shared.permissions.routes import ROUTES

PAGE = Path(__file__).parent.parent / "docs/rights.md"
HEAD = """# Rights

Who sees and changes what (R29). `python -m tools.rights` makes this page from
`webapp/rules/rights/permissions.py`, which every request and every entry of a phone asks, and from
`webapp/web/shared/permissions/routes.py`, where each route says what it needs. A route that is not
there is refused.

A role is what somebody is to the owner, a person, a team or an organisation, of what they ask for;
whoever has the address of a read-only link comes by that link, signed in or not. Members of an
organisation's teams are viewers of it. Who may not see a thing gets the answer for a thing that
does not exist; who is signed out is asked to sign in.
"""


def main() -> None:
    """Write the page."""
    PAGE.write_text(page())


def page() -> str:
    """Return the whole page."""
    parts = (HEAD, "## What each role may do", *_table(), "## What each route and entry needs")
    return "\n".join([*parts, *_needs()]).rstrip() + "\n"


def _table() -> Iterator[str]:
    yield f"| | {' | '.join(Role)} |"
    yield "|---" * (len(Role) + 1) + "|"
    for thing in Thing:
        yield f"| {thing} | {' | '.join(_cell(role, thing) for role in Role)} |"
    yield ""


def _cell(role: Role, thing: Thing) -> str:
    found = [(one, extent_of(role, Permission(thing, one))) for one in Access]
    says = (one if extent == "all" else f"{one}: {extent}" for one, extent in found if extent)
    return ", ".join(says) or "–"


def _needs() -> Iterator[str]:
    for thing in Thing:
        for access in Access:
            needs = Permission(thing, access)
            routes = sorted((route for route, its in ROUTES.items() if its == needs), key=_path)
            named = [f"`{route}`" for route in routes]
            named += [f"entry `{verb}`" for verb, its in VERBS.items() if its.needs == needs]
            if named:
                yield f"- **{thing}: {access}.** {', '.join(named)}"


def _path(route: str) -> tuple[str, str]:
    method, path = route.split()
    return path, method


if __name__ == "__main__":
    main()
