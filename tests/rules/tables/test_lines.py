"""Lines of a table, and files that are none."""

import pytest

from webapp.rules.objectives.value_tables import read_table
from webapp.rules.shared.problems import Invalid
from webapp.rules.tables.files import decode

XLSX = b"PK\x03\x04\x14\x00\x06\x00\x08\x00" + bytes(range(256))
OTHERS = [
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    b"\x1f\x8b\x08\0",
    b"\xff\xd8\xff\xe0\0\x10JFIF\0",
    b"a\0b",
]


def said(text):
    """Return the one sentence about a table."""
    with pytest.raises(Invalid) as refused:
        read_table(text)
    [problem] = refused.value.problems
    return str(problem)


def test_a_quotation_mark_that_is_never_closed_is_told_where_it_opens():
    says = said('date;value\n2026-11-23;1\n"2026-11-24;2\n2026-11-25;3\n2026-11-26;4')
    assert says.startswith("Line 3: a quotation mark begins a cell there")


@pytest.mark.parametrize(
    "text",
    [
        '2026-11-23;1\n2026-11-24;"2\n2026-11-25;3\n2026-11-26;4"\n2026-11-27;5',
        '2026-11-23;1;a\n2026-11-24;2;"b\n2026-11-25;3;c\n2026-11-26;4;d"\n2026-11-27;5;e',
        'date;value\n2026-11-23,1\n24.11.2026;"2\n25.11.2026;3\n26.11.2026;4"',
    ],
)
def test_lines_that_two_quotation_marks_swallow_are_told(text):
    assert "stand between two quotation marks" in said(text)
    assert said(text).startswith("Lines ")


def test_a_note_of_several_lines_is_no_disorder():
    text = 'date;value;note\n2026-11-23;1;"two\nlines; three words"\n2026-11-24;2;'
    assert [value.value for value in read_table(text).values] == [1, 2]


def test_something_behind_a_closing_mark_is_told():
    assert said('2026-11-23;1\n2026-11-24;"2"5').startswith("Line 2: a quotation mark")


def test_inches_are_no_quotation():
    assert [value.value for value in read_table('d;v;n\n2026-11-23;1;12" pipe').values] == [1]


@pytest.mark.parametrize("content", [XLSX, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(50)])
def test_a_spreadsheet_file_gets_one_sentence(content):
    with pytest.raises(Invalid, match="This is a spreadsheet file, not CSV"):
        decode(content)


@pytest.mark.parametrize("content", OTHERS)
def test_a_file_without_text_gets_one_sentence(content):
    with pytest.raises(Invalid, match="This file holds no text"):
        decode(content)


def test_marks_of_old_programs_are_still_text():
    assert decode(b"2026-11-23;1\r\n\x1a") == "2026-11-23;1\r\n\x1a"
    assert decode(b"") == ""


@pytest.mark.parametrize("mark", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_no_line_is_lost_however_lines_end(mark):
    text = mark.join(["date;value", "2026-11-23;1", "2026-11-24;2", "2026-11-25;3"])
    assert [value.value for value in read_table(text).values] == [1, 2, 3]


@pytest.mark.parametrize("separator", [";", "\t", ",", "|", "؛", "،", " | ", "\u00a0;\u00a0"])
def test_cells_are_set_apart_by_what_keyboards_and_programs_have(separator):
    text = "\n".join(separator.join([f"2026-11-2{number}", str(number)]) for number in (1, 2))
    assert [value.value for value in read_table(text).values] == [1, 2]


@pytest.mark.parametrize("note", ["a;b", "a|b", "one, two; three"])
def test_a_note_with_another_separator_decides_nothing(note):
    text = f'2026-11-23,1,"{note}"\n2026-11-24,2,"{note}"'
    assert [value.value for value in read_table(text).values] == [1, 2]


def test_a_line_that_is_cut_where_the_beginning_ends_decides_nothing():
    text = "\n".join(f"{'x' * 900},2026-11-{day},{day}" for day in range(10, 30))
    assert len(read_table(text).values) == 20


@pytest.mark.parametrize("encoding", ["utf-32", "utf-16-le", "utf-16-be"])
def test_an_encoding_that_is_not_read_gets_one_sentence(encoding):
    with pytest.raises(Invalid, match="This file holds no text"):
        decode("date;value\n2026-11-24;5".encode(encoding))


def test_of_how_many_is_no_share():
    assert said("date;value;of\n2026-11-23;3;40%") == (
        "Line 2: of how many: “40%” is no count. Write how many, or leave it out."
    )
