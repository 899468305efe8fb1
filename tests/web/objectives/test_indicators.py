"""Indicators, their values and tables of values over HTTP."""

import io
import re
import uuid
from datetime import date, timedelta

import pytest

from tests.support.make import OURS, Someone
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from webapp.domain.objectives.indicators import add_indicator, store_values
from webapp.rules.objectives.indicators import Measure, Value
from webapp.storage.objectives.indicators import Indicator, IndicatorValue

DAY = date(2026, 11, 24)


def add(someone: Someone, name: str = "Defects", many: int = 0) -> str:
    one = add_indicator(someone.me, Measure(name, "defects", "down"))
    store_values(someone.me, one, [Value(DAY - timedelta(days=n), n, 40) for n in range(many)])
    return one


def test_a_form_stores_one(as_ana: Browser, ana: Someone) -> None:  # R25
    form = {"name": "Days to done", "unit": "days", "better": "down", "baseline": "14,5"}
    answer = as_ana.post("/indicators/", **form)
    assert answer.status_code == 303
    one = Indicator.get(Indicator.owner == ana.me.owner)
    assert (one.name, one.better, one.baseline, one.target) == ("Days to done", "down", 14.5, None)
    assert "Days to done" in as_ana.get("/indicators/").text


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({"name": ""}, "Name what is measured"),
        ({"name": "x", "better": "left"}, "more or less of it"),
        ({"name": "x", "target": "much"}, "such as 12"),
        ({"name": "x", "target": "1e99"}, "too large"),
        ({"name": "x", "unit": "u" * 41}, "41 characters"),
    ],
)
def test_what_cannot_be_stored_is_refused_and_stays_typed(
    as_ana: Browser, form: dict[str, str], says: str
) -> None:
    answer = as_ana.post("/indicators/", **{"better": "up", "baseline": "7", **form})
    assert answer.status_code == 422
    assert says in answer.text
    assert 'value="7"' in answer.text
    assert not Indicator.select().exists()


@pytest.mark.parametrize(("language", "x"), [("en", 308), ("ar", 12)])
def test_the_chart_ends_where_lines_end(
    as_ana: Browser, ana: Someone, language: str, x: float
) -> None:
    one = add(ana, many=3)
    as_ana.post("/languages/", language=language)
    newest = re.findall(r'class="chart__dot" cx="([\d.]+)"', as_ana.get(f"/indicators/{one}").text)[
        -1
    ]
    assert float(newest) == x


def test_it_is_changed_and_deleted(as_ana: Browser, ana: Someone) -> None:
    one = add(ana, many=3)
    as_ana.post(f"/indicators/{one}?_method=PATCH", name="Snags", better="down", target="2")
    assert (Indicator.get().name, Indicator.get().target) == ("Snags", 2)
    as_ana.post(f"/indicators/{one}?_method=DELETE")
    assert not IndicatorValue.select().exists()


def test_a_value_is_added_by_hand(as_ana: Browser, ana: Someone) -> None:  # R25
    one = add(ana)
    as_ana.post(f"/indicators/{one}/values/", day="2026-11-24", value="3", exposure="40")
    page = as_ana.get(f"/indicators/{one}").text
    assert "of 40, 7.5%" in page
    assert "<svg" in page


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({"day": "soon", "value": "3"}, "Give the day"),
        ({"day": "1815-06-18", "value": "3"}, "from 1900 to 2199"),
        ({"day": "2026-11-24", "value": ""}, "Give a number"),
        ({"day": "2026-11-24", "value": "three"}, "such as 12"),
        ({"day": "2026-11-24", "value": "3", "exposure": "0"}, "above 0"),
    ],
)
def test_a_bad_value_is_refused_in_a_sentence(
    as_ana: Browser, ana: Someone, form: dict[str, str], says: str
) -> None:
    answer = as_ana.post(f"/indicators/{add(ana)}/values/", **form)
    assert answer.status_code == 422
    assert says in answer.text
    assert not IndicatorValue.select().exists()


def test_a_value_is_deleted(as_ana: Browser, ana: Someone) -> None:
    one = add(ana, many=2)
    as_ana.post(f"/indicators/{one}/values/2026-11-24?_method=DELETE")
    assert [stored.day for stored in IndicatorValue.select()] == ["2026-11-23"]


def test_a_file_is_looked_over_and_then_stored(as_ana: Browser, ana: Someone) -> None:  # R25
    one = add(ana)
    content = "Datum;Größe\r\n23.11.2026;12,5\r\n24.11.2026;13\r\n".encode("cp1252")
    sent = {"file": (io.BytesIO(content), "values.csv"), "table": ""}
    seen = as_ana.client.post(f"/indicators/{one}/previews/", data=sent, headers=OURS)
    assert "2 values" in seen.text
    assert not IndicatorValue.select().exists()
    text = seen.text.partition('aria-label="Table">')[2].partition("</textarea>")[0]
    assert as_ana.post(f"/indicators/{one}/tables/", table=text).status_code == 303
    assert [stored.value for stored in IndicatorValue.select()] == [12.5, 13]


def test_htmx_is_led_on_to_the_indicator(as_ana: Browser, ana: Someone) -> None:
    one = add(ana)
    answer = as_ana.htmx(f"/indicators/{one}/tables/", table="2026-11-24;1")
    assert answer.headers["HX-Redirect"] == f"/indicators/{one}?stored=1"


def test_a_bad_table_is_reported_line_by_line_and_comes_back(as_ana: Browser, ana: Someone) -> None:
    one = add(ana)
    for path in ("previews", "tables"):
        answer = as_ana.post(f"/indicators/{one}/{path}/", table="2026-11-24;1\n<never>;2")
        assert answer.status_code == 422
        assert "Line 2: “&lt;never&gt;” is no date" in answer.text
        assert "2026-11-24;1\n&lt;never&gt;;2" in answer.text
    assert not IndicatorValue.select().exists()


