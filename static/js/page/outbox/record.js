// The way of a tap through htmx: a form that records is answered by the phone, not by the network. The entry is durably
// stored first; htmx then puts in the row that the server would have drawn.

import { makeEntry } from "../../outbox/entry.js";
import { htmlAnswer, isOurs } from "../shared/answers.js";
import { control } from "../shared/dom.js";
import { newId } from "../shared/ids.js";
import { me } from "../shared/me.js";
import { momentNow } from "../shared/moments.js";
import { say } from "../shared/words.js";
import { saveEntry } from "./save.js";
import { isVerb, verbOf } from "./verbs.js";

/**
 * @import { HtmxRequestCtx } from "htmx.org"
 * @import { Entry, NewEntry, Verb } from "../../outbox/types.js"
 * @import { FormVerb } from "../shared/types.js"
 *
 * What is called when a tap was made, and then for how it ended.
 * @typedef {object} Listeners
 * @property {(entry: NewEntry) => void} tapped
 * @property {(entry: Entry) => void} stored  on this phone
 * @property {(entry: NewEntry) => void} sentDirectly  the phone could not store it; the server has it
 * @property {() => void} notSaved
 *
 * A tap on a form that records.
 * @typedef {{ entry: NewEntry, answer: () => string, data: FormData, giveBack: () => void, end: () => void }} Tap
 */

const TIMEOUT = 8_000; // ms
/** @type {Map<string, NewEntry>} */
const made = new Map();

/**
 * Take over the requests of forms that record.
 * @param {Listeners} on
 */
export function takeOver(on) {
  document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
    const name = /** @type {HTMLElement} */ (ctx.sourceElement).dataset.verb;
    if (isVerb(name)) prepare(ctx, tapOn(ctx, name), on);
  });
}

/** Return the entries made on this page, which shows them, or is about to; one that is not stored yet has no `seq`. */
export function entriesMadeHere() {
  return [...made.values()];
}

/**
 * @param {HtmxRequestCtx} ctx
 * @param {FormVerb} name
 * @returns {Tap}
 */
function tapOn({ sourceElement, request }, name) {
  const form = /** @type {HTMLFormElement} */ (sourceElement);
  const data = /** @type {FormData} */ (request.body);
  const { fields, answer, state, verb = /** @type {Verb} */ (name) } = verbOf(name);
  const origin = { id: newId(), person: me.person, ...momentNow() };
  const entry = makeEntry(verb, fields(form, data, request.submitter), origin, state);
  return { entry, answer: () => answer(entry), data, giveBack: takeWords(form), end: () => freeScale(form) };
}

/**
 * @param {HtmxRequestCtx} ctx
 * @param {Tap} tap
 * @param {Listeners} on
 */
function prepare(ctx, tap, on) {
  made.set(tap.entry.id, tap.entry);
  on.tapped(tap.entry);
  ctx.fetch = (url, options) =>
    onPhone(tap, on)
      .catch(() => atServer(tap, on, url, options))
      .finally(tap.end);
}

/**
 * @param {Tap} tap
 * @param {Listeners} on
 */
async function onPhone({ entry, answer }, on) {
  const html = answer();
  if (!isEmptyEdit(entry)) {
    const stored = await saveEntry(entry);
    made.set(stored.id, stored);
    on.stored(stored);
  }
  return htmlAnswer(html);
}

/**
 * The phone refused to store it (private mode, full disk): then only the server can.
 * @param {Tap} tap
 * @param {Listeners} on
 * @param {string} url
 * @param {RequestInit} options
 */
async function atServer({ entry, data, giveBack }, on, url, options) {
  try {
    const response = await overNetwork(entry, data, url, options);
    on.sentDirectly(entry);
    return response;
  } catch (error) {
    giveBack();
    on.notSaved();
    throw error;
  }
}

/**
 * @param {NewEntry} entry
 * @param {FormData} data
 * @param {string} url
 * @param {RequestInit} options
 */
async function overNetwork({ id, at, offset, zone, person: owner }, data, url, { method, headers }) {
  const body = new URLSearchParams(/** @type {[string, string][]} */ ([...data]));
  for (const [name, value] of Object.entries({ id, at, offset, zone, owner })) body.set(name, String(value));
  const response = await fetch(url, { method, headers, body, signal: AbortSignal.timeout(TIMEOUT) });
  if (!response.ok || response.redirected || !isOurs(response)) throw new Error(say("not_saved"));
  return response;
}

/**
 * Empty the box at the tap, so that the next words can be typed; returns how they come back if they were not saved.
 * @param {HTMLFormElement} form
 */
function takeWords(form) {
  const box = form.matches("#capture, #open-decision") ? control(form, "what") : null;
  const text = box?.value ?? "";
  if (box) box.value = "";
  return () => {
    if (box && !box.value) box.value = text;
  };
}

/**
 * A radio button that stays chosen says nothing when it is tapped again: after Undo the same number would be lost. Not
 * before the end: the second tap of a double tap is to find it chosen.
 * @param {HTMLFormElement} form
 */
function freeScale(form) {
  if (form.dataset.verb === "check_in") form.reset();
}

/** @param {NewEntry} entry */
function isEmptyEdit({ verb, fields }) {
  return verb.startsWith("edit_") && Object.keys(fields).length === 1;
}
