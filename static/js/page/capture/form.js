// The form of a win's details: filled from what its row carries, and read for what was changed.

import { drawn, element, extrasIn } from "../shared/draw.js";
import { momentOf } from "../shared/moments.js";
import { fieldText, numberOf } from "../shared/numbers.js";
import { say } from "../shared/words.js";

const LONGEST = 2_000; // characters, as the server counts them
const ANYWAY = { visibility: "private" };

/** The HTML of the form `name` for a win, its controls filled by their names. */
export function filledForm(name, win) {
  const row = element(drawn(name, win));
  const values = { ...ANYWAY, ...win, happened: win.wall_clock, ...extrasIn(win.more) };
  values.objectives = (values.objectives ?? "").split(" ").filter(Boolean);
  keepUnknown(row, values.objectives);
  for (const control of controlsOf(row.querySelector("form"))) fill(control, values[control.name] ?? "");
  return row.outerHTML;
}

/** Only what was changed: another device may have edited the rest in the meantime (R4). */
export function changesIn(form) {
  const changes = {};
  for (const control of controlsOf(form)) {
    const [now, before] = [textOf(control), textOf(control, true)];
    if (now === before) continue;
    if (control.dataset.number) addNumber(changes, control, before);
    else changes[control.name] = READ[control.name]?.(now, form) ?? now;
  }
  if (changes.happened === "") delete changes.happened;
  return changes;
}

/** From here on what the form says now is what it said before. */
export function settle(form) {
  for (const control of controlsOf(form)) {
    if (control.type === "checkbox") control.defaultChecked = control.checked;
    else if (!control.options) control.defaultValue = control.value;
    else for (const option of control.options) option.defaultSelected = option.selected;
  }
}

/** Let a text that the server would refuse say so before it is sent; a long one is never cut (R17). */
export function checkText(control) {
  const text = control.value.trim();
  const blank = control.required && control.value && !text;
  const length = text.length > LONGEST ? [...text].length : 0;
  control.setCustomValidity(blank ? say("say_what") : length > LONGEST ? say("too_long", length) : "");
}

const READ = {
  objectives: (_now, form) => chosenIn(form),
  measurable: (now) => now === "1",
  happened: (now) => now && momentOf(now),
};

function controlsOf(form) {
  return [...form.elements].filter(({ name, type }) => name && type !== "hidden");
}

// Options are compared by what they say: a list of boxes changes when any of them does.
function textOf(control, before) {
  if (control.type === "checkbox") return control[before ? "defaultChecked" : "checked"] ? control.value : "";
  if (!control.options) return (before ? control.defaultValue : control.value).trim();
  const first = control.options[0];
  return (before ? ([...control.options].find((one) => one.defaultSelected) ?? first) : control).value;
}

function chosenIn(form) {
  const named = [...form.elements].filter(
    ({ name, type, checked }) => name === "objectives" && (type !== "checkbox" || checked),
  );
  return named.map(({ value }) => value).filter(Boolean);
}

// The same number in other words is no change.
function addNumber(changes, control, before) {
  const number = numberOf(control);
  if (number !== numberOf(control, before)) changes[control.name] = number;
}

function fill(control, value) {
  const { name, type, options } = control;
  const isChecked = () => (name === "objectives" ? value.includes(control.value) : Boolean(value));
  if (type === "checkbox") control.toggleAttribute("checked", isChecked());
  else if (!options) control.defaultValue = fieldText(value);
  else choose(control, value);
}

function choose(select, value) {
  const options = [...select.options];
  if (!options.some((option) => option.value === value)) {
    select.add(new Option(select.name === "area" ? value : say("one_it_had"), value));
  }
  for (const option of select.options) option.toggleAttribute("selected", option.value === value);
}

// Objectives that are not offered here stay chosen.
function keepUnknown(row, objectives) {
  const form = row.querySelector("form");
  const offered = [...form.elements].map(({ value }) => value);
  for (const id of objectives.filter((one) => !offered.includes(one))) {
    const kept = Object.assign(document.createElement("input"), { type: "hidden", name: "objectives", value: id });
    form.append(kept);
  }
}
