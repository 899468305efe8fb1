"""A deleted win is in no link, and what of that comes back with it."""

from tests.domain.links.conftest import Shows, token_of, words_at
from tests.support.make import KEYS, NOON, Someone, undo, win
from tests.support.owners.teams import leaves
from webapp.domain.links.links import add_link, change_link, link_of, links_of, revoke_link
from webapp.domain.outbox.deletions import delete_win, undo_deletion
from webapp.domain.teams.acting import ActingForTeam, acting_for_team
from webapp.rules.shared.ids import TeamId
from webapp.rules.teams.links import LinkFields
from webapp.storage.teams.memberships import Membership
from webapp.storage.teams.outside_links import ChosenWin


def _link_of_ones_own(ana: Someone) -> tuple[str, str]:
    one = win("Chosen")
    ana.sends(one)
    return one["id"], add_link(ana.me, LinkFields("", "My year", (one["id"],)), KEYS, NOON)


def test_a_win_that_its_entry_takes_back_is_chosen_no_more(ana: Someone) -> None:
    one, _ = _link_of_ones_own(ana)
    ana.sends(undo({"id": one}))
    assert ChosenWin.select().count() == 0


def test_with_the_win_comes_back_that_it_was_chosen(ana: Someone) -> None:
    one, link = _link_of_ones_own(ana)
    deleted = delete_win(ana.me, one, NOON)
    assert (words_at(link_of(ana.me, link, KEYS).token), ChosenWin.select().count()) == ([], 0)
    undo_deletion(ana.me, deleted, NOON)
    assert words_at(link_of(ana.me, link, KEYS).token) == [("", "Chosen")]


def test_into_a_revoked_link_nothing_comes_back(ana: Someone) -> None:
    one, link = _link_of_ones_own(ana)
    deleted = delete_win(ana.me, one, NOON)
    revoke_link(ana.me, link)
    undo_deletion(ana.me, deleted, NOON)
    assert ChosenWin.select().count() == 0


def test_into_a_link_that_somebody_else_chose_for_since_nothing_comes_back(
    ana: Someone, ben: Someone, lead: ActingForTeam, faster: str, shows: Shows, platform: TeamId
) -> None:
    chosen = shows(ana, "Chosen")
    Membership.update(role="lead").where(Membership.person == ben.id).execute()
    other_lead = acting_for_team(platform, ben.me.id)
    token = token_of(lead, faster, chosen)
    deleted = delete_win(ana.me, chosen, NOON)
    change_link(other_lead, links_of(lead, KEYS)[0].id, LinkFields(faster, "", ()))
    undo_deletion(ana.me, deleted, NOON)
    assert (words_at(token), ChosenWin.select().count()) == ([], 0)


def test_a_win_that_comes_back_private_is_in_no_link(
    ana: Someone, lead: ActingForTeam, faster: str, platform: TeamId, shows: Shows
) -> None:
    chosen = shows(ana, "Chosen")
    token_of(lead, faster, chosen)
    own = add_link(ana.me, LinkFields("", "For you", (chosen,)), KEYS, NOON)
    deleted = delete_win(ana.me, chosen, NOON)
    leaves(ana, platform)
    undo_deletion(ana.me, deleted, NOON)
    assert words_at(link_of(ana.me, own, KEYS).token) == []
    assert ChosenWin.select().count() == 0
