"""Tables of values: what is asked, what was read, and choosing otherwise (R25)."""

import io
import re
from html import unescape
from typing import Any

import pytest

from tests.support.make import OURS, Someone
from tests.web.conftest import Browser
from webapp.domain.objectives.indicators import add_indicator
from webapp.paths import PACKAGE
from webapp.rules.objectives.indicators import Measure
from webapp.serving import BODY_LIMIT as READ_LIMIT
from webapp.storage.objectives.indicators import IndicatorValue
from webapp.web.shared.forms.multipart import LARGE

UNCLEAR = "2026-11-23;1.000\n2026-11-24;999\n2026-11-25;1.250"
NAMED = "Datum;Fehler;Lieferungen\n23.11.2026;3;40\n24.11.2026;1;50"


@pytest.fixture
def one(ana: Someone) -> str:
    return add_indicator(ana.me, Measure("Visits", "visits", "up"))


def seen(browser: Browser, one: str, table: str, **chosen: str):  # type: ignore[no-untyped-def]
    return browser.post(f"/indicators/{one}/previews/", table=table, **chosen)


def again(browser: Browser, one: str, table: str, **chosen: str):  # type: ignore[no-untyped-def]
    return seen(browser, one, table, again="1", **chosen)


def stored(browser: Browser, one: str, preview: Any) -> list[tuple[float, float | None]]:
    """Return what is stored of a preview."""
    text = preview.text.partition('aria-label="Table">')[2].partition("</textarea>")[0]
    answer = browser.post(f"/indicators/{one}/tables/", table=unescape(text))
    assert answer.status_code == 303, answer.text
    return [(value.value, value.exposure) for value in IndicatorValue.select()]


@pytest.mark.parametrize("separator", [";", "\t"])
@pytest.mark.parametrize("path", ["previews", "tables"])
def test_thousands_that_can_be_ones_are_asked_for(
    as_ana: Browser, one: str, separator: str, path: str
) -> None:
    table = UNCLEAR.replace(";", separator)
    answer = as_ana.post(f"/indicators/{one}/{path}/", table=table)
    assert answer.status_code == 422
    assert "Numbers like 1.000 can mean 1 or 1000 here." in answer.text
    assert "A point: 1.000 is 1<" in answer.text
    assert "A comma: 1.000 is 1000<" in answer.text
    assert table in answer.text  # what was pasted is there to be sent again
    assert not IndicatorValue.select().exists()


@pytest.mark.parametrize(("decimal", "numbers"), [(",", [1000, 999, 1250]), (".", [1, 999, 1.25])])
def test_the_answer_decides_and_what_was_read_is_stored(
    as_ana: Browser, one: str, decimal: str, numbers: list[float]
) -> None:
    preview = again(as_ana, one, UNCLEAR, decimal=decimal)
    assert "3 values" in preview.text
    assert [value for value, _ in stored(as_ana, one, preview)] == numbers


def test_an_answer_is_for_the_table_that_was_asked_about(as_ana: Browser, one: str) -> None:
    assert seen(as_ana, one, UNCLEAR, decimal=",").status_code == 422


def test_dates_that_can_begin_with_day_or_month_are_asked_for(as_ana: Browser, one: str) -> None:
    table = "3/4/2026;1\n4/5/2026;2"
    assert "Dates like 3/4/2026 begin with" in seen(as_ana, one, table).text
    stored(as_ana, one, again(as_ana, one, table, order="month"))
    assert [value.day for value in IndicatorValue.select()] == ["2026-03-04", "2026-04-05"]


def test_a_table_says_which_columns_were_read_and_which_was_not(as_ana: Browser, one: str) -> None:
    page = seen(as_ana, one, NAMED).text
    assert "Day: Datum. Value: Fehler." in page
    assert "Not read: Lieferungen." in page
    assert "Of how many: Lieferungen" not in page


def test_another_column_is_chosen_and_read(as_ana: Browser, one: str) -> None:
    preview = again(as_ana, one, NAMED, day="0", value="1", exposure="2")
    assert "Of how many: Lieferungen." in preview.text
    assert stored(as_ana, one, preview) == [(3, 40), (1, 50)]


def test_columns_without_a_heading_are_called_by_number(as_ana: Browser, one: str) -> None:
    page = seen(as_ana, one, "2026-11-23;3;40").text
    assert "Value: Column 2: 3." in page
    assert "Of how many: Column 3: 40." in page


