// What the page does for the verbs of check-ins.

import htmx from "htmx.org";
import { announce } from "../shared/announce.js";
import { first, targetOf } from "../shared/dom.js";
import { drawn } from "../shared/draw.js";
import { addRow, replaceRow } from "../shared/lists.js";
import { say } from "../shared/words.js";
import { changesIn } from "./changes.js";
import { checkInIn, checkInOf, drawnCheckIn, rowOfCheckIn } from "./checkin_row.js";
import { isToday } from "./day.js";
import { closeQuestion, isQuestionOpen } from "./question.js";

/**
 * @import { Entry, FieldsOf, NewEntry } from "../../outbox/types.js"
 * @import { PageVerbs } from "../shared/types.js"
 */

/** @type {Pick<PageVerbs, "check_in" | "edit_check_in" | "delete_check_in" | "defer_check_in">} */
export const CHECK_INS = {
  check_in: {
    fields: (_form, data) => ({ rating: Number(data.get("rating")) }),
    answer: ({ id, fields }) => drawn("checkin", { id, rating: fields.rating, note: "", area: "", said: "" }),
    undo: { name: "undo-checkin", says: "checked_in" },
    apply(entry, tapped) {
      const list = document.getElementById("checkins");
      if (list) addRow(list, "prepend", rowOfCheckIn(entry.id), tapped, () => drawnCheckIn(checkInOf(entry)));
      const answer = document.getElementById("answer");
      if (answer?.childElementCount) return;
      // Said in another tab while the question stood here; not on a page that was opened after it.
      if (answer && isQuestionOpen() && entry.at > performance.timeOrigin) showAnswer(answer, entry);
      else closeQuestion();
    },
  },
  edit_check_in: {
    fields: (form, _data, button) => ({ target: targetOf(form), ...numbered(changesIn(form)), ...areaOf(button) }),
    answer: (entry) => drawEdited(entry, isChange(entry) ? say("change_saved") : ""),
    apply: showEdited,
  },
  // An undo that is held back, as with wins.
  delete_check_in: {
    verb: "undo",
    state: "held",
    fields: (form) => ({ target: targetOf(form) }),
    answer: () => "",
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
 * Say here, too, what was answered in another tab.
 * @param {Element} place
 * @param {Entry<"check_in">} entry
 */
function showAnswer(place, entry) {
  place.innerHTML = CHECK_INS.check_in.answer(entry);
  htmx.process(place);
  announce(say("checked_in", entry.fields.rating));
}

/**
 * Show a correction that was made elsewhere; words that are being typed beside it stay.
 * @param {Pick<Entry<"edit_check_in">, "fields">} entry
 */
export function showEdited(entry) {
  const shown = rowOfCheckIn(entry.fields.target);
  if (!shown) return;
  const before = noteIn(shown);
  const typed = before && before.value !== before.defaultValue ? before.value : null;
  const note = noteIn(/** @type {HTMLElement} */ (replaceRow(shown, drawEdited(entry, ""))));
  if (note && typed !== null) note.value = typed;
}

/**
 * Return a row or an answer with new values. Fails where it is not on the page: then the server answers.
 * @param {Pick<NewEntry<"edit_check_in">, "fields">} entry
 * @param {string} said
 */
function drawEdited({ fields }, said) {
  const shown = /** @type {HTMLElement} */ (rowOfCheckIn(fields.target));
  const { target: _target, ...given } = fields;
  const values = { ...checkInIn(shown), ...given, said };
  return shown.matches("li") ? drawnCheckIn(values) : drawn("checkin", values);
}

/** @param {NewEntry<"edit_check_in">} entry */
function isChange({ fields }) {
  return Object.keys(fields).length > 1;
}

/**
 * A list to choose from gives text.
 * @param {object} changes
 * @returns {Omit<FieldsOf["edit_check_in"], "target">}
 */
function numbered(changes) {
  return "rating" in changes ? { ...changes, rating: Number(changes.rating) } : changes;
}

/**
 * A tap on an area saves the note too, if there is a new one.
 * @param {HTMLElement | null} button
 */
function areaOf(button) {
  return button instanceof HTMLButtonElement && button.name === "area" ? { area: button.value } : {};
}

/** @param {HTMLElement} shown */
function noteIn(shown) {
  return /** @type {HTMLInputElement | null} */ (first(shown, "[name=note]"));
}
