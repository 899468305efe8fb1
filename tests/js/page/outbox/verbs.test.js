// What forms say: the fields of the entry that each verb makes, and what the page shows at once.

import assert from "node:assert/strict";
import { test } from "node:test";
import { entry } from "../../support/entries.js";
import { formOf, openPage } from "../../support/page.js";

globalThis.HTMLButtonElement = class {
  constructor(name, value) {
    Object.assign(this, { name, value });
  }
};
openPage({
  words: { number_format: { decimal: ",", group: ".", min_grouping: 1 } },
  templates: { win: "<li>{what} ({kind})</li>", checkin: "{rating}: {note}" },
});
const { isVerb, verbOf } = await import("../../../../static/js/page/outbox/verbs.js");

const NAMES = [
  "log_win",
  "edit_win",
  "delete_win",
  "delete_check_in",
  "delete_decision",
  "check_in",
  "edit_check_in",
  "undo",
  "defer_check_in",
  "meet_goal",
  "tick_criterion",
  "open_decision",
  "decide",
  "reopen_decision",
];

function dataOf(fields) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) data.append(name, one);
  return data;
}

function fieldsOf(verb, given = {}, { form = formOf([]), button = null } = {}) {
  return verbOf(verb).fields(form, dataOf(given), button);
}

test("the page knows every verb, and nothing else", () => {
  assert.ok(NAMES.every(isVerb));
  assert.ok(!isVerb("archive") && !isVerb(undefined));
});

test("a win has its words without blanks around them, and the kind of its button", () => {
  assert.deepEqual(fieldsOf("log_win", { what: " Fixed it ", kind: "process" }), { what: "Fixed it", kind: "process" });
});

test("a tap without words logs what the button says", () => {
  const button = { dataset: {}, textContent: " Quick task " };
  assert.deepEqual(fieldsOf("log_win", { what: "" }, { button }), { what: "Quick task", kind: "quick" });
  const form = formOf([], { found: { ".kinds button": button } });
  assert.deepEqual(fieldsOf("log_win", { what: " " }, { form }), { what: "Quick task", kind: "quick" });
});

test("a preset logs what it holds, whatever is in the box", () => {
  const preset = { what: "Answered Ben", kind: "quick", area: "Support" };
  const button = { dataset: { fields: JSON.stringify(preset) } };
  assert.deepEqual(fieldsOf("log_win", { what: "Half a sentence" }, { button }), preset);
});

test("a win of a goal takes along what the goal is for", () => {
  const given = { what: "Done", goal: "g-1", impact: "", area: "Support", objectives: ["o-1", "o-2"] };
  const { what: _what, kind: _kind, ...linked } = fieldsOf("log_win", given);
  assert.deepEqual(linked, { goal: "g-1", area: "Support", objectives: ["o-1", "o-2"] });
});

test("an answer is a number", () => {
  assert.deepEqual(fieldsOf("check_in", { rating: "0" }), { rating: 0 });
});

test("a tap on an area saves a new note with it, and leaves an old one alone", () => {
  const fields = (note) => {
    const box = { name: "note", type: "text", defaultValue: "Tired", value: note, dataset: {} };
    const form = formOf([box, { name: "area", type: "submit" }], { dataset: { target: "c-1" } });
    return fieldsOf("edit_check_in", {}, { form, button: new HTMLButtonElement("area", "Sleep") });
  };
  assert.deepEqual(fields("Rested "), { target: "c-1", note: "Rested", area: "Sleep" });
  assert.deepEqual(fields("Tired"), { target: "c-1", area: "Sleep" });
});

test("a corrected number is a number", () => {
  const option = (value, defaultSelected) => ({ value, defaultSelected });
  const options = [option("6", true), option("7", false)];
  const list = { name: "rating", type: "select-one", value: "7", options, dataset: {} };
  const form = formOf([list], { dataset: { target: "c-1" } });
  assert.deepEqual(fieldsOf("edit_check_in", {}, { form }), { target: "c-1", rating: 7 });
});

test("undo and deletion say what they take back; a deletion is an undo that is held", () => {
  const form = formOf([], { dataset: { target: "w-1" } });
  assert.deepEqual(fieldsOf("undo", {}, { form }), { target: "w-1" });
  for (const name of ["delete_win", "delete_check_in", "delete_decision"]) {
    assert.deepEqual(fieldsOf(name, {}, { form }), { target: "w-1" });
    const { verb, state } = verbOf(name);
    assert.deepEqual([verb, state], ["undo", "held"]);
  }
});

test("a criterion is ticked for the period that shows", () => {
  const form = formOf([], { dataset: { target: "g-1", criterion: "2" } });
  const ticked = fieldsOf("tick_criterion", { period: "2026-11-27", done: "1" }, { form });
  assert.deepEqual(ticked, { target: "g-1", criterion: 2, period: "2026-11-27", done: true, value: null });
});

test("how far a criterion is is read as the page writes numbers", () => {
  const field = { name: "value", value: "1,5", dataset: { number: "percent" } };
  const form = formOf([field], { dataset: { target: "g-1", criterion: "2" } });
  assert.equal(fieldsOf("tick_criterion", {}, { form }).value, 1.5);
});

test("a goal is met since the moment of its plan", () => {
  const form = formOf([], { dataset: { target: "g-1" } });
  const met = fieldsOf("meet_goal", { since: "1700", period: "" }, { form });
  assert.deepEqual(met, { target: "g-1", since: 1700, period: "" });
});

test("decisions are opened with a class and decided with words", () => {
  const form = formOf([], { dataset: { target: "d-1" } });
  const opened = fieldsOf("open_decision", { what: " Which queue? ", importance: "routine" });
  assert.deepEqual(opened, { what: "Which queue?", importance: "routine" });
  assert.deepEqual(fieldsOf("decide", { outcome: " None " }, { form }), { target: "d-1", outcome: "None" });
  assert.deepEqual(fieldsOf("reopen_decision", {}, { form }), { target: "d-1" });
});

test("the row of a new win is drawn at once, its words as text", () => {
  const html = verbOf("log_win").answer(entry(1, { fields: { what: "<b>{kind}", kind: "quick" } }));
  assert.equal(html, "<li>&lt;b&gt;{kind} (quick)</li>");
});

test("only what adds or decides something offers Undo", () => {
  const offering = NAMES.filter((name) => verbOf(name).undo);
  assert.deepEqual(offering, ["log_win", "check_in", "meet_goal", "open_decision", "decide", "reopen_decision"]);
});
