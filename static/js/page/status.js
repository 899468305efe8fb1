// The status region: one short sentence about what this phone holds.

import { summaryOf } from "../outbox/plan.js";
import { say } from "./words.js";

const place = document.getElementById("status");

/** Say how things stand; `trouble` is what the last attempt to send ended with. */
export function showStatus(entries, trouble) {
  const { state, waiting } = summaryOf(entries, trouble);
  show(state, waiting > 1 ? `${say(state)}: ${waiting}` : say(state));
}

/** Say that something could not be kept at all. */
export function showNotSaved() {
  show("refused", say("not_saved"));
}

function show(state, text) {
  if (place.dataset.state === state && place.textContent === text) return; // speak once
  place.dataset.state = state;
  place.replaceChildren(state === "sign_in" ? link(text) : text);
  if (!state) place.textContent = "";
}

function link(text) {
  const anchor = document.createElement("a");
  anchor.href = `/sessions/new?next=${encodeURIComponent(location.pathname)}`;
  anchor.textContent = text;
  return anchor;
}
