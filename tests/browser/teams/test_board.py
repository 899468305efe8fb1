"""Three people share a board: one is offline for a while, one is taken out with entries waiting."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.support.phones.chromium import Phone
from tests.support.visitor import PASSWORD

PLAN = {"statement": "Send 1 page", "criteria": "Seen", "due": "2100-01-01", "no_objective": "on"}
WHAT = "#board .shown-win__what"
FOR_THE_TEAM = "What did the team get done?"


def test_three_people_share_a_board_one_offline_one_taken_out(
    phone: Phone, new_phone: Callable[..., Phone]
) -> None:
    ana, ben, cleo = phone, new_phone(), new_phone()
    invitation = creates_a_team(ana)
    team = f"/teams/{invitation.rpartition('/')[2].partition('-')[0]}"
    for mate, name in ((ben, "Ben"), (cleo, "Cleo")):
        joins(mate, name, invitation)
    shows_a_win_to_the_team(ana, "Cut the build")
    numbers = members(ana, team)
    gives_a_goal(ana, team, numbers["Ben"])

    ben.open()
    ben.sees(".goal-lines", "Send 1 page")
    bens_board = opens_beside(ben, team, "Cut the build")
    ben.goes_offline()
    ben.page.locator(".goal-lines button").click()
    logs_for_the_team(bens_board, "Shipped it")
    ben.open("/teams/")
    ben.sees("main", "other people’s words are not kept on this phone")

    cleo.open()
    cleos_board = opens_beside(cleo, team, "Cut the build")
    cleo.goes_offline()
    logs_for_the_team(cleos_board, "Too late for the team")
    posts(ana, f"{team}/memberships/{numbers['Cleo']}?_method=DELETE")

    for mate in (ben, cleo):
        mate.goes_online()
    ben.open()
    ben.has_sent_all()
    ana.open(team)
    ana.reads(WHAT, "Shipped it", "Send 1 page", "Cut the build")
    cleo.open("/outbox/")
    cleo.sees("main", "Too late for the team")
    cleo.sees("main", "You are not in that team any more.")
    cleo.open(team)
    cleo.sees("h1", "That did not work")
    assert ana.trouble + ben.trouble + cleo.trouble == []


def creates_a_team(lead: Phone) -> str:
    """Create a team and an invitation; return the path of its page."""
    lead.open("/teams/new")
    lead.fills("Team name", "Platform")
    lead.sends("Create team")
    lead.follows("Invite")
    lead.sends("Invite")
    return lead.page.url


def joins(mate: Phone, name: str, invitation: str) -> None:
    """Make an account on the page of an invitation, and join."""
    mate.page.goto(invitation)
    mate.follows("Create account")
    mate.fills("Name", name)
    mate.fills("E-mail", f"{name.lower()}@example.org")
    mate.fills("Password", PASSWORD)
    mate.sends("Create account")
    mate.sends("Join team")


def shows_a_win_to_the_team(someone: Phone, what: str) -> None:
    """Log a win, and choose in its details who may see it."""
    someone.open()
    someone.logs(what)
    someone.page.locator("#todays-wins .win__open").click()
    someone.page.locator(".win--edit summary", has_text="More").click()
    someone.page.get_by_label("Who may see it").select_option(index=1)
    someone.taps("Save")
    someone.has_sent_all()


def members(lead: Phone, team: str) -> dict[str, str]:
    """Return the number of each other member, by name."""
    lead.open(f"{team}/settings")
    rows = lead.page.locator("#members ~ ul li").all()
    return {row.locator("bdi").inner_text(): str(row.get_attribute("id"))[7:] for row in rows}


def gives_a_goal(lead: Phone, team: str, member: str) -> None:
    """Let a member have a goal of the team."""
    posts(lead, f"{team}/goals/", **PLAN, member=member, sets="1")


def posts(someone: Phone, path: str, **form: str) -> None:
    """Send a plain form, as from another page of theirs."""
    sent = someone.context.request.post(
        someone.url + path, form=form, headers={"Sec-Fetch-Site": "same-origin"}, max_redirects=0
    )
    assert sent.status == 303, sent.text()


def opens_beside(someone: Phone, path: str, shows: str) -> Page:
    """Open a page in a further tab, in charge of which the worker is."""
    page = someone.context.new_page()
    page.goto(someone.url + path)
    expect(page.locator("#board")).to_contain_text(shows)
    return page


def logs_for_the_team(board: Page, what: str) -> None:
    """Type words on a board and tap a kind: it waits there."""
    board.get_by_label(FOR_THE_TEAM).fill(what)
    board.get_by_role("button", name="Milestone").click()
    expect(board.locator(".board__waiting .win__what")).to_have_text(what)
