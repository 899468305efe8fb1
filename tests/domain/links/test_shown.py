"""What a read-only link shows, and what it shows no more (R32)."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.domain.links.conftest import Shows, page_at, token_of, words_at
from tests.support.make import DAY, HOUR, KEYS, NOON, Someone, edit, undo, win
from tests.support.owners.teams import a_team, leaves, member_of
from webapp.domain.account.people import SignedIn
from webapp.domain.links.links import add_link, change_link, link_of, links_of
from webapp.domain.links.pages import outside_page
from webapp.domain.links.shown import PAGE
from webapp.domain.objectives.indicators import add_indicator, store_values
from webapp.domain.objectives.objectives import add_objective, delete_objective
from webapp.domain.outbox.deletions import delete_win, undo_deletion
from webapp.domain.outbox.rebuild import rebuild
from webapp.domain.teams.acting import ActingForTeam, acting_for_team
from webapp.domain.teams.memberships import remove
from webapp.domain.teams.outside import set_outside
from webapp.domain.teams.teams import archive_team, restore_team
from webapp.rules.objectives.indicators import Measure, Value
from webapp.rules.objectives.objectives import ObjectiveFields
from webapp.rules.shared.ids import TeamId
from webapp.rules.shared.problems import NotFound
from webapp.rules.teams.links import LinkFields
from webapp.storage.teams.outside_links import ChosenWin
from webapp.storage.teams.shared_wins import SharedWin


def test_a_teams_link_shows_its_objective_and_indicators(lead: ActingForTeam, faster: str) -> None:
    indicator = add_indicator(lead, Measure("Minutes", objective=faster))
    add_indicator(lead, Measure("Of nothing"))
    days = [Value(date(2026, 11, day), day) for day in (1, 2, 3)]
    store_values(lead, indicator, days)
    page = page_at(token_of(lead, faster))
    assert (page.whose, page.title) == ("Platform", "Faster builds")
    assert page.objective
    assert page.objective.why == "Nobody waits"
    assert [(one.indicator.name, one.values) for one in page.indicators] == [("Minutes", days)]


def test_of_wins_it_shows_the_makers_choice_the_teams_own_and_what_others_ticked(
    ana: Someone, ben: Someone, lead: ActingForTeam, faster: str, platform: TeamId, shows: Shows
) -> None:
    chosen, _kept = shows(ana, "Chosen", at=NOON + 3), shows(ana, "Ana's other", at=NOON + 2)
    ticked, _other = shows(ben, "Ticked", at=NOON + 1), shows(ben, "Ben's other")
    own = win("The team's", team=platform, objectives=[faster], at=NOON - HOUR)
    ben.sends(own)
    set_outside(ben.me, platform, ticked, shown=True)
    token = token_of(lead, faster, chosen)
    assert words_at(token) == [("Ana", "Chosen"), ("", "Ticked"), ("", "The team's")]
    assert page_at(token).shown.others == 2


def test_of_another_objective_it_shows_nothing(
    ana: Someone, ben: Someone, lead: ActingForTeam, faster: str, platform: TeamId, shows: Shows
) -> None:
    other = add_objective(lead, ObjectiveFields("Other"), NOON)
    chosen, ticked = shows(ana, "One", objectives=[other]), shows(ben, "Two", objectives=[])
    set_outside(ben.me, platform, ticked, shown=True)
    token = token_of(lead, faster, chosen)
    assert (words_at(token), page_at(token).shown.others) == ([], 0)


def _unticks(ben: Someone, team: TeamId, one: str) -> None:
    set_outside(ben.me, team, one, shown=False)


def _makes_private(ben: Someone, team: TeamId, one: str) -> None:
    ben.sends(edit({"id": one}, at=NOON + DAY, visibility="private"))
    ben.sends(edit({"id": one}, at=NOON + 2 * DAY, visibility=f"team:{team}"))


def _moves(ben: Someone, team: TeamId, one: str) -> None:
    other = a_team(ben, "Sales")
    ben.sends(edit({"id": one}, at=NOON + DAY, visibility=f"team:{other}"))
    ben.sends(edit({"id": one}, at=NOON + 2 * DAY, visibility=f"team:{team}"))


def _undoes(ben: Someone, team: TeamId, one: str) -> None:
    ben.sends(undo({"id": one}))


def _deletes_and_restores(ben: Someone, team: TeamId, one: str) -> None:
    undo_deletion(ben.me, delete_win(ben.me, one, NOON), NOON)


def _leaves(ben: Someone, team: TeamId, one: str) -> None:
    leaves(ben, team, keep=True)


@pytest.mark.parametrize(
    "change", [_unticks, _makes_private, _moves, _undoes, _deletes_and_restores, _leaves]
)
def test_what_a_mate_ticked_goes_with_their_consent(
    ben: Someone,
    lead: ActingForTeam,
    faster: str,
    platform: TeamId,
    shows: Shows,
    change: Callable[[Someone, TeamId, str], None],
) -> None:
    ticked = shows(ben, "Ticked")
    set_outside(ben.me, platform, ticked, shown=True)
    token = token_of(lead, faster)
    assert words_at(token) == [("", "Ticked")]
    change(ben, platform, ticked)
    assert words_at(token) == []


def test_an_edit_of_its_words_keeps_the_tick(
    ben: Someone, lead: ActingForTeam, faster: str, platform: TeamId, shows: Shows
) -> None:
    ticked = shows(ben, "Ticked")
    set_outside(ben.me, platform, ticked, shown=True)
    ben.sends(edit({"id": ticked}, at=NOON + DAY, what="Other words"))
    rebuild()
    assert words_at(token_of(lead, faster)) == [("", "Other words")]


def test_who_is_removed_is_shown_no_more(
    ana: Someone, ben: Someone, lead: ActingForTeam, faster: str, platform: TeamId, shows: Shows
) -> None:
    set_outside(ben.me, platform, shows(ben, "Ticked"), shown=True)
    remove(ana.me, platform, member_of(platform, "Ben").person, NOON)
    assert words_at(token_of(lead, faster)) == []


def test_a_tick_is_of_ones_own_win_on_a_board_of_ones_own_team(
    ana: Someone, ben: Someone, cleo: Someone, platform: TeamId, shows: Shows
) -> None:
    own = shows(ben, "Ben's")
    sales = a_team(cleo, "Sales")
    for who, team in ((ana, platform), (cleo, platform), (ben, sales)):
        with pytest.raises(NotFound):
            set_outside(who.me, team, own, shown=True)
    leaves(ben, platform)
    with pytest.raises(NotFound):
        set_outside(ben.me, platform, own, shown=True)
    assert not SharedWin.get().outside


def test_what_its_maker_chose_goes_when_it_is_made_private(
    ana: Someone, lead: ActingForTeam, faster: str, shows: Shows, platform: TeamId
) -> None:
    chosen = shows(ana, "Chosen")
    token = token_of(lead, faster, chosen)
    own = add_link(ana.me, LinkFields("", "For you", (chosen,)), KEYS, NOON)
    _makes_private(ana, platform, chosen)
    assert words_at(token) == words_at(link_of(ana.me, own, KEYS).token) == []
    assert ChosenWin.select().count() == 0


@pytest.mark.parametrize("keep", [True, False])
def test_when_the_maker_leaves_the_teams_link_stays_without_their_wins(
    ana: Someone,
    ben: Someone,
    lead: ActingForTeam,
    faster: str,
    platform: TeamId,
    shows: Shows,
    keep: bool,
) -> None:
    token = token_of(lead, faster, shows(ana, "Chosen"))
    leaves(ana, platform, keep=keep)
    assert words_at(token) == []
    assert page_at(token).shown.others == int(keep)
    now_lead = acting_for_team(platform, ben.me.id)
    [link] = links_of(now_lead, KEYS)
    change_link(now_lead, link.id, LinkFields(faster, "", (shows(ben, "Ben's"),)))
    assert words_at(token) == [("Ben", "Ben's")]


def test_nobody_chooses_a_win_of_somebody_else(
    ana: Someone, ben: Someone, lead: ActingForTeam, faster: str, shows: Shows
) -> None:
    private = win("Private")
    ana.sends(private)
    token = token_of(lead, faster, shows(ben, "Ben's"), str(private["id"]))
    assert words_at(token) == []
    mine = add_link(ben.me, LinkFields("", "Mine", (str(private["id"]),)), KEYS, NOON)
    assert words_at(link_of(ben.me, mine, KEYS).token) == []


def test_an_archived_team_shows_nothing_until_it_is_used_again(
    ana: Someone, lead: ActingForTeam, faster: str, platform: TeamId
) -> None:
    token = token_of(lead, faster)
    archive_team(ana.me, platform, NOON)
    assert outside_page(token, KEYS, NOON, None) is None
    restore_team(platform, NOON)
    assert page_at(token)


def test_a_deleted_objective_is_shown_no_more(lead: ActingForTeam, faster: str) -> None:
    token = token_of(lead, faster)
    deleted = delete_objective(lead, faster, NOON)
    assert outside_page(token, KEYS, NOON, None) is None
    undo_deletion(lead, deleted, NOON)
    assert page_at(token)


def test_ones_own_link_shows_chosen_wins_and_how_many_others_there_are(ana: Someone) -> None:
    quality = add_objective(ana.me, ObjectiveFields("Quality"), NOON)
    chosen, other = win("Chosen", objectives=[quality]), win("Other", objectives=[quality])
    loose = win("Of nothing", at=NOON + 1)
    ana.sends(chosen, other, loose)
    wins = (str(chosen["id"]), str(loose["id"]))
    token = token_of(_acting(ana), quality, *wins)
    page = page_at(token)
    assert (page.whose, page.title, page.shown.others) == ("Ana", "Quality", 1)
    assert words_at(token) == [("", "Of nothing"), ("", "Chosen")]


def test_a_link_for_wins_has_a_title_and_says_nothing_of_others(ana: Someone) -> None:
    chosen, other = win("Chosen"), win("Other")
    ana.sends(chosen, other)
    made = add_link(ana.me, LinkFields("", "My year", (str(chosen["id"]),)), KEYS, NOON)
    page = page_at(link_of(ana.me, made, KEYS).token)
    assert (page.title, page.objective, page.shown.others) == ("My year", None, 0)
    assert [one.what for one in page.shown.wins] == ["Chosen"]


def test_many_wins_come_a_page_at_a_time_each_once(
    ana: Someone, ben: Someone, lead: ActingForTeam, faster: str, platform: TeamId, shows: Shows
) -> None:
    chosen = [shows(ana, f"Chosen {at}", at=NOON + 2 * at) for at in range(20)]
    for at in range(20):
        own = win(f"Own {at}", team=platform, objectives=[faster], at=NOON + 2 * at + 1)
        ben.sends(own)
    token = token_of(lead, faster, *chosen)
    first = page_at(token).shown
    assert first.after
    second = outside_page(token, KEYS, NOON, first.after)
    assert second
    words = [one.what for one in (*first.wins, *second.shown.wins)]
    assert (len(first.wins), len(set(words)), second.shown.after) == (PAGE, 40, None)
    assert words[:2] == ["Own 19", "Chosen 19"]


def _acting(someone: Someone) -> SignedIn:
    return someone.me
