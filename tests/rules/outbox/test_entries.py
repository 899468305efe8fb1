"""The entry format, value by value."""

import pytest

from tests.support.make import HOUR, NOON, entry
from webapp.rules.capture.checkins import SCALE_ID, CheckInEdit, Deferral, Rating
from webapp.rules.capture.fields import WinFields, WinKind
from webapp.rules.capture.wins import LoggedWin, WinEdit
from webapp.rules.decisions.decisions import OpenedDecision, Step, TakenStep
from webapp.rules.goals.completions import Completion, CriterionTick
from webapp.rules.outbox.entries import LONGEST_ECHO, VERBS, Undo, echoed_id, parse_entry
from webapp.rules.recognition.recognitions import Citation, Recognised
from webapp.rules.reviews.lines import AddedLine
from webapp.rules.reviews.reviews import ReviewStep
from webapp.rules.shared.ids import id_of_person
from webapp.rules.shared.moments import Moment
from webapp.rules.shared.problems import Invalid

ID = "0b9e2f4c-1111-4222-8333-444455556666"
HAPPENED = {"at": NOON - HOUR, "offset": 60, "zone": "Europe/Berlin"}

SAID = [
    ("log_win", {"what": "x", "kind": "quick"}, LoggedWin(WinFields("x", kind=WinKind.QUICK))),
    (
        "log_win",
        {"what": "x", "kind": "process", "impact": "y", "next_step": "z"},
        LoggedWin(WinFields("x", "y", "z", WinKind.PROCESS)),
    ),
    ("edit_win", {"target": ID, "impact": "y"}, WinEdit(ID, (("impact", "y"),), None)),
    (
        "edit_win",
        {"target": ID, "happened": HAPPENED},
        WinEdit(ID, (), Moment(NOON - HOUR, 60, "Europe/Berlin")),
    ),
    ("check_in", {"rating": 0}, Rating(0, SCALE_ID)),
    ("check_in", {"rating": 10, "scale_id": SCALE_ID, "note": "n"}, Rating(10, SCALE_ID, "n")),
    ("edit_check_in", {"target": ID, "note": ""}, CheckInEdit(ID, (("note", ""),))),
    ("edit_check_in", {"target": ID, "rating": 0}, CheckInEdit(ID, (("rating", "0"),))),
    ("undo", {"target": ID}, Undo(ID)),
    ("defer_check_in", {}, Deferral()),
    ("meet_goal", {"target": ID}, Completion(ID)),
    (
        "meet_goal",
        {"target": ID, "since": NOON, "period": "2026-11-27"},
        Completion(ID, NOON, "2026-11-27"),
    ),
    (
        "tick_criterion",
        {"target": ID, "criterion": 2, "done": True},
        CriterionTick(ID, 2, True, None),
    ),
    (
        "tick_criterion",
        {"target": ID, "criterion": 3, "value": 2},
        CriterionTick(ID, 3, False, 2.0),
    ),
    (
        "open_decision",
        {"what": " Which\nvendor? ", "importance": "important"},
        OpenedDecision("Which vendor?", "important"),
    ),
    ("decide", {"target": ID}, TakenStep(ID, Step.DECIDED)),
    ("decide", {"target": ID, "outcome": "B"}, TakenStep(ID, Step.DECIDED, "B")),
    ("reopen_decision", {"target": ID}, TakenStep(ID, Step.REOPENED)),
    (
        "add_line",
        {"review": ID, "step": "next", "what": " Send it "},
        AddedLine(ID, ReviewStep.NEXT, "Send it"),
    ),
    (
        "recognise",
        {
            "wins": [f"7/{ID}"],
            "achieved": " Cut it ",
            "matters": "Nights are free",
            "to_team": True,
        },
        Recognised((Citation(id_of_person(7), ID),), "Cut it", "Nights are free", "", to_team=True),
    ),
]


@pytest.mark.parametrize(("verb", "fields", "content"), SAID)
def test_every_verb_says_what_its_fields_hold(verb, fields, content):
    assert parse_entry(entry(verb, **fields), NOON).content == content


def test_no_verb_is_left_out_of_the_table():
    assert {verb for verb, _, _ in SAID} == set(VERBS)


