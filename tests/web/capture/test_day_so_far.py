"""What Today says of the day so far: a number, stones, dots."""

import pytest

from tests.support.make import DAY, Someone, win
from tests.support.plans import active_goal
from tests.web.conftest import Browser
from webapp.domain.account.settings import change_setting
from webapp.web.shared.clock import now


@pytest.mark.parametrize(
    ("number", "said", "shown"),
    [(0, "0 wins", 0), (1, "1 win", 1), (3, "3 wins", 3), (9, "9 wins", 7)],
)
def test_the_wins_of_the_day_are_a_number_and_as_many_stones(
    as_ana: Browser, ana: Someone, number: int, said: str, shown: int
) -> None:
    moment = now()
    ana.sends(*[win(at=moment - n) for n in range(number)], now=moment)
    page = as_ana.get("/").text
    assert f'id="number">{said} today<' in page
    stones = page.partition('id="cairn"')[2].partition("</svg>")[0]
    assert (stones.count("<rect"), stones.count('class="stone')) == (7, shown)


def test_the_stone_of_a_goal_has_a_vein(as_ana: Browser, ana: Someone) -> None:
    goal = active_goal(ana)
    moment = now()
    ana.sends(win(at=moment - 2), win(at=moment - 1, goal=goal), now=moment)
    stones = as_ana.get("/").text.partition('id="cairn"')[2].split("<rect")[1:]
    assert ["vein" in stone for stone in stones] == [False, True, *[False] * 5]


def test_while_the_question_is_open_no_number_stones_or_dots_show(
    as_ana: Browser, ana: Someone
) -> None:  # R10
    moment = now()
    ana.sends(win(at=moment - 5 * DAY), win(at=moment), now=moment)
    change_setting(ana.me, "checkin_days", [])
    assert " hidden" not in momentum_of(as_ana)
    change_setting(ana.me, "checkin_days", list("0123456"))
    assert " hidden" in momentum_of(as_ana)


def momentum_of(browser: Browser) -> str:
    """Return the tag around what Today says of the day's wins."""
    return browser.get("/").text.partition('id="momentum"')[2].partition(">")[0]
