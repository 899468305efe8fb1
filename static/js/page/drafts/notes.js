// What a form says of its words: that they are back, or that it needs a connection.

import { first } from "../shared/dom.js";
import { say } from "../shared/words.js";

/**
 * Show that the words are back, and let them be dropped.
 * @param {HTMLFormElement} form
 * @param {() => void} drop
 */
export function showBack(form, drop) {
  const note = noteOf("words_back");
  note.role = "status";
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "link", textContent: say("start_empty") });
  button.onclick = () => {
    note.remove();
    drop();
    /** @type {HTMLElement} */ (first(form, "input:not([type=hidden]), textarea")).focus();
  };
  note.append(" ", button);
  form.prepend(note);
}

/**
 * Show it on these forms before anything is typed, as long as there is no connection.
 * @param {HTMLFormElement[]} forms
 */
export function showNeedsConnection(forms) {
  const notes = forms.map((form) => {
    const note = noteOf("needs_connection");
    form.prepend(note);
    return note;
  });
  const show = (/** @type {boolean} */ isOffline) => {
    for (const note of notes) note.hidden = !isOffline;
  };
  show(!navigator.onLine || document.documentElement.dataset.from === "phone");
  addEventListener("online", () => show(false));
  addEventListener("offline", () => show(true));
}

/** @param {string} sentence */
function noteOf(sentence) {
  const note = document.createElement("p");
  Object.assign(note, { className: "form-note", textContent: say(sentence) });
  return note;
}
