"""Which column of a table is which, and choosing another (R25)."""

import pytest

from webapp.rules.objectives.value_tables import Choices, read_table, table_layout
from webapp.rules.shared.problems import Invalid
from webapp.rules.tables.columns import named_columns

NAMED = "Datum;Fehler;Lieferungen\n23.11.2026;3;40\n24.11.2026;1;50"


def read(text, **columns):
    """Return the values and exposures of a table, and its columns."""
    table = read_table(text, choices=Choices(columns))
    return [(value.value, value.exposure) for value in table.values], table.dialect.columns


def test_a_second_column_with_an_unknown_heading_is_not_of_how_many():
    values, columns = read(NAMED)
    assert values == [(3, None), (1, None)]
    assert (columns.value, columns.exposure, columns.unused) == (1, None, (2,))


def test_it_is_when_somebody_chooses_it():
    assert read(NAMED, exposure="2")[0] == [(3, 40), (1, 50)]
    assert read(NAMED, value="2", exposure="1")[0] == [(40, 3), (50, 1)]


def test_a_heading_that_says_so_is_believed_and_can_be_turned_down():
    text = "date;defects;of\n2026-11-23;3;40"
    assert read(text)[0] == [(3, 40)]
    assert read(text, exposure="none")[0] == [(3, None)]


def test_without_headings_the_third_of_three_is_of_how_many_and_of_more_none_is():
    assert read("2026-11-23;3;40")[0] == [(3, 40)]
    values, columns = read("2026-11-23;3;40;7")
    assert (values, columns.unused) == ([(3, None)], (2, 3))


def test_another_column_can_be_the_value_or_the_day():
    text = "2026-11-23;3;2026-12-24;5"
    assert read(text, value="3")[0] == [(5, None)]
    table = read_table(text, choices=Choices({"day": "2"}))
    assert table.values[0].day.isoformat() == "2026-12-24"


def test_the_columns_have_names_to_choose_by():
    assert read_table(NAMED).dialect.names == ("Datum", "Fehler", "Lieferungen")
    assert read_table("2026-11-23;3;\n2026-11-24;;40").dialect.names == ("2026-11-23", "3", "40")


@pytest.mark.parametrize("chosen", [{"day": "1", "value": "1"}, {"value": "2", "exposure": "2"}])
def test_one_column_cannot_be_two_things(chosen):
    with pytest.raises(Invalid, match="Choose another column for each"):
        read(NAMED, **chosen)


@pytest.mark.parametrize("nonsense", ["", "9", "-1", "x", "²", "9" * 5000, "٢"])
def test_a_column_that_is_not_there_is_as_if_none_was_chosen(nonsense):
    assert read(NAMED, value=nonsense)[0] == [(3, None), (1, None)]


@pytest.mark.parametrize(
    "heading",
    [("DATE", "Value", "Of"), ("Di\u0301a", "VALOR", "De"), ("التّاريخ", "القيمه", "مـن")],
)
def test_headings_are_known_however_they_are_written(heading):
    assert named_columns(heading) == {"day": 0, "value": 1, "exposure": 2}


NOTES = "date;note;defects\n2026-11-23;12;3\n2026-11-24;late again;4\n2026-11-25;see 7;5"


def test_a_note_among_which_a_number_is_is_no_column_of_numbers():
    values, columns = read(NOTES)
    assert values == [(3, None), (4, None), (5, None)]
    assert columns.unused == ()


def test_the_day_is_the_column_with_most_dates():
    assert read("2026-01-01;2026-11-23;3\nlater;2026-11-24;4")[1].day == 1


@pytest.mark.parametrize("text", ["a;b\n2026-11-23;x", NAMED, "2026-11-23;1.000;3"])
def test_a_table_that_cannot_be_read_still_has_columns_to_choose(text):
    assert table_layout(text).columns.day == 0


def test_a_choice_that_makes_no_table_is_as_if_none_was_made():
    assert table_layout(NAMED, Choices({"day": "1", "value": "1"})) == table_layout(NAMED)
    assert table_layout("words") is None