def test_the_same_choices_stand_chosen_the_next_time(as_ana: Browser, one: str) -> None:
    page = again(as_ana, one, NAMED, day="0", value="2", exposure="1").text
    chosen = re.findall(r'<option value="(\w+)" selected>', page.partition("column-day")[2])
    assert chosen == ["0", "2", "1"]


def test_one_column_twice_is_told(as_ana: Browser, one: str) -> None:
    answer = again(as_ana, one, NAMED, day="0", value="1", exposure="1")
    assert (answer.status_code, "another column for each" in answer.text) == (422, True)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"PK\x03\x04\x14\x00", "This is a spreadsheet file, not CSV."),
        (b"\x89PNG\r\n\x1a\n\x00", "This file holds no text."),
    ],
)
def test_a_file_that_is_no_table_gets_one_sentence(
    as_ana: Browser, one: str, content: bytes, says: str
) -> None:
    sent = {"file": (io.BytesIO(content), "Book1.xlsx"), "table": ""}
    answer = as_ana.client.post(f"/indicators/{one}/previews/", data=sent, headers=OURS)
    assert (answer.status_code, answer.text.count('<li class="problem">')) == (422, 1)
    assert says in answer.text


def test_lines_between_quotation_marks_are_told(as_ana: Browser, one: str) -> None:
    answer = seen(as_ana, one, '2026-11-23;1\n2026-11-24;"2\n2026-11-25;3\n2026-11-26;4"')
    assert answer.status_code == 422
    assert "Lines 2 to 4 stand between two quotation marks" in answer.text


def test_bad_lines_are_told_and_nothing_of_the_table_is_stored(as_ana: Browser, one: str) -> None:
    odd = ["9" * 400, "1e999", "1e-99", "²", "5-", "12 %"]
    lines = [f"2026-11-{day:02};{cell}" for day, cell in enumerate(["7", *odd], 1)]
    table = "\n".join([*lines, "0001-01-01;1", "9999-12-31;1"])
    for path in ("previews", "tables"):
        answer = as_ana.post(f"/indicators/{one}/{path}/", table=table)
        assert (answer.status_code, answer.text.count('<li class="problem">')) == (422, 8)
    assert not IndicatorValue.select().exists()


def test_the_indicator_says_how_many_were_stored(as_ana: Browser, one: str) -> None:
    answer = as_ana.post(f"/indicators/{one}/tables/", table="2026-11-23;1\n2026-11-24;2")
    assert "2 values of the table are stored." in as_ana.get(answer.headers["Location"]).text


def test_the_proxy_lets_through_what_is_taken() -> None:
    caddy = (PACKAGE.parent / "deploy" / "Caddyfile").read_text()
    megabytes = re.search(r"max_size (\d+)MB", caddy)
    assert megabytes is not None
    assert LARGE < int(megabytes[1]) * 1000 * 1000 <= READ_LIMIT


def test_answers_given_one_after_the_other_are_all_kept(as_ana: Browser, one: str) -> None:
    table = "3/4/2026;1.000;7\n4/5/2026;2.000;8"
    form = {"again": "1", **fields(seen(as_ana, one, table).text), "decimal": ","}
    form |= {**fields(seen(as_ana, one, table, **form).text), "order": "month"}
    assert stored(as_ana, one, seen(as_ana, one, table, **form)) == [(1000, 7), (2000, 8)]


def test_other_columns_can_be_chosen_where_a_line_is_wrong(as_ana: Browser, one: str) -> None:
    table = "date;place;defects\n2026-11-23;12;3\n2026-11-24;hall 2;4"
    form = {**fields(seen(as_ana, one, table, value="1", again="1").text), "value": "2"}
    assert stored(as_ana, one, again(as_ana, one, table, **form)) == [(3, None), (4, None)]


def fields(page: str) -> dict[str, str]:
    """Return what the fields send with which a page asks how to read a table."""
    chosen = r'<select [^>]*name="(\w+)" form="given">(?:(?!</select).)*?value="(\w+)" selected'
    hidden = r'<input type="hidden" name="(\w+)" value="([^"]+)" form="given">'
    return dict(re.findall(chosen, page, re.DOTALL) + re.findall(hidden, page))
