// What the page does for the verbs of check-ins.

import { control, first, targetOf, textIn } from "../shared/dom.js";
import { drawn } from "../shared/draw.js";
import { tidy } from "../shared/texts.js";
import { isToday } from "./day.js";
import { closeQuestion } from "./question.js";

/**
 * @import { PageVerbs } from "../shared/types.js"
 */

/** @type {Pick<PageVerbs, "check_in" | "edit_check_in" | "defer_check_in">} */
export const CHECK_INS = {
  check_in: {
    fields: (_form, data) => ({ rating: Number(data.get("rating")) }),
    answer: ({ id, fields }) => drawn("checkin", { id, rating: fields.rating, note: "", area: "" }),
    undo: { name: "undo-checkin", says: "checked_in" },
    apply() {
      if (!document.getElementById("answer")?.childElementCount) closeQuestion();
    },
  },
  edit_check_in: {
    fields: (form, data) => ({ target: targetOf(form), ...wordsIn(form, data) }),
    answer: ({ fields }) => drawn("checkin", { ...valuesIn(fields.target), ...fields }),
  },
  defer_check_in: {
    fields: () => ({}),
    answer: () => "",
    apply(entry) {
      if (isToday(entry)) closeQuestion();
    },
  },
};

/**
 * Return the answered check-in, if it is on this page.
 * @param {string} id
 */
export function rowOfCheckIn(id) {
  return document.getElementById(`checkin-${id}`);
}

/**
 * A tap on an area saves the note too, if there is a new one.
 * @param {HTMLFormElement} form
 * @param {FormData} data
 */
function wordsIn(form, data) {
  const note = tidy(textIn(data, "note") ?? "");
  const area = textIn(data, "area");
  return { ...(note !== control(form, "note").defaultValue && { note }), ...(area && { area }) };
}

/** @param {string} id */
function valuesIn(id) {
  const answer = /** @type {HTMLElement} */ (rowOfCheckIn(id));
  const note = control(first(answer, "form"), "note").defaultValue;
  return { id, rating: answer.dataset.rating, note, area: first(answer, ".answer__about").textContent };
}
