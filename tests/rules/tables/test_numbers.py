"""The decimal mark of a table, and what is asked when it does not show (R25)."""

import pytest

from webapp.rules.objectives.indicators import Value
from webapp.rules.objectives.value_tables import Choices, read_table, write_table
from webapp.rules.shared.number_formats import ENGLISH, NumberFormat
from webapp.rules.shared.problems import Invalid
from webapp.rules.tables.dates import read_day

GERMAN, SPANISH = NumberFormat(",", "."), NumberFormat(",", ".", 2)
FRENCH = NumberFormat(",", "\u202f")
MARKS = [";", "\t"]


def table(cells, separator=";"):
    """Return a table with these values, one a day."""
    days = (f"2026-11-{day:02}" for day in range(1, 31))
    return "\n".join(f"{day}{separator}{cell}" for day, cell in zip(days, cells, strict=False))


def numbers(cells, separator=";", style=ENGLISH, **chosen):
    """Return the values of a table, by day."""
    read = read_table(table(cells, separator), style, choices=Choices(**chosen))
    return [value.value for value in read.values]


def asked(cells, separator=";", style=ENGLISH):
    """Return the field that is asked for, and the sentence."""
    with pytest.raises(Invalid) as refused:
        read_table(table(cells, separator), style)
    [problem] = refused.value.problems
    return problem.field, str(problem)


@pytest.mark.parametrize("separator", MARKS)
@pytest.mark.parametrize("style", [ENGLISH, SPANISH, FRENCH])
def test_thousands_that_can_be_ones_are_asked_for_and_never_read(separator, style):
    assert asked(["1.000", "999", "1.250"], separator, style)[0] == "decimal"
    if (separator, style) != (";", SPANISH):
        assert asked(["1.234"], separator, style)[0] == "decimal"


@pytest.mark.parametrize("separator", MARKS)
@pytest.mark.parametrize("style", [ENGLISH, GERMAN, SPANISH, FRENCH])
def test_ones_that_can_be_thousands_are_asked_for(separator, style):
    assert asked(["1,000", "999", "1,250"], separator, style)[0] == "decimal"


def test_the_question_shows_a_number_and_both_that_it_can_be():
    assert asked(["999", "1.250"])[1] == (
        "Numbers like 1.250 can mean 1.25 or 1250 here. Choose the mark before the fraction."
    )


@pytest.mark.parametrize("cells", [["1.000", "999", "1.250"], ["1,000", "999", "1,250"]])
def test_what_is_chosen_decides(cells):
    grouped, decimal = (",", ".") if "1.000" in cells else (".", ",")
    assert numbers(cells, decimal=grouped) == [1000, 999, 1250]
    assert numbers(cells, decimal=decimal) == [1, 999, 1.25]


def test_the_separator_and_the_language_decide_where_they_agree():
    assert numbers(["1,234"], ";", GERMAN) == [1.234]
    assert numbers(["1.234", "1.250"], ";", GERMAN) == [1234, 1250]
    assert numbers(["1,234"], ";", FRENCH) == [1.234]
    assert numbers(['"1,234"', '"1,250"'], ",") == [1234, 1250]
    assert numbers(["1.234"], ",") == [1.234]
    assert asked(["1.000", "1.234"], ",")[0] == "decimal"


SHOWN = ["0.5", "1.25", "12.3456", ".5", "1,234.5", "1,234,567", "1 000.5", "1234.567"]


@pytest.mark.parametrize("shown", [*SHOWN, "0.125", "1.5 %", "−1.5"])
@pytest.mark.parametrize("separator", MARKS)
@pytest.mark.parametrize("style", [ENGLISH, GERMAN, FRENCH])
def test_one_number_shows_the_point_of_all(shown, separator, style):
    assert numbers(["1.000", shown], separator, style)[0] == 1
    assert numbers(["1,000", shown], separator, style)[0] == 1000


