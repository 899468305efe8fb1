"""The fields of a win: stored as given, edited one by one, and what is derived from them."""

import uuid

from tests.support.make import MINUTE, NOON, edit, entry, rating, undo, win
from tests.support.owners.teams import a_team
from webapp.domain.teams.sharing import set_default_audience
from webapp.storage.capture.checkins import own_checkins
from webapp.storage.capture.revisions import revisions_of
from webapp.storage.capture.wins import WinLink, own_wins

GOAL, FASTER, BETTER = (str(uuid.UUID(int=number, version=4)) for number in (1, 2, 3))


def links(person):
    """Return the links of a person's wins, as (kind, target)."""
    return {
        (link.kind, link.target) for link in WinLink.select().where(WinLink.person == person.id)
    }


def test_every_field_is_stored_as_given(ana):
    details = {
        "evidence": "https://example.org/x",
        "moves": "skill",
        "area": "Support",
        "visibility": "team",
        "before": 14.0,
        "after": 6.0,
        "approach": "Asked first",
    }
    ana.sends(win(**details))
    stored = own_wins(ana.id).get()
    assert {name: getattr(stored, name) for name in details} == details


def test_a_win_is_as_visible_as_its_person_chose(ana):
    set_default_audience(ana.me, f"team:{a_team(ana, 'Platform')}")
    ana.sends(win("ours"), win("mine", visibility="private", at=NOON + 1))
    assert [stored.visibility for stored in own_wins(ana.id)] == ["private", "team"]


def test_what_a_win_names_can_be_looked_up(ana):
    ana.sends(win(goal=GOAL, objectives=[FASTER, BETTER]))
    assert links(ana) == {("goal", GOAL), ("objective", FASTER), ("objective", BETTER)}


def test_an_edit_moves_what_it_names(ana):
    tap = win(objectives=[FASTER])
    ana.sends(tap, edit(tap, objectives=[BETTER]))
    assert links(ana) == {("objective", BETTER)}


def test_an_undone_win_names_nothing(ana):
    tap = win(objectives=[FASTER])
    ana.sends(tap)
    ana.sends(undo(tap))
    assert links(ana) == set()


def test_a_win_is_counted_once_an_edit_makes_it_so(ana):
    tap = win(objectives=[FASTER])
    ana.sends(tap)
    assert own_wins(ana.id).get().counted is False
    ana.sends(edit(tap, impact="From 14 steps to 6"))
    assert own_wins(ana.id).get().counted is True
    ana.sends(edit(tap, objectives=[], at=NOON + 2 * MINUTE))
    assert own_wins(ana.id).get().counted is False


def test_a_preset_can_make_a_counted_win_in_one_tap(ana):
    ana.sends(win(objectives=[FASTER], measurable=True, preset=GOAL))
    stored = own_wins(ana.id).get()
    assert (stored.counted, stored.preset) == (True, GOAL)


def test_details_that_overtake_their_win_wait_for_it(ana):
    tap = win()
    ana.sends(edit(tap, area="Support", measurable=True, before=0.1, kind="process"))
    ana.sends(tap)
    stored = own_wins(ana.id).get()
    assert (stored.area, stored.measurable, stored.before) == ("Support", True, 0.1)
    assert stored.kind == "process"


def test_the_replaced_number_stays_readable(ana):
    tap = win(after=6)
    ana.sends(tap, edit(tap, after=None))
    told = {row.value for row in revisions_of(ana.id, tap["id"]) if row.field == "after"}
    assert told == {"6.0", ""}


def test_an_area_can_be_put_to_a_check_in(ana):
    answer = rating(7)
    ana.sends(answer, entry("edit_check_in", target=answer["id"], area="Support"))
    assert own_checkins(ana.id).get().area == "Support"
