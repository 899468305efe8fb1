"""Thanks for tests: wins on a board, and entries that thank for them."""

from typing import Any

from tests.support.make import Someone, entry, win
from tests.support.plans import an_objective
from webapp.domain.recognition.receiving import set_wish
from webapp.rules.shared.ids import TeamId
from webapp.storage.recognition.recognitions import CitedWin, Recognition

WHY = "Thursday nights are free again"  # no word of it is in the wins


def counted_win(
    who: Someone, team: TeamId, what: str = "Cut the list to 6 steps", **more: Any
) -> str:
    """Log a counted win for a board, and return the text by which thanks cite it."""
    evidence = {"objectives": [an_objective(who)], "impact": "From 14 to 6", "kind": "milestone"}
    return shared_win(who, team, what, **{**evidence, **more})


def shared_win(who: Someone, team: TeamId, what: str = "Sent the report", **more: Any) -> str:
    """Log a win for a board that does not count, and return the text by which thanks cite it."""
    one = win(what, **{"visibility": f"team:{team}", **more})
    who.sends(one)
    return f"{who.id}/{one['id']}"


def thanks(team: TeamId, *wins: str, **said: Any) -> dict[str, Any]:
    """Return an entry that thanks for these wins, privately and in filled-in words."""
    words = {"achieved": "Cut the list to 6 steps", "matters": ""}
    return entry("recognise", team=team, wins=list(wins), **{**words, **said})


def to_team(team: TeamId, *wins: str, **said: Any) -> dict[str, Any]:
    """Return an entry that thanks so that the team can read it."""
    return thanks(team, *wins, **{"matters": WHY, "to_team": True, **said})


def wants_it_read(who: Someone, team: TeamId) -> None:
    """Let a member want that the team may read the thanks they receive."""
    set_wish(who.me, team, "team")


def copies(owner: int, kind: str = "received") -> list[str]:
    """Return the ids of the copies that an owner has of this kind."""
    own = (Recognition.owner == owner, Recognition.kind == kind)
    return [row.id for row in Recognition.select().where(*own).order_by(Recognition.at)]


def cited(owner: int, recognition: str) -> list[tuple[str, str]]:
    """Return the (name, id of win) that an owner's copy of a recognition cites, in order."""
    its = (CitedWin.owner == owner, CitedWin.recognition == recognition)
    return sorted((row.name, row.win) for row in CitedWin.select().where(*its))


def thanks_of_both(one: Someone, mate: Someone, team: TeamId, mates_win: str) -> tuple[str, str]:
    """Let two thank each other, for this win of the mate's; return what the one gave and got."""
    own = win("Shown as well", visibility=f"team:{team}")
    one.sends(own)
    given = thanks(team, f"{mate.id}/{mates_win}", achieved="They sent it")
    received = thanks(team, f"{one.id}/{own['id']}", achieved="She sent it")
    one.sends(given)
    mate.sends(received)
    return given["id"], received["id"]
