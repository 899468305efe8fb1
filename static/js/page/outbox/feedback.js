// What a person sees, and feels, of a tap.

import { makeEntry } from "../../outbox/entry.js";
import { removeLink } from "../capture/arrivals.js";
import { nameOf } from "../capture/day.js";
import { endOffer, nameSetAside, setAside, takeBack } from "../capture/deletion.js";
import { showEvidence } from "../capture/evidence.js";
import { dayMovedTo } from "../capture/moved.js";
import { closeQuestion } from "../capture/question.js";
import { showRoutine, withdrawRoutine } from "../capture/routines.js";
import { showGoal } from "../goals/rows.js";
import { announce } from "../shared/announce.js";
import { keepFocus, placeOfFocus } from "../shared/focus.js";
import { afterFrame } from "../shared/frames.js";
import { handsOff, isHandDown } from "../shared/hands.js";
import { newId } from "../shared/ids.js";
import { showRow } from "../shared/lists.js";
import { me } from "../shared/me.js";
import { momentNow } from "../shared/moments.js";
import { say } from "../shared/words.js";
import { entriesMadeHere } from "./record.js";
import { saveEntry } from "./save.js";
import { noteChange, noteStored, sendAtOnce, showTapped } from "./sending.js";
import { showEvent } from "./status.js";
import { tellOthers } from "./tabs.js";
import { clearToast, offerTakingBack, offerUndo, tell } from "./toast.js";
import { redrawn, rowOf, verbOf } from "./verbs.js";

/**
 * @import { Entry, NewEntry, Verb } from "../../outbox/types.js"
 * @import { Place } from "../shared/focus.js"
 * @import { Listeners } from "./record.js"
 */

const SOON = 100; // ms; no thumb gets from one button to another faster
/** @type {Map<string, ReturnType<typeof setTimeout>>} */
const clearing = new Map(); // by entry id: when the toast of the tap before is cleared

/** @type {Map<string, Place | null>} */
const places = new Map(); // by entry id: where the focus was at the tap

/** @type {Map<string, string>} */
const moved = new Map(); // by entry id: the day that an edit moves a win to, or ""

/** @type {Partial<Record<Verb, () => void>>} */
const AFTER = { log_win: removeLink, defer_check_in: closeQuestion };

/** @type {Listeners} */
export const feedback = {
  // The Undo of the tap before must not be taken for this one's. Usually the row of this one comes first: clearing at
  // once would cost a frame before it.
  tapped(entry) {
    places.set(entry.id, placeOfFocus());
    if (entry.verb === "edit_win") leaveRow(entry);
    if (entry.state === "held") rememberRow(entry);
    if (canBeTakenBack(entry)) clearing.set(entry.id, setTimeout(clearToast, SOON));
  },
  stored(entry) {
    noteStored(entry);
    takeBackToo(showGoal(entry));
    clearTimeout(clearing.get(entry.id));
    if (entry.verb === "undo" || canBeTakenBack(entry)) clearToast();
    if (entry.state === "held") offerTakingBack(entry, nameSetAside(entry.id), takeBack, releaseAndSend);
    AFTER[entry.verb]?.();
    if (entry.verb === "undo") withdrawRoutine(entry.fields.target);
    navigator.vibrate?.(10);
    afterTheRow(entry);
  },
  async sentDirectly(entry) {
    showGoal(entry);
    showEvent("sent_directly");
    await afterFrame();
    await showEvidence(entriesMadeHere);
  },
  notSaved: () => showEvent("not_saved"),
};

/**
 * The toast of the tap before says what is not true of this one; a win that gets another day leaves the list.
 * @param {NewEntry<"edit_win">} entry
 */
function leaveRow(entry) {
  clearToast();
  moved.set(entry.id, dayMovedTo(entry));
}

/**
 * Take back what other pages stored of the same.
 * @param {string[] | undefined} targets
 */
async function takeBackToo(targets = []) {
  for (const target of targets) {
    await saveEntry(makeEntry("undo", { target }, { id: newId(), person: me.person, ...momentNow() })).catch(() => {});
  }
}

/** @param {string} id  of an entry */
function tellEdited(id) {
  const day = moved.get(id);
  if (day) tell("moved", { day, name: nameOf(day) });
  else announce(say("change_saved"));
}

/** @param {Entry} entry */
async function afterTheRow(entry) {
  await afterFrame();
  offerUndo(entry);
  if (entry.verb === "undo" && entry.state !== "held") announce(say("taken_back"));
  if (entry.verb.startsWith("edit_")) tellEdited(entry.id);
  // A second tap may have begun, on a row: it would meet another one.
  if (entry.verb === "log_win" && !isHandDown()) showRow(rowOf(entry));
  keepFocus(places.get(entry.id), placeOf(entry));
  if (entry.state !== "held") tellOthers("stored");
  if (entry.verb === "log_win") handsOff().then(() => showRoutine(entry));
  if (entry.verb !== "log_win") await showEvidence(entriesMadeHere); // wins after an answer are no evidence of it
  await showTapped(entry);
  await sendAtOnce();
}

/**
 * Before the row goes.
 * @param {NewEntry} entry
 */
function rememberRow(entry) {
  const row = rowOf(entry);
  if (row) setAside(entry.id, row, redrawn(row));
}

/** @param {string} id */
async function releaseAndSend(id) {
  await endOffer(id);
  noteChange();
  tellOthers("stored");
  await sendAtOnce();
}

/** @param {NewEntry} entry */
function canBeTakenBack({ verb, state }) {
  return Boolean(verbOf(verb).undo) || state === "held";
}

/**
 * Return where the tap was made that an entry takes back.
 * @param {Entry} entry
 */
function placeOf({ verb, state, fields }) {
  const isUndo = verb === "undo" && state !== "held" && "target" in fields;
  return isUndo ? places.get(String(fields.target)) : null;
}
