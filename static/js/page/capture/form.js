// The form of a win's details: filled from what its row carries, and its texts checked as they are typed.

import { controls, first } from "../shared/dom.js";
import { drawn, element } from "../shared/draw.js";
import { fieldText } from "../shared/numbers.js";
import { tidy } from "../shared/texts.js";
import { fill as fillIn, say } from "../shared/words.js";
import { isBox, isSelect, shownIn } from "./changes.js";
import { extrasIn } from "./win.js";

/**
 * @import { Control } from "../shared/dom.js"
 * @import { Win } from "./win.js"
 */

const LONGEST = 2_000; // characters, as the server counts them
const DEFAULTS = { visibility: "private" };

/**
 * Return the HTML of the form `name` for a win, its controls filled by their names.
 * @param {string} name
 * @param {Win} win
 */
export function filledForm(name, win) {
  const row = element(drawn(name, win));
  /** @type {HTMLFormElement} */
  const form = first(row, "form");
  const { objectives = "", ...extras } = extrasIn(win.more);
  const chosen = objectives.split(" ").filter(Boolean);
  /** @type {Record<string, unknown>} */
  const values = { ...DEFAULTS, ...win, happened: win.wall_clock, ...extras };
  addUnknown(form, chosen);
  for (const one of shownIn(form)) fill(one, values[one.name] ?? "", chosen);
  return row.outerHTML;
}

/**
 * Let a text that the server would refuse say so before it is sent; a long one is never cut (R17).
 * @param {HTMLInputElement | HTMLTextAreaElement} text
 */
export function checkText(text) {
  const words = tidy(text.value);
  const longest = Number(text.dataset.longest) || LONGEST;
  const isBlank = text.form?.dataset.verb === "edit_win" && text.required && text.value && !words;
  const length = words.length > longest ? [...words].length : 0;
  const tooLong = length > longest ? fillIn("too_long", { n: length, longest }) : "";
  text.setCustomValidity(isBlank ? say("say_what") : tooLong);
}

/**
 * Set in attributes, so that the HTML of the form has it.
 * @param {Control} one
 * @param {unknown} value
 * @param {string[]} objectives
 */
function fill(one, value, objectives) {
  if (isBox(one))
    one.toggleAttribute("checked", one.name === "objectives" ? objectives.includes(one.value) : Boolean(value));
  else if (isSelect(one)) choose(one, String(value));
  else one.defaultValue = fieldText(value);
}

/**
 * @param {HTMLSelectElement} select
 * @param {string} value
 */
function choose(select, value) {
  const isOffered = [...select.options].some((option) => option.value === value);
  if (!isOffered) select.add(new Option(select.name === "area" ? value : say("one_it_had"), value));
  for (const option of select.options) option.toggleAttribute("selected", option.value === value);
}

/**
 * Objectives that are not offered here stay chosen.
 * @param {HTMLFormElement} form
 * @param {string[]} objectives
 */
function addUnknown(form, objectives) {
  const offered = controls(form).map(({ value }) => value);
  for (const id of objectives.filter((one) => !offered.includes(one))) {
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "objectives", value: id }));
  }
}
