"""The lattice: its order, its cycles, its picture (R24)."""

import itertools
import random

import pytest

from webapp.rules.charts.lattice import draw_lattice
from webapp.rules.objectives.lattice import (
    depth_first,
    everything_above,
    find_cycle,
    layers,
    paths_up,
)

FIVE = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")]


def test_what_serves_is_listed_below_what_it_serves():
    links = [("b", "a"), ("c", "a"), ("d", "b")]
    assert depth_first(["a", "b", "c", "d"], links) == [("a", 0), ("b", 1), ("d", 2), ("c", 1)]


def test_an_objective_that_serves_several_is_listed_once_below_the_first():
    links = [("c", "a"), ("c", "b")]
    assert depth_first(["a", "b", "c"], links) == [("a", 0), ("c", 1), ("b", 0)]


def test_links_to_what_is_gone_are_left_out():
    assert depth_first(["a"], [("a", "gone"), ("gone", "a")]) == [("a", 0)]
    assert depth_first([], []) == []


def test_a_cycle_through_five_is_returned_with_its_path():  # R24
    assert find_cycle("e", ["a"], FIVE) == ["e", "a", "b", "c", "d", "e"]


def test_serving_itself_is_a_cycle():
    assert find_cycle("a", ["a"], []) == ["a", "a"]


def test_two_paths_to_one_top_are_no_cycle():
    links = [("d", "b"), ("b", "a"), ("c", "a")]
    assert find_cycle("d", ["b", "c"], links) == []


def test_what_it_serves_now_is_given_up_by_the_new_choice():
    assert find_cycle("a", [], FIVE) == []
    assert find_cycle("b", ["a"], [("a", "c"), ("b", "a")]) == []


@pytest.mark.parametrize("seed", range(50))
def test_a_lattice_that_refuses_every_cycle_never_has_one(seed):
    rng = random.Random(seed)
    nodes, links = list("abcdefgh"), []
    for _ in range(40):
        node, served = rng.sample(nodes, 2)
        given = [other for one, other in links if one == node]
        if not find_cycle(node, [*given, served], links):
            links.append((node, served))
    assert len(depth_first(nodes, links)) == len(layers(nodes, links)) == len(nodes)
    depth = layers(nodes, links)
    assert all(depth[node] > depth[served] for node, served in links)


def test_all_paths_up_are_returned():
    links = [("d", "b"), ("d", "c"), ("b", "a"), ("c", "a")]
    assert paths_up("d", links) == [["b", "a"], ["c", "a"]]
    assert paths_up("a", links) == []


def test_of_very_many_paths_ten_are_returned():
    links = [(f"{n}{x}", f"{n + 1}{y}") for n in range(9) for x in "ab" for y in "ab"]
    assert len(paths_up("0a", links)) == 10


def test_a_picture_of_nothing_is_empty():
    assert draw_lattice({}, []).boxes == ()


@pytest.mark.parametrize("seed", range(30))
def test_no_box_lies_on_another_and_each_tie_is_a_line(seed):
    drawn, links = drawn_by_chance(seed)
    assert len(drawn.ways) == len(links)
    assert all(box.x >= 0 and box.x + box.width <= drawn.width for box in drawn.boxes)
    assert all(box.y >= 0 and box.y + box.height <= drawn.height for box in drawn.boxes)
    for one, other in itertools.combinations(drawn.boxes, 2):
        beside = one.x + one.width <= other.x or other.x + other.width <= one.x
        apart = one.y + one.height <= other.y or other.y + other.height <= one.y
        assert beside or apart


def test_what_serves_stands_beside_what_it_serves_however_many_there_are():
    drawn = draw_lattice({"a": "A", "b": "B", "c": "C"}, [("b", "a"), ("c", "a")])
    top, left, right = drawn.boxes
    assert top.x + top.width < left.x == right.x
    assert right.y >= left.y + left.height


def drawn_by_chance(seed):
    """Return the picture of a random lattice, and its links."""
    rng = random.Random(seed)
    names = {str(n): "word " * rng.randint(1, 9) for n in range(rng.randint(1, 14))}
    pairs = list(itertools.combinations(names, 2))
    links = [(b, a) for a, b in rng.sample(pairs, min(len(pairs), rng.randrange(20)))]
    return draw_lattice(names, links), links


def test_all_that_one_leads_to_is_named_once_the_nearest_first() -> None:
    above = {"d": ["b", "c"], "b": ["a"], "c": ["a"]}
    assert everything_above("d", above) == ["b", "c", "a"]
    assert everything_above("a", above) == []
