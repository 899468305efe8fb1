"""The picture of the lattice: its order, and what it does not draw."""

import pytest

from webapp.rules.charts.lattice import LINE, MOST_SLOTS, Sheet, draw_lattice, wrap

NAMES = {str(number): f"Objective {number}" for number in range(200)}


def links(most: int, number: int) -> list[tuple[str, str]]:
    """Return the links by which each of `number` objectives serves the `most` before it."""
    return [(str(one), str(other)) for one in range(number) for other in range(one)[-most:]]


def names(number: int) -> dict[str, str]:
    """Return the first objectives, with their names."""
    return {node: NAMES[node] for node in list(NAMES)[:number]}


def test_a_picture_that_nobody_could_read_is_not_drawn() -> None:
    assert draw_lattice(names(200), links(10, 200)) is None
    assert draw_lattice(names(40), links(200, 40)) is None


def test_what_can_be_read_is_drawn() -> None:
    picture = draw_lattice(names(200), links(1, 200))
    assert picture
    assert len(picture.boxes) == 200
    assert len(picture.ways) == 199


@pytest.mark.parametrize("most", [1, 2, 3])
def test_ordering_measures_each_slot_a_few_times(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured = []
    across = Sheet.across
    monkeypatch.setattr(Sheet, "across", lambda *given: measured.append(1) or across(*given))
    number = 60
    slots = number + sum(min(most, one) * (min(most, one) + 1) // 2 for one in range(number))
    assert draw_lattice(names(number), links(most, number))
    assert slots <= MOST_SLOTS
    assert len(measured) < 30 * slots  # all of them for each layer would be 500 times


def test_a_name_is_shown_whole_in_lines_that_fit_a_box() -> None:
    assert wrap("Fewer defects reach customers", 12) == ("Fewer", "defects", "reach", "customers")
    assert wrap("Fewer defects reach customers", 31) == ("Fewer defects reach customers",)
    lines = wrap("Donaudampfschifffahrt 顧客満足度の向上 AND ALL CAPITALS", 12)
    assert "".join(lines).replace(" ", "") == "Donaudampfschifffahrt顧客満足度の向上ANDALLCAPITALS"
    assert max(map(len, lines)) <= 12
    assert all(len(line) <= 6 for line in lines if line.startswith(("顧", "の")))


def test_a_box_has_room_for_its_name_and_a_line_of_numbers() -> None:
    picture = draw_lattice({"a": "One", "b": "One two three four five " * 3}, [])
    assert picture
    one, longer = picture.boxes
    assert len(longer.lines) > 2
    assert longer.height - one.height == LINE * (len(longer.lines) - 1)


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_up_to_five_columns_fit_a_wide_screen_and_what_is_served_comes_first(number: int) -> None:
    picture = draw_lattice(names(number), links(1, number))
    assert picture
    assert picture.width <= 970
    assert [box.id for box in sorted(picture.boxes, key=lambda box: box.x)] == list(names(number))


def test_a_line_says_from_where_it_leads_to_what() -> None:
    picture = draw_lattice(names(3), [("1", "0"), ("2", "1")])
    assert picture
    assert [(way.node, way.served) for way in picture.ways] == [("1", "0"), ("2", "1")]
