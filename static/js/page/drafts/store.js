// Storing words that were not sent: on this phone, by person and form. In localStorage, since what is written
// there as a page goes away is written; a transaction of IndexedDB may be dropped (decision 25). For signed-out people
// only as long as the tab is open.

import { tryKeeping } from "../shared/keeping.js";
import { isSignedIn, me } from "../shared/me.js";

/**
 * What was typed into a form: the id that its page made, and by control what it says.
 * @typedef {{ at: number, once: string, values: [string, string][] }} Draft
 */

const LIFE = 7 * 24 * 3_600_000; // ms
const START = "draft:";

/**
 * Return the draft of a form, if there is one.
 * @param {string} form
 * @returns {Draft | null}
 */
export function readDraft(form) {
  return parsed(storage()?.getItem(nameOf(form)));
}

/**
 * Store a draft; a phone that refuses stores none.
 * @param {string} form
 * @param {Draft} draft
 */
export function writeDraft(form, draft) {
  tryKeeping(() => storage()?.setItem(nameOf(form), JSON.stringify(draft))); // if not, they are still on the page
}

/** @param {string} form */
export function removeDraft(form) {
  storage()?.removeItem(nameOf(form));
}

/**
 * Remove the draft that was stored by the server under this id.
 * @param {string} once
 */
export function removeStored(once) {
  removeIf((name, draft) => name.startsWith(nameOf("")) && draft?.once === once);
}

/** Remove the drafts that are too old, of every person. */
export function removeOld() {
  removeIf((_name, draft) => !draft || Date.now() - draft.at > LIFE);
}

/** Remove all drafts of this person. */
export function removeAll() {
  removeIf((name) => name.startsWith(nameOf("")));
}

/** @param {(name: string, draft: Draft | null) => boolean} isGone */
function removeIf(isGone) {
  const kept = storage();
  const names = Object.keys(kept ?? {}).filter((name) => name.startsWith(START));
  for (const name of names) if (isGone(name, parsed(kept?.getItem(name)))) kept?.removeItem(name);
}

/** @param {string} form */
function nameOf(form) {
  return `${START}${me.person}:${form}`;
}

/**
 * @param {string | null | undefined} text
 * @returns {Draft | null}
 */
function parsed(text) {
  return text ? tryKeeping(() => JSON.parse(text)) : null;
}

function storage() {
  return tryKeeping(() => (isSignedIn ? localStorage : sessionStorage));
}
