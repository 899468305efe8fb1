// Nothing typed is lost: what is in a form, and not sent yet, is there again after Back, another language, an ended
// session, a dead line. Kept on this phone until it was stored, for seven days at most, and gone at sign-out.

import { cookie, removeCookie } from "../shared/cookies.js";
import { newId } from "../shared/ids.js";
import { isFilledIn, isTyped, putBack, typedIn, unfoldTyped } from "./fields.js";
import { forgetPage, leadToForm, notePage } from "./form_page.js";
import { sayNeedsConnection, showBack, showNeedsConnection } from "./notes.js";
import { readDraft, removeAll, removeDraft, removeOld, removeStored, writeDraft } from "./store.js";

const PAUSE = 400; // ms without a key; a draft is never written on the way of a tap
const isGivenBack = "givenBack" in document.body.dataset;
/** @type {Set<HTMLFormElement>} */
const changed = new Set();
/** @type {WeakSet<HTMLFormElement>} */
const seen = new WeakSet();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let writing;
let isOver = false;

/** Bring words back, and keep those that are typed from now on. */
export function wireDrafts() {
  removeOld();
  const stored = cookie("sent");
  if (stored) removeStored(stored);
  if (stored) removeCookie("sent");
  bringBack();
  showNeedsConnection(() => [...document.forms].filter((form) => isFilledIn(form) && !waitsHere(form)));
  document.addEventListener("focusin", ({ target }) => open(formOf(target)));
  document.addEventListener("input", ({ target }) => note(formOf(target)));
  document.addEventListener("submit", sending);
  addEventListener("pagehide", write);
  document.addEventListener("visibilitychange", () => document.hidden && write());
  leadToForm();
}

/**
 * Return whether what a form says waits on the phone until there is a network.
 * @param {HTMLFormElement} form
 */
function waitsHere({ dataset }) {
  return Boolean(dataset.verb) || dataset.waits !== undefined;
}

/** Bring words back into the forms of this page, also into those of rows that have just come. */
export function bringBack() {
  for (const form of document.forms) open(form);
}

/** Remove this person's drafts, and keep none on this page any more. */
export function forgetDrafts() {
  isOver = true;
  removeAll();
  forgetPage();
}

/** @param {HTMLFormElement | null} form */
function open(form) {
  if (!form || seen.has(form) || !isTyped(form)) return;
  seen.add(form);
  unfoldTyped(form);
  const draft = isGivenBack ? null : readDraft(idOf(form));
  if (!draft || !putBack(form, draft.values)) return;
  if (draft.once) onceOf(form).value = draft.once;
  showBack(form, () => drop(form));
}

/** @param {HTMLFormElement} form */
function drop(form) {
  removeDraft(idOf(form));
  form.reset();
  onceOf(form).value = newId();
}

/** @param {HTMLFormElement | null} form */
function note(form) {
  if (!form || !isTyped(form)) return;
  changed.add(form);
  clearTimeout(writing);
  writing = setTimeout(write, PAUSE);
}

/** @param {SubmitEvent} event */
function sending(event) {
  const form = formOf(event.target);
  if (!event.defaultPrevented && !isGivenBack) notePage();
  if (form && !event.defaultPrevented && wouldLeaveTheApp()) {
    event.preventDefault();
    sayNeedsConnection(form);
  }
  if (!form || !isTyped(form)) return;
  const isPlain = !event.defaultPrevented && !form.dataset.verb;
  if (isPlain) onceOf(form);
  note(form);
  if (isPlain) write();
}

/** Without a worker, which answers when the server does not, a form leads to the error page of the browser. */
function wouldLeaveTheApp() {
  return !navigator.onLine && !navigator.serviceWorker?.controller;
}

function write() {
  clearTimeout(writing);
  for (const form of isOver ? [] : changed) storeDraft(form);
  changed.clear();
}

/** @param {HTMLFormElement} form */
function storeDraft(form) {
  const values = form.isConnected ? typedIn(form, isGivenBack) : [];
  if (!values.length) return removeDraft(idOf(form));
  const once = /** @type {HTMLInputElement | null} */ (form.elements.namedItem("once"))?.value ?? "";
  return writeDraft(idOf(form), { at: Date.now(), once, values });
}

/**
 * The hidden field by which the server stores a form once; each form that is sent has one.
 * @param {HTMLFormElement} form
 * @returns {HTMLInputElement}
 */
function onceOf(form) {
  const field = form.elements.namedItem("once");
  if (field instanceof HTMLInputElement) return field;
  const made = Object.assign(document.createElement("input"), { type: "hidden", name: "once", value: newId() });
  form.append(made);
  return made;
}

/**
 * A form goes by where it leads: it is the same one on the page that gives it back with a problem.
 * @param {HTMLFormElement} form
 */
function idOf(form) {
  const action = form.getAttribute("action") ?? "";
  const same = [...document.forms].filter((one) => one.getAttribute("action") === action && isTyped(one));
  return `${action} ${Math.max(0, same.indexOf(form))}`;
}

/**
 * A control may stand elsewhere than in its form, and name it.
 * @param {EventTarget | null} target
 * @returns {HTMLFormElement | null}
 */
function formOf(target) {
  if (target instanceof HTMLFormElement) return target;
  return /** @type {Partial<HTMLInputElement> | null} */ (target)?.form ?? null;
}
