"""Reading one's own wins."""

import pytest

from tests.support.make import HOUR, NOON, undo, win
from webapp.domain.capture.wins import PAGE, win_of, win_row, wins_page
from webapp.rules.shared.problems import NotFound


def all_pages(person):
    """Yield the pages of a person's wins."""
    after, more = None, True
    while more:
        page, more = wins_page(person.me, after)
        yield page
        after = (page[-1].happened, page[-1].id) if page else None


def test_pages_are_newest_first_and_miss_nothing(ana):
    ana.sends(*[win(str(number), at=NOON - number * HOUR) for number in range(70)])
    pages = list(all_pages(ana))
    assert [len(page) for page in pages] == [PAGE, PAGE, 10]
    assert [stored.what for page in pages for stored in page] == [str(n) for n in range(70)]


def test_wins_of_one_moment_are_split_between_pages_without_loss(ana):
    ana.sends(*[win() for _ in range(70)])
    pages = list(all_pages(ana))
    assert [len(page) for page in pages] == [PAGE, PAGE, 10]
    assert len({stored.id for page in pages for stored in page}) == 70


def test_a_win_logged_while_paging_does_not_shift_the_pages(ana):
    ana.sends(*[win(at=NOON - number) for number in range(PAGE + 1)])
    first, _ = wins_page(ana.me)
    ana.sends(win("just now", at=NOON + HOUR))
    rest, _ = wins_page(ana.me, (first[-1].happened, first[-1].id))
    assert [stored.happened for stored in rest] == [NOON - PAGE]


def test_a_page_that_is_exactly_full_is_the_last(ana):
    ana.sends(*[win() for _ in range(PAGE)])
    page, more = wins_page(ana.me)
    assert (len(page), more) == (PAGE, False)


def test_a_place_whose_win_was_undone_is_still_a_place(ana):
    taps = [win(str(number), at=NOON - number) for number in range(3)]
    ana.sends(*taps)
    ana.sends(undo(taps[1]))
    page, _ = wins_page(ana.me, (NOON - 1, taps[1]["id"]))
    assert [stored.what for stored in page] == ["2"]


def test_a_person_sees_their_own_wins_only(ana, ben):
    ana.sends(win())
    assert wins_page(ben.me) == ([], False)


def test_one_win_is_found_by_its_person(ana):
    tap = win("Fixed it")
    ana.sends(tap)
    assert win_of(ana.me, tap["id"]).what == "Fixed it"


def test_anothers_win_and_none_are_the_same_not_found(ana, ben):
    tap = win()
    ana.sends(tap)
    for win_id in (tap["id"], win()["id"], "nonsense"):
        with pytest.raises(NotFound):
            win_of(ben.me, win_id)


def test_where_both_have_a_win_of_that_id_each_finds_their_own(ana, ben):
    tap = win("Ana's")
    ana.sends(tap)
    ben.sends(win("Ben's", id=tap["id"]))
    assert (win_of(ana.me, tap["id"]).what, win_of(ben.me, tap["id"]).what) == ("Ana's", "Ben's")


@pytest.mark.parametrize(
    ("offset", "time", "wall_clock"),
    [
        (60, "12:00", "2026-11-22T12:00"),
        (0, "11:00", "2026-11-22T11:00"),
        (840, "01:00", "2026-11-23T01:00"),
        (-720, "23:00", "2026-11-21T23:00"),
        (345, "16:45", "2026-11-22T16:45"),
    ],
)
def test_a_win_shows_the_clock_where_it_happened(ana, offset, time, wall_clock):
    tap = {**win(), "offset": offset}
    ana.sends(tap)
    row = win_row(win_of(ana.me, tap["id"]))
    assert (row.time, row.wall_clock) == (time, wall_clock)
