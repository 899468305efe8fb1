// Taps of a review that need no page of their own: they go to the server, and what it answers is put in place.

import { announce } from "../shared/announce.js";
import { isOurs } from "../shared/answers.js";
import { closest } from "../shared/dom.js";

const TIMEOUT = 8_000; // ms

/**
 * Let forms that are marked as taps be sent without leaving the page.
 * @param {(page: Document, touched: Element | null) => Promise<void>} take
 */
export function wireTaps(take) {
  // Before the drafts look at it: they would say that the form needs a connection.
  document.addEventListener("submit", (event) => isTap(event) && send(event, take), { capture: true });
}

/** @param {Event} event */
function isTap(event) {
  return closest(event, "form[data-tap]") !== null;
}

/**
 * @param {SubmitEvent} event
 * @param {(page: Document, touched: Element | null) => Promise<void>} take
 */
async function send(event, take) {
  const form = /** @type {HTMLFormElement} */ (event.target);
  event.preventDefault();
  try {
    const answer = await posted(form, event.submitter);
    if (!isOurs(answer)) throw new Error("not an answer of ours");
    if (!answer.ok || !isReview(answer.url)) return form.submit(); // the server says on a page of its own why not
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    trouble(false);
    await take(page, form.closest("[data-live]"));
  } catch {
    trouble(true);
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} submitter
 */
function posted(form, submitter) {
  const fields = /** @type {[string, string][]} */ ([...new FormData(form, submitter)]);
  const signal = AbortSignal.timeout(TIMEOUT);
  return fetch(form.action, { method: "POST", body: new URLSearchParams(fields), signal });
}

/** @param {string} url */
function isReview(url) {
  return new URL(url).pathname === location.pathname;
}

/** @param {boolean} there */
function trouble(there) {
  const note = document.getElementById("room-trouble");
  if (!note) return;
  note.hidden = !there;
  if (there) announce(note.textContent ?? "");
}
