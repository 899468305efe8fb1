// What a form says of its words: that they are back, or that it needs a connection.

import { all } from "../shared/dom.js";
import { say } from "../shared/words.js";
import { firstTyped } from "./fields.js";

/**
 * Show that the words are back, and let them be dropped.
 * @param {HTMLFormElement} form
 * @param {() => void} drop
 */
export function showBack(form, drop) {
  const note = noteOf("words_back");
  note.role = "status";
  const field = firstTyped(form);
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "link", textContent: say("start_empty") });
  button.onclick = () => {
    note.remove();
    drop();
    field?.focus();
  };
  note.append(" ", button);
  if (!field || form.contains(field)) form.prepend(note);
  else field.parentElement?.before(note);
}

/**
 * Show it on forms before anything is typed, as long as there is no connection.
 * @param {() => HTMLFormElement[]} forms  asked each time: the page may have been drawn again
 */
export function showNeedsConnection(forms) {
  const show = (/** @type {boolean} */ isOffline) => {
    for (const note of all(document, ".form-note--offline")) note.remove();
    for (const form of isOffline ? forms() : []) sayNeedsConnection(form);
  };
  show(!navigator.onLine || document.documentElement.dataset.from === "phone");
  addEventListener("online", () => show(false));
  addEventListener("offline", () => show(true));
}

/**
 * Say on a form that it needs a connection, once.
 * @param {HTMLFormElement} form
 */
export function sayNeedsConnection(form) {
  if (form.querySelector(".form-note--offline")) return;
  const isKept = !form.querySelector("[type=password]"); // a password is not, so not all that one types stays
  const note = noteOf(isKept ? "needs_connection" : "needs_connection_only");
  note.classList.add("form-note--offline");
  form.prepend(note);
}

/** @param {string} sentence */
function noteOf(sentence) {
  const note = document.createElement("p");
  Object.assign(note, { className: "form-note", textContent: say(sentence) });
  return note;
}
