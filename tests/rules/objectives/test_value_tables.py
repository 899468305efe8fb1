"""Tables of values as spreadsheets write them (R25)."""

from datetime import date

import pytest

from tests.support.steps import calls_of
from webapp.rules.objectives.indicators import Value
from webapp.rules.objectives.value_tables import MOST_ROWS, read_table, write_table
from webapp.rules.shared.problems import Invalid
from webapp.rules.tables.columns import column
from webapp.rules.tables.files import decode
from webapp.rules.tables.lines import separator_of


def numbers(text):
    """Return the values of a table, by day."""
    return {value.day.isoformat(): value.value for value in read_table(text).values}


def problems(text):
    """Return the problems of a table that cannot be read."""
    with pytest.raises(Invalid) as refused:
        read_table(text)
    return [str(problem) for problem in refused.value.problems]


@pytest.mark.parametrize(
    "text",
    [
        "date;value\n2026-11-23;12,5\n2026-11-24;13",
        "Datum;Wert\r\n23.11.2026;12,5\r\n24.11.2026;13\r\n",
        "day,value\n2026-11-23,12.5\n2026-11-24,13",
        "2026-11-23\t12.5\n2026-11-24\t13",
        "2026-11-23\t12,5\n2026-11-24\t13",
        '"date","value"\n"11/23/2026","12.5"\n"11/24/2026","13"',
        "date,value\n23/11/2026,12.5\n24/11/2026,13",
        '2026-11-23,"12,5"\n2026-11-24,"13"',
        "value;date\n12,5;2026-11-23\n13;2026-11-24",
        "2026-11-23 08:15;12,5\n2026-11-24T09:00;13",
        "\n\n2026/11/23;12,5\n\n2026/11/24;13\n\n",
        "when;how much\n23.11.2026;12,5\n24.11.2026;13",
        "23-11-2026;12,5 %\n24-11-2026;13 %",
        "sep=;\r\nDatum;Wert\r\n23.11.2026;12,5\r\n24.11.2026;13",
        '"sep=,"\n2026-11-23,12.5\n2026-11-24,13',
    ],
)
def test_the_same_values_are_read_however_they_are_written(text):
    assert numbers(text) == {"2026-11-23": 12.5, "2026-11-24": 13}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-11-24;1.234,5", 1234.5),
        ("2026-11-24;1,234.5", 1234.5),
        ("2026-11-24;1 234,5", 1234.5),
        ("2026-11-24;1'234.5", 1234.5),
        ('2026-11-24,"1,234"', 1234),  # with commas it parts thousands
        ("2026-11-24;1.234.567", 1234567),
        ("2026-11-24;−3", -3),
        ("2026-11-24;+3", 3),
        ("2026-11-24;1e3", 1000),
        ("2026-11-24;,5", 0.5),
        ("2026-11-24;0", 0),
    ],
)
def test_numbers_are_read_as_they_are_meant(text, value):
    if value == 1234567:  # only thousands can be parted more than once
        text = "2026-11-23;1,5\n" + text
    assert numbers(text)["2026-11-24"] == value


def test_one_number_shows_the_decimal_mark_of_all():
    assert numbers("2026-11-23;1.234\n2026-11-24;2.000,5") == {
        "2026-11-23": 1234,
        "2026-11-24": 2000.5,
    }


def test_a_decimal_mark_unlike_the_others_is_reported_and_never_dropped():
    assert problems("2026-11-23;6.7\n2026-11-24;6,4") == [
        "Line 1: “6.7” has another mark before the fraction than other numbers here."
    ]
    assert problems("2026-11-23;1.5\n2026-11-24;1,23.4") != []


def test_a_comma_that_can_mean_two_things_is_asked_about():
    assert problems("2026-11-24\t1,234") == [
        "Numbers like 1,234 can mean 1234 or 1.234 here. Choose the mark before the fraction."
    ]


def test_one_clear_date_decides_how_dates_with_slashes_are_read():
    assert list(numbers("3/4/2026;1\n3/25/2026;2")) == ["2026-03-04", "2026-03-25"]
    assert list(numbers("3/4/2026;1\n25/3/2026;2")) == ["2026-03-25", "2026-04-03"]
    assert list(numbers("4/4/2026;1")) == ["2026-04-04"]


def test_dates_that_can_mean_two_things_are_asked_about():
    [says] = problems("3/4/2026;1\n4/5/2026;2")
    assert "3/4/2026 begin with the day or the month" in says


def test_a_date_that_does_not_fit_the_others_is_reported_with_its_line():
    assert problems("25/3/2026;1\n3/26/2026;2") == [
        "Line 2: “3/26/2026” is no date. Write it as 2026-11-24."
    ]


