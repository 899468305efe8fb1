// The form of a win's details: filled from what its row carries, and its texts checked as they are typed.

import { controls, first } from "../shared/dom.js";
import { drawn, element } from "../shared/draw.js";
import { addressOf } from "../shared/links.js";
import { fieldText } from "../shared/numbers.js";
import { tidy } from "../shared/texts.js";
import { fill as fillIn, say } from "../shared/words.js";
import { isBox, isListed, isSelect, shownIn } from "./changes.js";
import { WIN_FIELDS } from "./fields.js";
import { extrasIn } from "./win.js";
import { isBare } from "./win_row.js";

/**
 * @import { Control } from "../shared/dom.js"
 * @import { CheckIn } from "./checkin_row.js"
 * @import { Win } from "./win.js"
 */

const LONGEST = 2_000; // characters, as the server counts them

/**
 * Return the HTML of the form `name` for a win or check-in, its controls filled by their names.
 * @param {string} name
 * @param {Win | CheckIn} shown
 */
export function filledForm(name, shown) {
  const row = element(drawn(name, shown));
  /** @type {HTMLFormElement} */
  const form = first(row, "form");
  /** @type {Record<string, unknown>} */
  const values = "more" in shown ? { ...shown, happened: shown.wall_clock, ...extrasIn(shown.more) } : { ...shown };
  const given = shownIn(form);
  for (const one of given) fill(one, values[one.name] ?? WIN_FIELDS[one.name]?.usual ?? "");
  const lists = new Set(given.filter(isListed).map(({ name }) => name));
  for (const name of lists) addUnknown(form, name, values[name]);
  if ("what" in shown && isBare(shown)) beginWithWords(form);
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
  const noLink = "link" in text.dataset && words && !addressOf(words) ? text.title : "";
  text.setCustomValidity(isBlank ? say("say_what") : tooLong || noLink);
}

/**
 * Set in attributes, so that the HTML of the form has it.
 * @param {Control} one
 * @param {unknown} value
 */
function fill(one, value) {
  if (isBox(one)) one.toggleAttribute("checked", isListed(one) ? idsIn(value).includes(one.value) : Boolean(value));
  else if (isSelect(one)) choose(one, String(value));
  else one.defaultValue = fieldText(value);
}

/**
 * @param {HTMLSelectElement} select
 * @param {string} value
 */
function choose(select, value) {
  const isOffered = [...select.options].some((option) => option.value === value);
  if (!isOffered) select.add(new Option("ids" in select.dataset ? say("one_it_had") : value, value));
  for (const option of select.options) option.toggleAttribute("selected", option.value === value);
}

/**
 * Ids that are not offered here stay chosen.
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {unknown} value
 */
function addUnknown(form, name, value) {
  const offered = controls(form).map((one) => one.value);
  for (const id of idsIn(value).filter((one) => !offered.includes(one))) {
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value: id }));
  }
}

/** @param {HTMLFormElement} form */
function beginWithWords(form) {
  form.querySelector("[autofocus]")?.removeAttribute("autofocus");
  form.querySelector("[name=what]")?.setAttribute("autofocus", "");
}

/** @param {unknown} value */
function idsIn(value) {
  return String(value ?? "")
    .split(" ")
    .filter(Boolean);
}