@pytest.mark.parametrize("shown", ["0,5", "1,25", "1.234,5", "1.234.567", "1 000,5", "5,5"])
@pytest.mark.parametrize("separator", MARKS)
@pytest.mark.parametrize("style", [ENGLISH, GERMAN, FRENCH])
def test_one_number_shows_the_comma_of_all(shown, separator, style):
    assert numbers(["1.000", shown], separator, style)[0] == 1000
    assert numbers(["1,000", shown], separator, style)[0] == 1


WAYS = ["1\u00a0000", "1\u202f000", "1\u2009000", "1\u2007000", "1 000", "1'000", "1’000", "1000"]


@pytest.mark.parametrize(
    "cell", [*WAYS, "١٠٠٠", "١٬٠٠٠", "1000 %", "1000\u00a0%", "١٠٠٠٪", "+1000"]
)
def test_all_that_keyboards_and_spreadsheets_write_is_read(cell):
    assert numbers([cell]) == [1000]


@pytest.mark.parametrize("minus", ["-", "−", "–", "—", "‐", "\u200e-", "\u061c-", "\u200f−"])
def test_every_minus_is_a_minus(minus):
    assert numbers([f"{minus}3"]) == [-3]


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("9" * 400, "too many digits"),
        ("9" * 5000, "too many digits"),
        ("1e999", "too large"),
        ("-1e16", "too large"),
        ("1e-99", "too close to 0"),
        ("nan", "no number"),
        ("-inf", "no number"),
        ("²", "no number"),
        ("1²", "no number"),
        ("5-", "minus of “5-” stands behind"),
        ("(5)", "no number"),
        ("1 5", "no number"),
    ],
)
def test_what_is_no_number_costs_its_own_line_a_sentence(cell, says):
    with pytest.raises(Invalid) as refused:
        read_table(table(["1", cell, "3"]))
    [problem] = refused.value.problems
    assert problem.field == "table"
    assert str(problem).startswith("Line 2: ")
    assert says in str(problem)
    assert len(str(problem)) < 130


def test_per_cent_is_read_where_it_is_counted_and_told_where_something_else_is():
    assert [value.value for value in read_table(table(["12 %"]), unit="%").values] == [12]
    with pytest.raises(Invalid, match=r"Line 1: “12 %” is in %, and this counts days\."):
        read_table(table(["12 %"]), unit="days")


@pytest.mark.parametrize("style", [ENGLISH, GERMAN, SPANISH, FRENCH])
def test_a_written_table_can_be_read_in_one_way_only(style):
    numbers_written = (1.234, 1000.0, 1.25, 12.345, 1e-5, 1e15, 999.999, 0.001)
    values = tuple(
        Value(read_day(f"2026-11-0{n}"), number, number)
        for n, number in enumerate(numbers_written, 1)
    )
    assert read_table(write_table(values), style).values == values


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "1899-12-31", "2200-01-01"])
def test_a_day_of_another_age_is_told(day):
    with pytest.raises(Invalid, match=f"Line 1: “{day}” is not between the years 1900 and 2199"):
        read_table(f"{day};1")


@pytest.mark.parametrize("day", ["0000-01-01", "2026-13-01", "2026-02-30", "²026-01-01"])
def test_a_day_that_is_in_no_calendar_is_told(day):
    with pytest.raises(Invalid, match=f"Line 2: “{day}” is no date"):
        read_table(f"2026-11-01;1\n{day};1")


def test_dates_with_invisible_marks_and_arabic_digits_are_read():
    values = read_table("\u200f٢٤/١١/٢٠٢٦\u200f;٣\n\u200e2026-11-25\u200e;4").values
    assert [value.day.isoformat() for value in values] == ["2026-11-24", "2026-11-25"]


def test_the_order_of_dates_can_be_chosen():
    text = "3/4/2026;1\n4/5/2026;2"
    chosen = [
        read_table(text, choices=Choices(order=order)).values[0].day for order in ("day", "month")
    ]
    assert [day.isoformat() for day in chosen] == ["2026-04-03", "2026-03-04"]


def test_both_questions_are_asked_at_once():
    with pytest.raises(Invalid) as refused:
        read_table("3/4/2026;1.000")
    assert [problem.field for problem in refused.value.problems] == ["order", "decimal"]
