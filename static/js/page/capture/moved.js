// A win of another day is not in the list of today; one that is given another day leaves its list.

import { happenedOf } from "../../outbox/entry.js";
import { dayOf } from "../shared/calendar.js";
import { me } from "../shared/me.js";
import { nameOf } from "./day.js";
import { rowOfWin } from "./win_row.js";

/**
 * @import { NewEntry } from "../../outbox/types.js"
 */

/**
 * Return the ISO day that an edit moves a win to, "" if its row stays in its list.
 * @param {NewEntry<"edit_win">} entry
 */
export function dayMovedTo({ fields: { target, happened } }) {
  const row = rowOfWin(target);
  if (!row || !happened) return "";
  const before = dayOf(Number(row.dataset.happened), Number(row.dataset.offset), me.dayStart);
  const after = dayOf(happened.at, happened.offset, me.dayStart);
  return after === before ? "" : after;
}

/**
 * Return the words of a win, with its day if that was not today: its row is in no list then.
 * @param {NewEntry<"log_win">} entry
 */
export function placedWords(entry) {
  const { at, offset } = happenedOf(entry);
  const { what, happened } = entry.fields;
  return happened ? `${nameOf(dayOf(at, offset, me.dayStart))}:\n${what}` : what; // each in its own direction
}