def test_of_a_repeated_date_the_last_line_counts_and_it_is_said():
    table = read_table("2026-11-23;1\n2026-11-24;2\n2026-11-23;3")
    assert table.values[0] == Value(date(2026, 11, 23), 3)
    assert (table.rows, table.repeated) == (3, ("2026-11-23",))


def test_a_third_column_is_of_how_many():  # R25
    table = read_table("date;defects;of\n2026-11-23;3;40\n2026-11-24;1;")
    assert [(one.value, one.exposure) for one in table.values] == [(3, 40), (1, None)]
    assert read_table("2026-11-23,3,40").values[0].exposure == 40


def test_other_columns_are_left_alone_when_names_say_which_is_which():
    text = "team;date;note;value\nA;2026-11-23;5;12\nA;2026-11-24;6;13"
    assert numbers(text) == {"2026-11-23": 12, "2026-11-24": 13}


@pytest.mark.parametrize("of", ["0", "-1"])
def test_of_none_or_less_is_refused(of):
    assert "of how many" in problems(f"2026-11-23;3;{of}")[0]


def test_lines_without_a_value_are_left_out_and_counted():
    table = read_table("2026-11-23;\n2026-11-24;2\n2026-11-25;")
    assert (len(table.values), table.empty, table.rows) == (1, 2, 1)


def test_every_line_that_cannot_be_read_is_reported_and_none_is_stored():
    result = problems("2026-11-23;1\nnever;2\n2026-11-25;many\n2026-02-30;1")
    assert [one.partition(":")[0] for one in result] == ["Line 2", "Line 3", "Line 4"]


def test_of_very_many_lines_twenty_are_reported():
    result = problems("2026-11-23;1\n" + "never;1\n" * 30)
    assert (len(result), result[-1]) == (21, "And 10 more lines that cannot be read.")


def test_a_line_is_reported_by_its_number_in_the_file():
    result = problems('date;value;note\n2026-11-23;1;"two\nlines"\n\nnever;2;')
    assert result[0].startswith("Line 5:")
    assert problems("sep=;\n2026-11-23;1\nnever;2")[0].startswith("Line 3:")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "nothing in this table"),
        (" \n\n ", "nothing in this table"),
        ("date;value", "a date and a value"),
        ("2026-11-23", "a date and a value"),
        ("hello", "a date and a value"),
        ("2026-11-23;", "No line of this table"),
        ("2026-11-23;1e16", "too large"),
        ("2026-11-23;nan", "no number"),
        ("2026-11-23;inf", "no number"),
        ("2026-11-23;1.2.3", "no number"),
        ("1815-06-18;1", "not between the years 1900 and 2199"),
        ("23.11.26;1\n2026-11-23;1", "no date"),
        ("2026-11-23;1\n24.11.2026\x00;1", "no date"),
    ],
)
def test_what_cannot_be_read_is_said(text, says):
    assert says in " ".join(problems(text))


@pytest.mark.long
def test_fifty_thousand_lines_are_read_and_more_are_refused():
    line = "2026-11-23;1\n"
    assert read_table(line * MOST_ROWS).rows == MOST_ROWS
    assert problems(line * (MOST_ROWS + 1)) == [
        "This has 50001 lines. Cut it into parts of 50000 at the most."
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_files_of_windows_and_others_are_decoded(encoding):
    text = "Datum;Größe – “Wert”\n23.11.2026;1"
    assert decode(text.encode(encoding)) == text


def test_big_endian_utf_16_and_broken_bytes_are_no_obstacle():
    assert decode(b"\xfe\xff" + "größe".encode("utf-16-be")) == "größe"
    assert decode(b"\xff\xfe\xd8")
    assert decode(b"\x81\x8d")


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("a;b\n1,5;2", ";"),
        ("a\tb\n1,5\t2", "\t"),
        ("a,b\n1,2", ","),
        ("title\na,b", ","),
        ("", ";"),
    ],
)
def test_the_separator_is_the_one_that_all_lines_have(text, separator):
    assert separator_of(text) == separator


def test_a_written_table_is_read_as_the_same_values():
    values = (Value(date(1900, 1, 1), 0.1 + 0.2), Value(date(2026, 11, 23), -1e15, 1 / 3))
    assert read_table(write_table(values)).values == values


def test_a_quotation_mark_that_is_left_open_takes_nothing_quietly():
    assert problems('2026-11-23;1\n"2026-11-24;2\n2026-11-25;3')


def test_a_line_of_very_many_cells_is_refused_before_its_columns_are_looked_at():
    table = "2026-11-24;1\n2026-11-25;2" + ";3" * 60_000

    def read() -> None:
        with pytest.raises(Invalid) as refused:
            read_table(table)
        assert refused.value.problems[0].values == {"line": 2, "most": 50}

    assert calls_of(column, read) == 0
