// The status region: one short sentence about what this phone holds.

import { summaryOf } from "../../outbox/plan.js";
import { say } from "../shared/words.js";

const place = document.getElementById("status");
const LEADS = {
  saved: () => "/outbox/",
  refused: () => "/outbox/",
  cleared: () => "/outbox/",
  sign_in: () => `/sessions/new?next=${encodeURIComponent(location.pathname)}`,
  other_person: () => "/", // the page of whoever is signed in
};

/** Say how things stand; `trouble`: how the last attempt to send ended, `waited`: whether any was made. */
export function showStatus(entries, trouble, waited) {
  const { state, waiting, stopped } = summaryOf(entries, trouble, waited);
  const count = state === "refused" ? stopped : waiting;
  show(state, count > 1 ? `${say(state)}: ${count}` : say(state));
}

/** Say one thing: "not_saved" (nothing could keep it), "no_answer", "sent_directly" or "cleared" (with how many). */
export function showOnce(state, n) {
  show(state, say(state, n));
}

function show(state, text) {
  if (place.dataset.state === state && place.textContent === text) return; // speak once
  place.dataset.state = state;
  place.replaceChildren(state in LEADS ? link(LEADS[state](), text) : text);
}

function link(leads, text) {
  const anchor = document.createElement("a");
  anchor.href = leads;
  anchor.textContent = text;
  return anchor;
}
