// What opens the app from outside: something shared by another app, and the shortcut "Log a win".

import { control, first } from "../shared/dom.js";
import { drawn, element } from "../shared/draw.js";
import { draftOf } from "./draft.js";

const NAMES = ["title", "text", "url"];

/** On Today: put what was shared into the box, ready for one tap; or get ready to type. */
export function takeArrival() {
  if (location.pathname === "/shares/new") return location.replace(`/#${location.search.slice(1)}`);
  const shared = new URLSearchParams(location.hash.slice(1));
  const form = captureForm();
  if (!form) return undefined;
  if (NAMES.some((name) => shared.has(name))) fillBox(form, shared);
  else if (new URLSearchParams(location.search).has("capture")) control(form, "what").focus();
  return undefined;
}

/** Remove the link that was shared: it belongs to the win that was logged, not to the next. */
export function removeLink() {
  captureForm()?.querySelector(".evidence-link")?.remove();
}

/**
 * @param {HTMLFormElement} form
 * @param {URLSearchParams} shared
 */
function fillBox(form, shared) {
  history.replaceState(null, "", location.pathname); // so that a reload does not bring it again
  const { what, evidence } = draftOf(Object.fromEntries(shared));
  const box = control(form, "what");
  box.value = [box.value, what].filter(Boolean).join(" – "); // words that were not sent yet stay
  if (evidence) attach(box, evidence);
  box.focus();
}

/**
 * @param {HTMLElement} box
 * @param {string} evidence
 */
function attach(box, evidence) {
  removeLink();
  const row = element(drawn("evidence", { evidence }));
  first(row, "button").onclick = () => {
    removeLink();
    box.focus();
  };
  /** @type {HTMLElement} */ (box.parentElement).after(row);
}

function captureForm() {
  return /** @type {HTMLFormElement | null} */ (document.getElementById("capture"));
}
