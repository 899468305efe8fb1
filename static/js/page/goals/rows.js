// Rows of goals, and their lines on Today: what was tapped shows at once, and again when a cached page is brought up to
// date. The server draws both states of a row; data-met and data-logged choose which one is seen.

import { control, first } from "../shared/dom.js";
import { fieldText, numberOf } from "../shared/numbers.js";

/**
 * @import { FieldsOf, NewEntry, Value } from "../../outbox/types.js"
 */

const VERBS = ["meet_goal", "tick_criterion", "log_win"];

/**
 * Show on its row what an entry says about a goal, if the row is on this page. Of an entry that takes a meeting back it
 * returns the ids of the others that say the same: two tabs can have met one goal.
 * @param {NewEntry} entry
 * @returns {string[] | undefined}
 */
export function showGoal(entry) {
  if (entry.verb === "undo") return forget(entry.fields.target);
  const row = rowOfGoal(entry);
  if (!row || !isOfPeriod(row, entry)) return undefined;
  if (entry.verb === "meet_goal") showMet(row, entry.id);
  if (entry.verb === "tick_criterion") showCriterion(row, entry.fields);
  if (entry.verb === "log_win") row.dataset.logged = entry.id;
  return undefined;
}

/**
 * Return the row of the goal that an entry is about, if it is on this page.
 * @param {NewEntry} entry
 * @returns {HTMLElement | null}
 */
export function rowOfGoal({ verb, fields }) {
  const id = "goal" in fields ? fields.goal : "target" in fields && fields.target;
  return VERBS.includes(verb) && id ? document.querySelector(`#goal-${id}.goal, #goal-line-${id}`) : null;
}

/**
 * An entry that names no period is of the one that shows.
 * @param {HTMLElement} row
 * @param {NewEntry} entry
 */
function isOfPeriod(row, { fields }) {
  const period = "period" in fields ? fields.period : null;
  return (period ?? row.dataset.period) === row.dataset.period;
}

/**
 * @param {HTMLElement} row
 * @param {string} id
 */
function showMet(row, id) {
  row.dataset.met = [...idsIn(row.dataset.met).filter((other) => other !== id), id].join(" ");
  /** @type {HTMLElement | null} */
  const takeBack = row.querySelector(".goal__met [data-verb=undo]"); // a line of Today has none
  if (takeBack) takeBack.dataset.target = id;
}

/**
 * @param {HTMLElement} row
 * @param {FieldsOf["tick_criterion"]} fields
 */
function showCriterion(row, { criterion, done, value }) {
  /** @type {HTMLFormElement | null} */
  const form = row.querySelector(`[data-criterion="${criterion}"]`);
  if (!form) return;
  const tick = form.querySelector("[role=checkbox]");
  if (tick) {
    tick.setAttribute("aria-checked", String(done));
    control(form, "done").value = done ? "" : "1";
  } else {
    /** @type {HTMLProgressElement} */ (first(form, "progress")).value = typeof value === "number" ? value : 0;
    showNumber(/** @type {HTMLInputElement} */ (control(form, "value")), value);
  }
}

/**
 * It is said: no words that wait to be sent (page/drafts). Another number that is being typed stays.
 * @param {HTMLInputElement} field
 * @param {Value | undefined} value
 */
function showNumber(field, value) {
  const isTyped = field.value !== field.defaultValue && numberOf(field) !== value;
  field.defaultValue = fieldText(value);
  if (!isTyped) field.value = field.defaultValue;
}

/** @param {string} id  of the entry that was taken back */
function forget(id) {
  /** @type {string[]} */
  const others = [];
  for (const name of ["met", "logged"]) {
    /** @type {HTMLElement | null} */
    const row = document.querySelector(`:is(.goal, .goal-line)[data-${name}~="${id}"]`);
    if (!row) continue;
    others.push(...idsIn(row.dataset[name]).filter((other) => other !== id));
    delete row.dataset[name];
  }
  return others;
}

/** @param {string | undefined} list */
function idsIn(list) {
  return list?.split(" ") ?? [];
}
