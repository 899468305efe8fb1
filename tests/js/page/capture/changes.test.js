// What was changed in a form. Its controls are objects with what a browser's controls have.

import assert from "node:assert/strict";
import { test } from "node:test";
import { formOf, openPage } from "../../support/page.js";

openPage({ words: { number_format: { decimal: ",", group: ".", min_grouping: 1 } } });
const { changesIn, settle } = await import("../../../../static/js/page/capture/changes.js");

const text = (name, value, before = "") => ({ name, type: "textarea", value, defaultValue: before, dataset: {} });
const time = (value, before) => ({ ...text("happened", value, before), type: "datetime-local" });
const number = (name, value, before) => ({ ...text(name, value, before), dataset: { number: name } });
const box = (name, value, checked, before = false, dataset = {}) => {
  return { name, type: "checkbox", value, checked, defaultChecked: before, dataset };
};
const listed = (value, checked, before) => box("objectives", value, checked, before, { list: "" });
const list = (name, value, before, offered) => {
  const options = offered.map((one) => ({ value: one, selected: one === value, defaultSelected: one === before }));
  return { name, type: "select-one", value, options, dataset: {} };
};

test("only what was changed is in an edit", () => {
  const form = formOf([text("what", "Fixed it", "Fixed it"), text("impact", " Saves an hour ", "")]);
  assert.deepEqual(changesIn(form), { impact: "Saves an hour" });
});

test("a text that was emptied is an empty text", () => {
  assert.deepEqual(changesIn(formOf([text("impact", "", "Saves an hour")])), { impact: "" });
});

test("hidden controls and controls without a name are not read", () => {
  const hidden = { name: "goal", type: "hidden", value: "g-1", defaultValue: "" };
  assert.deepEqual(changesIn(formOf([hidden, text("", "x")])), {});
});

test("a choice is compared with the option that was chosen, or else with the first", () => {
  const kinds = ["quick", "milestone"];
  assert.deepEqual(changesIn(formOf([list("kind", "milestone", "quick", kinds)])), { kind: "milestone" });
  assert.deepEqual(changesIn(formOf([list("kind", "quick", "none", kinds)])), {});
});

test("one box more makes the whole list of objectives, with those that are not offered here", () => {
  const kept = { name: "objectives", type: "hidden", value: "o-9", defaultValue: "o-9" };
  const form = formOf([listed("o-1", true, true), listed("o-2", true), kept]);
  assert.deepEqual(changesIn(form), { objectives: ["o-1", "o-2", "o-9"] });
});

test("a box alone is yes or no", () => {
  assert.deepEqual(changesIn(formOf([box("measurable", "1", true)])), { measurable: true });
  assert.deepEqual(changesIn(formOf([box("measurable", "1", false, true)])), { measurable: false });
});

test("numbers are read as the page writes them, and none is null", () => {
  const form = formOf([number("before", "12,5", ""), number("after", "", "3")]);
  assert.deepEqual(changesIn(form), { before: 12.5, after: null });
});

test("the same number written in another way is no change", () => {
  assert.deepEqual(changesIn(formOf([number("before", "1200", "1.200")])), {});
});

test("a number that cannot be read stays as it was typed, for the server to refuse", () => {
  assert.deepEqual(changesIn(formOf([number("before", "a few", "")])), { before: "a few" });
});

test("a link is compared and given with its https://", () => {
  const link = (value, before) => ({ ...text("evidence", value, before), dataset: { link: "" } });
  assert.deepEqual(changesIn(formOf([link("example.org/a", "https://example.org/a")])), {});
  assert.deepEqual(changesIn(formOf([link("example.org/b", "")])), { evidence: "https://example.org/b" });
});

test("a time that was changed is a moment on this phone; without one the win keeps its own", () => {
  const { happened } = changesIn(formOf([time("2026-11-22T09:30", "2026-11-22T09:00")]));
  assert.equal(happened.at + happened.offset * 60_000, Date.parse("2026-11-22T09:30Z"));
  assert.deepEqual(changesIn(formOf([time("", "2026-11-22T09:00")])), {});
});

test("after a form has settled it has no changes", () => {
  const kinds = ["quick", "milestone"];
  const form = formOf([text("what", "New", "Old"), box("measurable", "1", true), list("kind", "milestone", "", kinds)]);
  settle(form);
  assert.deepEqual(changesIn(form), {});
});
