"""Which of several values of a field is the current one."""

from itertools import permutations

from webapp.rules.capture.revisions import ReplacedValue, Revision, current_values, replaced_values

GIVEN = [
    Revision("what", "first", 100, "c"),
    Revision("what", "second", 300, "a"),
    Revision("what", "overtaken", 200, "d"),
    Revision("impact", "saves an hour", 150, "b"),
    Revision("impact", "", 160, "e"),
]
AT_ONCE = [
    Revision("what", "one", 100, "a"),
    Revision("what", "two", 100, "b"),
    Revision("what", "three", 100, "c"),
]


def test_the_latest_value_counts_in_whatever_order_they_arrive():
    for arrived in permutations(GIVEN):
        assert current_values(arrived, "m") == {"what": "second", "impact": ""}


def test_values_of_one_moment_are_settled_by_entry_id():
    for arrived in permutations(AT_ONCE):
        assert current_values(arrived, "m") == {"what": "three"}


def test_the_same_value_given_twice_is_one():
    assert current_values([GIVEN[0], GIVEN[0]], "m") == {"what": "first"}


def test_nothing_given_is_nothing():
    assert current_values([], "m") == {}


def test_the_first_value_never_hides_an_edit_whatever_the_clocks_say():
    made, edited = Revision("what", "first", 900, "m"), Revision("what", "edited", 100, "a")
    for arrived in permutations([made, edited]):
        assert current_values(arrived, "m") == {"what": "edited"}


def test_a_replaced_value_has_the_moment_of_its_replacement():
    told = [
        Revision("what", "first", 5, "made"),
        Revision("what", "third", 30, "b"),
        Revision("what", "second", 20, "a"),
        Revision("impact", "", 5, "made"),
        Revision("impact", "2 hours", 25, "c"),
    ]
    assert replaced_values(told, "made") == [
        ReplacedValue("what", "second", 30),
        ReplacedValue("impact", "", 25),
        ReplacedValue("what", "first", 20),
    ]


def test_the_same_words_again_replaced_nothing():
    told = [Revision("what", "same", 5, "made"), Revision("what", "same", 20, "a")]
    assert replaced_values(told, "made") == []
