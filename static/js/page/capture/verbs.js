// What the page does for the verbs of wins.

import { happenedOf } from "../../outbox/entry.js";
import { byId, first, targetOf, textIn } from "../shared/dom.js";
import { canDraw } from "../shared/draw.js";
import { addRow, replaceRow } from "../shared/lists.js";
import { momentYesterday } from "../shared/moments.js";
import { tidy } from "../shared/texts.js";
import { changesIn } from "./changes.js";
import { isToday } from "./day.js";
import { dayMovedTo } from "./moved.js";
import { showRoutine } from "./routines.js";
import { edited, winOf } from "./win.js";
import { drawnWin, rowOfWin, winIn } from "./win_row.js";

/**
 * @import { FieldsOf, NewEntry, WinFields } from "../../outbox/types.js"
 * @import { PageVerbs } from "../shared/types.js"
 */

/** @type {Pick<PageVerbs, "log_win" | "edit_win" | "delete_win">} */
export const WINS = {
  log_win: {
    fields: (form, data, button) => presetOf(button) ?? fieldsOf(form, data, button),
    answer: (entry) => (canDraw("win") && !entry.fields.happened ? draw(entry).replace('"win"', '"win win--new"') : ""),
    undo: { name: "undo-win", says: "win_logged" },
    apply(entry, tapped) {
      const { team } = entry.fields; // a win of a team's own is on the page of that team only
      const todays = !team && isToday(happenedOf(entry)) && document.getElementById("todays-wins");
      const list = todays || document.getElementById(team ? `team-${team}` : "unsent-wins");
      if (list) addRow(list, "prepend", rowOfWin(entry.id), tapped, () => draw(entry));
      if (todays) showRoutine(entry);
    },
  },
  edit_win: {
    fields: (form) => ({ target: targetOf(form), ...changesIn(form) }),
    answer: (entry) => (dayMovedTo(entry) ? "" : drawEdited(entry)),
    apply(entry) {
      const row = rowOfWin(entry.fields.target);
      if (!row) return;
      if (dayMovedTo(entry)) row.remove();
      else replaceRow(row, drawEdited(entry));
    },
  },
  // An undo that is held back on this phone as long as it can be taken back (deletion.js).
  delete_win: {
    verb: "undo",
    state: "held",
    fields: (form) => ({ target: targetOf(form) }),
    answer: () => "",
  },
};

/** @param {NewEntry<"log_win">} entry */
function draw(entry) {
  return drawnWin(winOf(entry));
}

/**
 * Fails where the row is not on the page: then the server answers.
 * @param {NewEntry<"edit_win">} entry
 */
function drawEdited({ fields }) {
  return drawnWin(edited(winIn(byId(`win-${fields.target}`)), fields));
}

/**
 * Return what a preset's button logs, or null.
 * @param {HTMLElement | null} button
 * @returns {WinFields | null}
 */
function presetOf(button) {
  return button?.dataset.fields ? JSON.parse(button.dataset.fields) : null;
}

/**
 * @param {HTMLFormElement} form
 * @param {FormData} data
 * @param {HTMLElement | null} button
 * @returns {FieldsOf["log_win"]}
 */
function fieldsOf(form, data, button) {
  const words = [textIn(data, "what"), button?.textContent, first(form, ".kinds button")?.textContent];
  const [what = ""] = words.map((text) => tidy(text ?? "")).filter(Boolean);
  const when = data.has("day") ? { happened: momentYesterday() } : {};
  return { what, kind: textIn(data, "kind") ?? "quick", ...linked(data), ...when };
}

/**
 * Return what a form knows of a win besides its words: the goal that it came of, and what that is for.
 * @param {FormData} data
 */
function linked(data) {
  /** @type {Partial<WinFields>} */
  const fields = {};
  for (const name of /** @type {const} */ (["goal", "impact", "area", "evidence", "team"])) {
    const text = tidy(textIn(data, name) ?? "");
    if (text) fields[name] = text;
  }
  const objectives = /** @type {string[]} */ (data.getAll("objectives"));
  return objectives.length ? { ...fields, objectives } : fields;
}
