"""What entries can say about a win."""

import pytest

from tests.support.make import DAY, HOUR, NOON
from webapp.rules.capture.fields import WinKind
from webapp.rules.capture.wins import is_counted, parse_win, parse_win_edit
from webapp.rules.shared.moments import EARLIEST
from webapp.rules.shared.problems import Invalid

ID = "0b9e2f4c-1111-4222-8333-444455556666"


def happened(at: object, **more: object) -> dict[str, object]:
    """Return the fields of an edit that says when a win happened."""
    return {"target": ID, "happened": {"at": at, "offset": 60, "zone": "Europe/Berlin", **more}}


@pytest.mark.parametrize("kind", list(WinKind))
def test_words_and_a_kind_make_a_win(kind):
    assert parse_win({"what": " Fixed it ", "kind": kind.value}, NOON).fields.what == "Fixed it"


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("what", {"kind": "quick"}),
        ("what", {"what": "", "kind": "quick"}),
        ("what", {"what": " \n\t", "kind": "quick"}),
        ("what", {"what": None, "kind": "quick"}),
        ("what", {"what": 7, "kind": "quick"}),
        ("what", {"what": "x" * 2001, "kind": "quick"}),
        ("impact", {"what": "x", "kind": "quick", "impact": "a\0b"}),
        ("next_step", {"what": "x", "kind": "quick", "next_step": ["y"]}),
        ("kind", {"what": "x"}),
        ("kind", {"what": "x", "kind": "huge"}),
        ("kind", {"what": "x", "kind": "QUICK"}),
        ("kind", {"what": "x", "kind": ["quick"]}),
        ("kind", {"what": "x", "kind": {}}),
    ],
)
def test_what_is_no_win_is_refused_by_its_field(field, fields):
    with pytest.raises(Invalid) as refused:
        parse_win(fields, NOON)
    assert [problem.field for problem in refused.value.problems] == [field]


def test_an_edit_holds_only_the_fields_that_were_given():
    edit = parse_win_edit({"target": ID, "impact": "Saves an hour", "next_step": ""}, NOON)
    assert edit.values == (("impact", "Saves an hour"), ("next_step", ""))
    assert edit.happened is None


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("what", {"target": ID, "what": ""}),  # a win always says what was done
        ("what", {"target": ID, "what": None}),
        ("impact", {"target": ID, "impact": None}),
        ("target", {"what": "x"}),
        ("target", {"target": "x", "what": "y"}),
        ("evidence", {"target": ID, "evidence": "javascript:alert(1)"}),
        ("objectives", {"target": ID, "objectives": "x"}),
        ("happened", {"target": ID, "happened": None}),
        ("happened", {"target": ID, "happened": NOON}),
        ("at", happened(float(NOON))),
        ("offset", happened(NOON, offset=None)),
    ],
)
def test_what_is_no_edit_is_refused_by_its_field(field, fields):
    with pytest.raises(Invalid) as refused:
        parse_win_edit(fields, NOON)
    assert [problem.field for problem in refused.value.problems] == [field]


@pytest.mark.parametrize("at", [EARLIEST, NOON - 400 * DAY, NOON - HOUR, NOON + DAY])
def test_a_win_can_be_backdated(at):
    assert parse_win_edit(happened(at), NOON).happened.instant == at


@pytest.mark.parametrize("at", [EARLIEST - 1, 0, NOON + DAY + 1])
def test_a_chosen_time_must_be_believable(at):
    with pytest.raises(Invalid, match="Choose a time after 1999"):
        parse_win_edit(happened(at), NOON)


COUNTED = [  # objectives, impact, indicator, measurable, of a goal that was met; counted
    ("", "Saves 3 hours", ID, True, True, False),  # serves no objective
    (ID, "", "", False, False, False),  # not measurable
    (ID, "Saves time", "", False, False, False),
    (ID, "Saves 3 hours", "", False, False, True),
    (ID, "يوفر ٣ ساعات", "", False, False, True),
    (ID, "", ID, False, False, True),
    (ID, "", "", True, False, True),
    (ID, "", "", False, True, True),
]


@pytest.mark.parametrize(
    ("objectives", "impact", "indicator", "measurable", "verified", "counted"), COUNTED
)
def test_a_win_counts_when_it_leads_somewhere_and_can_be_measured(
    objectives, impact, indicator, measurable, verified, counted
):
    said = {
        "impact": impact,
        "indicator": indicator,
        "measurable": measurable,
        "verified": verified,
    }
    assert is_counted(objectives=objectives, **said) is counted


def test_all_problems_of_a_win_are_reported_at_once():
    with pytest.raises(Invalid) as refused:
        parse_win({"what": "", "kind": "huge", "evidence": "ftp://x"}, NOON)
    assert {problem.field for problem in refused.value.problems} == {"what", "kind", "evidence"}
