// A win that was given another day leaves the list of the day it was on.

import { dayOf } from "../shared/calendar.js";
import { me } from "../shared/me.js";
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
