// What the page does for each verb: which fields a form gives it, and what the page shows at once.

import { subjectOf } from "../../outbox/entry.js";
import { rowOfCheckIn } from "../capture/checkin_row.js";
import { CHECK_INS } from "../capture/checkins.js";
import { openingOf } from "../capture/rows.js";
import { WINS } from "../capture/verbs.js";
import { rowOfWin } from "../capture/win_row.js";
import { redrawnDecision, rowOfDecision, unstepped } from "../decisions/rows.js";
import { DECISIONS } from "../decisions/verbs.js";
import { GOALS } from "../goals/verbs.js";
import { targetOf } from "../shared/dom.js";
import { replaceRow } from "../shared/lists.js";

/**
 * @import { NewEntry, Verb } from "../../outbox/types.js"
 * @import { FormVerb, PageVerb, PageVerbs } from "../shared/types.js"
 */

/** @type {PageVerbs} */
const VERBS = {
  ...WINS,
  ...CHECK_INS,
  ...GOALS,
  ...DECISIONS,
  undo: {
    fields: (form) => ({ target: targetOf(form) }),
    answer: unstepped,
    apply(entry) {
      const row = rowOf(entry);
      if (row?.dataset.step === entry.fields.target) replaceRow(row, unstepped(entry));
      else row?.remove();
    },
  },
};

/**
 * Return whether a form is marked with one of them.
 * @param {string | undefined} name
 * @returns {name is FormVerb}
 */
export function isVerb(name) {
  return name !== undefined && name in VERBS;
}

/**
 * Return what the page does for a verb.
 * @param {FormVerb} name
 */
export function verbOf(name) {
  // Each takes entries of its own verb only. Callers bring an entry and its own verb, which the types cannot follow.
  return /** @type {PageVerb<Verb>} */ (/** @type {unknown} */ (VERBS[name]));
}

/**
 * Return the row of a win, check-in or decision that an entry is about, if it is on this page.
 * @param {NewEntry} entry
 */
export function rowOf(entry) {
  const id = subjectOf(entry);
  return rowOfWin(id) ?? rowOfCheckIn(id) ?? rowOfDecision(id);
}

/**
 * Return the HTML that draws a row of a win, check-in or decision again.
 * @param {HTMLElement} row
 */
export function redrawn(row) {
  return row.matches(".decision") ? redrawnDecision(row) : openingOf(row).closed(row);
}