@pytest.mark.long
def test_fifty_thousand_lines_are_not_too_much(as_ana: Browser, ana: Someone) -> None:
    one, days = add(ana), [date(1900, 1, 1) + timedelta(days=n) for n in range(50_000)]
    table = "\n".join(f"{day};{n / 7:.3f};40" for n, day in enumerate(days))
    assert as_ana.post(f"/indicators/{one}/tables/", table=table).status_code == 303
    assert IndicatorValue.select().count() == 50_000


@pytest.mark.long
def test_one_bad_line_of_fifty_thousand_stores_nothing(as_ana: Browser, ana: Someone) -> None:
    one, days = add(ana), [date(1900, 1, 1) + timedelta(days=n) for n in range(49_999)]
    table = "\n".join([*(f"{day};{n};40" for n, day in enumerate(days)), "never;2"])
    for path in ("previews", "tables"):
        answer = as_ana.post(f"/indicators/{one}/{path}/", table=table)
        assert answer.status_code == 422
        assert "Line 50000: “never” is no date." in answer.text
    assert not IndicatorValue.select().exists()


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig", "utf-16"])
def test_a_file_of_excel_on_windows_is_read_with_its_commas_and_repeated_days(
    as_ana: Browser, ana: Someone, encoding: str
) -> None:
    one = add(ana)
    lines = ("sep=;", "Datum;Größe", "23.11.2026;1.012,5", "24.11.2026;13", "23.11.2026;2.000,5")
    content = "\r\n".join(lines).encode(encoding)
    sent = {"file": (io.BytesIO(content), "Größe.csv"), "table": ""}
    page = as_ana.client.post(f"/indicators/{one}/previews/", data=sent, headers=OURS).text
    assert "2 values" in page
    assert "1 day stands there more than once; the last line of it counts: Mon" in page
    text = page.partition('aria-label="Table">')[2].partition("</textarea>")[0]
    as_ana.post(f"/indicators/{one}/tables/", table=text)
    assert [stored.value for stored in IndicatorValue.select()] == [2000.5, 13]


def test_more_than_four_megabytes_are_and_elsewhere_much_less_is(
    as_ana: Browser, ana: Someone
) -> None:
    one = add(ana)
    for path, size in (("tables/", 4_100_000), ("previews/", 4_100_000), ("values/", 300_000)):
        assert as_ana.post(f"/indicators/{one}/{path}", table="x" * size).status_code == 413


def test_somebody_elses_cannot_be_seen_or_changed(as_cleo: Browser, ana: Someone) -> None:
    one = add(ana, many=1)
    for path in (f"/indicators/{one}", f"/indicators/{one}/edit", f"/indicators/{one}/tables/new"):
        assert as_cleo.get(path).status_code == 404
    for path in ("values/", "tables/", "previews/", "?_method=PATCH", "?_method=DELETE"):
        slash = "" if path.startswith("?") else "/"
        form = {"name": "x", "day": "2026-11-24", "value": "9", "table": "2026-11-24;9"}
        assert as_cleo.post(f"/indicators/{one}{slash}{path}", **form).status_code == 404
    assert IndicatorValue.get().value == 0


@pytest.mark.parametrize("path", ["/indicators/", "/indicators/new", "/indicators/x"])
def test_signed_out_people_see_nothing(signed_out: Browser, path: str) -> None:
    assert signed_out.get(path).status_code == 303


def test_values_are_paged_without_gap_or_repeat(as_ana: Browser, ana: Someone) -> None:
    one = add(ana, many=70)
    seen: list[str] = []
    path: str | None = f"/indicators/{one}"
    while path:
        page = as_ana.get(path).text.partition("</main>")[0]
        seen += [part[:10] for part in page.split(f"/indicators/{one}/values/")[1:]]
        before = page.partition("?before=")[2].partition('"')[0]
        path = f"/indicators/{one}?before={before}" if before else None
    assert len({day for day in seen if day[:2] == "20"}) == 70


def test_its_queries_do_not_grow_with_its_rows(as_ana: Browser, ana: Someone) -> None:
    one = add(ana, many=1)
    for path in ("/indicators/", f"/indicators/{one}"):
        as_ana.get(path)
        with counted_queries() as few:
            as_ana.get(path)
        for n in range(20):
            add(ana, f"Indicator {n}", many=2)
        store_values(ana.me, one, [Value(DAY - timedelta(days=n), n) for n in range(300)])
        with counted_queries() as many:
            as_ana.get(path)
        assert len(few) == len(many) <= 10


def test_missing_and_anothers_are_answered_alike(as_cleo: Browser, ana: Someone) -> None:
    theirs, none = (as_cleo.get(f"/indicators/{i}") for i in (add(ana), uuid.uuid4()))
    assert (theirs.status_code, theirs.data) == (none.status_code, none.data)


def test_the_chart_of_values_with_an_exposure_is_one_of_rates(
    as_ana: Browser, ana: Someone
) -> None:
    one = add_indicator(ana.me, Measure("Defects", "defects", "down", target=2))
    values = [Value(date(2026, 11, 20), 10, 100), Value(date(2026, 11, 21), 20, 400)]
    store_values(ana.me, one, values)
    page = as_ana.get(f"/indicators/{one}").text
    chart = page[page.index('<svg class="chart"') :].partition("</svg>")[0]
    assert "the newest value is 5%." in chart
    assert ('data-kind="target"' in chart, "Share in %" in page) == (False, True)
