// The answer just given stays on a page that is renewed around it: what another page did to it is shown here.

import { subjectOf } from "../../outbox/entry.js";
import { showEdited } from "./checkins.js";

/**
 * @import { Entry } from "../../outbox/types.js"
 */

/**
 * Show the answer as its entries left it, corrected or taken back.
 * @param {Entry[]} entries  sent or waiting
 */
export function bringAnswerUpToDate(entries) {
  const answer = document.querySelector("#answer > .answer");
  if (!answer) return;
  const about = entries.filter((entry) => `checkin-${subjectOf(entry)}` === answer.id);
  for (const entry of changesOf(about)) {
    if (entry.verb === "undo") document.getElementById(answer.id)?.remove();
    else showEdited(entry);
  }
}

/**
 * Return what was done to an answer, in its order; a deletion that can be taken back has not been done yet.
 * @param {Entry[]} entries
 */
export function changesOf(entries) {
  const done = entries.filter(({ state }) => state !== "held" && state !== "refused");
  const changes = done.filter(({ verb }) => verb === "edit_check_in" || verb === "undo");
  return /** @type {Entry<"edit_check_in" | "undo">[]} */ (changes.sort((a, b) => a.seq - b.seq));
}
