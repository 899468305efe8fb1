"""CSV files in which a spreadsheet runs nothing."""

import csv
import io

import pytest

from webapp.rules.shared.spreadsheets import to_csv


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


@pytest.mark.parametrize("words", ["=1+1", "+49", "-2", "@SUM(A1)", "\t=1", "  =1", "＝1"])
def test_what_a_spreadsheet_would_run_stays_words(words):
    assert read(to_csv(["what"], [[words]]))[1] == [f"'{words}"]


@pytest.mark.parametrize("mark", [";", "; ", "\t", "\n", "\r\n", ';"'])
@pytest.mark.parametrize("run", "=+-@＝")
def test_no_cell_runs_where_another_mark_separates_cells(mark, run):
    assert read(to_csv(["what"], [[f"x{mark}{run}1;y"]]))[1] == [f"x{mark}'{run}1;y"]


def test_a_negative_number_stays_a_number():
    assert read(to_csv(["change"], [[-2.5]]))[1] == ["-2.5"]


def test_commas_quotes_and_lines_come_back_as_they_were():
    words = 'Said "done", then\nshipped'
    assert read(to_csv(["what"], [[words]]))[1] == [words]


def test_it_says_that_it_is_utf_8():
    assert to_csv(["أ"], []).encode().startswith(b"\xef\xbb\xbf")


def test_a_cell_that_runs_is_made_harmless_wherever_it_is_split():
    assert read(to_csv(["what"], [["=1;=2"]]))[1] == ["'=1;'=2"]


def test_a_header_runs_nothing_either():
    assert read(to_csv(["=1"], []))[0] == ["'=1"]
