// The question of the check-in: one tap on the scale answers. With the arrow keys a person can look at the numbers
// first: Space or Enter answers.

import { byId, closest, first } from "../shared/dom.js";
import { showDay } from "../today/momentum.js";

const wired = new WeakSet();

/** Wire the question on this page, if it has one; again after the page was renewed. */
export function wireQuestion() {
  /** @type {HTMLFormElement | null} */
  const form = document.querySelector("form.scale");
  if (form && isNew(form)) wireScale(form);
  const [ask, link] = ["ask", "check-in-link"].map((id) => document.getElementById(id));
  if (!ask || !link) return;
  link.hidden = !ask.hidden;
  if (isNew(link)) wireLink(link);
  if (isNew(ask)) wireDone(ask, link);
}

/** @param {HTMLFormElement} form */
function wireScale(form) {
  let isMoving = false; // with the arrow keys
  form.addEventListener("keydown", (event) => {
    isMoving = event.key.startsWith("Arrow");
    if (event.key === " ") answer(form, event);
  });
  form.addEventListener("pointerdown", () => {
    isMoving = false;
  });
  form.addEventListener("change", () => {
    if (!isMoving) form.requestSubmit();
  });
}

/**
 * On a new day ask again, if it is a day on which the person is asked.
 * @param {string} weekday  "0" is Monday
 */
export function turnQuestion(weekday) {
  const ask = document.getElementById("ask");
  if (!ask) return;
  byId("answer").replaceChildren();
  if (!ask.dataset.days?.includes(weekday)) return;
  /** @type {HTMLFormElement} */ (first(ask, "form.scale")).reset();
  [ask.hidden, byId("check-in-link").hidden] = [false, true];
}

/** Return whether the question stands on this page. */
export function isQuestionOpen() {
  return document.getElementById("ask")?.hidden === false;
}

/** Hide the question, answered or put off: earlier wins of the day cannot influence the answer any more. */
export function closeQuestion() {
  const ask = document.getElementById("ask");
  const link = document.getElementById("check-in-link");
  if (ask && link) [ask.hidden, link.hidden] = [true, false];
  showDay();
}

/**
 * @param {HTMLFormElement} form
 * @param {KeyboardEvent} event
 */
function answer(form, event) {
  event.preventDefault();
  /** @type {HTMLInputElement} */ (event.target).checked = true;
  form.requestSubmit();
}

/** @param {HTMLElement} link */
function wireLink(link) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    link.hidden = true;
    askAgain(byId("ask"));
  });
}

/**
 * Nothing invites to another answer before "Done", which elsewhere leads to Today.
 * @param {HTMLElement} ask
 * @param {HTMLElement} link
 */
function wireDone(ask, link) {
  ask.addEventListener("click", (event) => {
    if (!closest(event, "[data-done]")) return;
    event.preventDefault();
    byId("answer").replaceChildren();
    closeQuestion();
    link.focus();
  });
}

/** @param {Element} element */
function isNew(element) {
  const isKnown = wired.has(element);
  wired.add(element);
  return !isKnown;
}

/** @param {HTMLElement} ask */
function askAgain(ask) {
  byId("answer").replaceChildren();
  /** @type {HTMLFormElement} */ (first(ask, "form.scale")).reset();
  ask.hidden = false;
  first(ask, "[type=radio]").focus();
}
