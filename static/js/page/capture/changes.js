// What was changed in a form: its controls compared with how they came.

import { controls } from "../shared/dom.js";
import { addressOf } from "../shared/links.js";
import { momentOf } from "../shared/moments.js";
import { numberOf } from "../shared/numbers.js";
import { tidy } from "../shared/texts.js";

/**
 * @import { Moment, WinFields } from "../../outbox/types.js"
 * @import { Control } from "../shared/dom.js"
 */

/**
 * Return only the fields that were changed: another device may have edited the others in the meantime (R4).
 * @param {HTMLFormElement} form
 * @returns {Partial<WinFields> & { happened?: Moment }}
 */
export function changesIn(form) {
  /** @type {Record<string, unknown>} */
  const changes = {};
  for (const one of shownIn(form)) {
    const { name } = one;
    const [text, before] = [textOf(one), textBefore(one)];
    if (text === before || (isTime(one) && !text)) continue;
    if (isNumber(one)) addNumber(changes, one, before);
    else changes[name] = givenBy(one, text, form);
  }
  return changes;
}

/**
 * Make what a form says now what its changes are compared with.
 * @param {HTMLFormElement} form
 */
export function settle(form) {
  for (const one of shownIn(form)) {
    if (isBox(one)) one.defaultChecked = one.checked;
    else if (isSelect(one)) for (const option of one.options) option.defaultSelected = option.selected;
    else one.defaultValue = one.value;
  }
}

/**
 * Return the controls that a person can change.
 * @param {HTMLFormElement} form
 */
export function shownIn(form) {
  return controls(form).filter(({ name, type }) => name && type !== "hidden" && type !== "submit");
}

/**
 * Return whether a control is a box to tick.
 * @param {Control} one
 * @returns {one is HTMLInputElement}
 */
export function isBox(one) {
  return one.type === "checkbox";
}

/**
 * Return whether a control is a list to choose from.
 * @param {Control} one
 * @returns {one is HTMLSelectElement}
 */
export function isSelect(one) {
  return "options" in one;
}

/**
 * Each box of a list is compared by itself: the list has changed when any of them has.
 * @param {Control} one
 */
function textOf(one) {
  if (isBox(one)) return one.checked ? one.value : "";
  return isSelect(one) ? one.value : saidIn(one, one.value);
}

/** @param {Control} one */
function textBefore(one) {
  if (isBox(one)) return one.defaultChecked ? one.value : "";
  if (!isSelect(one)) return saidIn(one, one.defaultValue);
  const [first] = one.options;
  return ([...one.options].find((option) => option.defaultSelected) ?? first).value;
}

/**
 * The same link is no change whether it begins with https:// or not.
 * @param {HTMLInputElement | HTMLTextAreaElement} one
 * @param {string} value
 */
function saidIn(one, value) {
  const text = tidy(value);
  return ("link" in one.dataset && addressOf(text)) || text;
}

/**
 * Return what a control says, as an entry has it.
 * @param {Control} one
 * @param {string} text
 * @param {HTMLFormElement} form
 */
function givenBy(one, text, form) {
  if (isListed(one)) return chosenIn(form, one.name);
  if (isBox(one)) return one.checked;
  return isTime(one) ? momentOf(text) : text;
}

/**
 * Return whether a control adds to a list of ids.
 * @param {Control} one
 */
export function isListed(one) {
  return "list" in one.dataset;
}

/** @param {Control} one */
function isTime(one) {
  return one.type === "datetime-local";
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function chosenIn(form, name) {
  const offered = controls(form).filter((one) => one.name === name);
  const chosen = offered.filter((one) => !isBox(one) || one.checked);
  return chosen.map(({ value }) => value).filter(Boolean);
}

/**
 * @param {Control} one
 * @returns {one is HTMLInputElement}
 */
function isNumber(one) {
  return Boolean(one.dataset.number);
}

/**
 * The same number in other words is no change.
 * @param {Record<string, unknown>} changes
 * @param {HTMLInputElement} field
 * @param {string} before
 */
function addNumber(changes, field, before) {
  const number = numberOf(field);
  if (number !== numberOf(field, before)) changes[field.name] = number;
}
