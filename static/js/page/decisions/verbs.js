// What the page does for the verbs of decisions.

import { subjectOf } from "../../outbox/entry.js";
import { targetOf, textIn } from "../shared/dom.js";
import { addRow, replaceRow } from "../shared/lists.js";
import { tidy } from "../shared/texts.js";
import { opened, rowOfDecision, stepped } from "./rows.js";

/**
 * @import { Entry } from "../../outbox/types.js"
 * @import { PageVerbs } from "../shared/types.js"
 */

/** @type {Pick<PageVerbs, "open_decision" | "decide" | "reopen_decision" | "delete_decision">} */
export const DECISIONS = {
  open_decision: {
    fields: (_form, data) => ({ what: trimmed(data, "what"), importance: textIn(data, "importance") ?? "" }),
    answer: opened,
    undo: { name: "undo-decision", says: "decision_opened" },
    apply(entry, tapped) {
      const list = document.getElementById("open-decisions");
      if (list) addRow(list, "append", rowOfDecision(entry.id), tapped, () => opened(entry));
    },
  },
  decide: {
    fields: (form, data) => ({ target: targetOf(form), outcome: trimmed(data, "outcome") }),
    answer: stepped,
    undo: { name: "undo-step", says: "decision_decided" },
    apply: step,
  },
  reopen_decision: {
    fields: (form) => ({ target: targetOf(form) }),
    answer: stepped,
    undo: { name: "undo-step", says: "decision_reopened" },
    apply: step,
  },
  // An undo that is held back, as with wins.
  delete_decision: {
    verb: "undo",
    state: "held",
    fields: (form) => ({ target: targetOf(form) }),
    answer: () => "",
  },
};

/** @param {Entry<"decide" | "reopen_decision">} entry */
function step(entry) {
  const row = rowOfDecision(subjectOf(entry));
  if (row) replaceRow(row, stepped(entry));
}

/**
 * @param {FormData} data
 * @param {string} name
 */
function trimmed(data, name) {
  return tidy(textIn(data, name) ?? "");
}