def test_an_entry_keeps_its_id_and_the_moment_of_the_tap():
    parsed = parse_entry(entry("undo", id=ID, at=NOON - HOUR, target=ID), NOON)
    assert (parsed.id, parsed.made) == (ID, Moment(NOON - HOUR, 60, "Europe/Berlin"))


REFUSED = [
    ("v", {"v": 2}),
    ("v", {"v": 0}),
    ("v", {"v": "1"}),
    ("v", {"v": None}),
    ("id", {"id": ID.upper()}),
    ("id", {"id": "1"}),
    ("id", {"id": ID + "\n"}),
    ("id", {"id": ID.replace("-", "")}),
    ("id", {"id": "{" + ID + "}"}),
    ("id", {"id": None}),
    ("id", {"id": [ID]}),
    ("at", {"at": 1.5}),
    ("at", {"at": True}),
    ("at", {"at": 10**30}),
    ("at", {"at": None}),
    ("offset", {"offset": 961}),
    ("offset", {"offset": "60"}),
    ("verb", {"verb": "delete_everything"}),
    ("verb", {"verb": "LOG_WIN"}),
    ("verb", {"verb": None}),
    ("verb", {"verb": ["undo"]}),
    ("verb", {"fields": None}),
    ("verb", {"fields": []}),
    ("fields", {"fields": {"target": ID, "person": 1}}),
    ("target", {"fields": {}}),
    ("target", {"fields": {"target": ID.upper()}}),
]


@pytest.mark.parametrize(("field", "change"), REFUSED)
def test_an_entry_with_a_bad_value_is_refused_by_its_field(field, change):
    with pytest.raises(Invalid) as refused:
        parse_entry({**entry("undo", id=ID, target=ID), **change}, NOON)
    assert [problem.field for problem in refused.value.problems] == [field]


@pytest.mark.parametrize("raw", [None, "entry", 1, [], [entry("undo", target=ID)]])
def test_what_is_no_object_is_refused(raw):
    with pytest.raises(Invalid, match="An entry must be an object"):
        parse_entry(raw, NOON)


@pytest.mark.parametrize("name", ["v", "id", "at", "offset", "verb", "fields"])
def test_an_entry_that_lacks_something_is_refused(name):
    lacking = entry("undo", target=ID)
    del lacking[name]
    with pytest.raises(Invalid):
        parse_entry(lacking, NOON)


@pytest.mark.parametrize(
    ("verb", "fields", "name"),
    [
        ("log_win", {"what": "x", "kind": "quick"}, "counted"),
        ("log_win", {"what": "x", "kind": "quick"}, "person"),
        ("edit_win", {"target": ID}, "counted"),
        ("check_in", {"rating": 7}, "day"),
        ("edit_check_in", {"target": ID, "note": "n"}, "scale_id"),
        ("undo", {"target": ID}, "what"),
        ("defer_check_in", {}, "day"),
    ],
)
def test_only_the_fields_of_a_verb_are_taken(verb, fields, name):
    with pytest.raises(Invalid, match=f"Unknown fields: {name}"):
        parse_entry(entry(verb, **fields, **{name: "x"}), NOON)


def test_many_unknown_fields_do_not_flood_the_reason():
    fields = {f"{'x' * 100}{number}": 1 for number in range(1000)}
    with pytest.raises(Invalid) as refused:
        parse_entry(entry("undo", **fields), NOON)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(
    ("raw", "echo"),
    [
        ({"id": ID}, ID),
        ({"id": "anything"}, "anything"),
        ({"id": "x" * 100}, "x" * LONGEST_ECHO),
        ({"id": 7}, ""),
        ({"id": None}, ""),
        ({}, ""),
        (None, ""),
        ("id", ""),
        ([ID], ""),
    ],
)
def test_a_verdict_repeats_the_id_even_of_a_bad_entry(raw, echo):
    assert echoed_id(raw) == echo


@pytest.mark.parametrize("key", [0, -1, 32_768, 10**12, True, "1", None])
def test_a_criterion_is_one_that_a_goal_can_have(key):
    fields = {"target": ID, "criterion": key, "done": True}
    with pytest.raises(Invalid):
        parse_entry(entry("tick_criterion", **fields), NOON)
