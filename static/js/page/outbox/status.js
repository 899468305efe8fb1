// The status region: one short sentence about what this phone holds.

import { countedIn } from "../shared/counts.js";
import { all, byId } from "../shared/dom.js";
import { handsOff } from "../shared/hands.js";
import { say } from "../shared/words.js";

/**
 * @import { Shown } from "./summary.js"
 */

/** @type {Record<string, () => string>} */
const LEADS = {
  saved: () => "/outbox/",
  refused: () => "/outbox/",
  stuck: () => "/outbox/",
  cleared: () => "/outbox/",
  sign_in: () => `/sessions/new?next=${encodeURIComponent(location.pathname)}`,
  other_person: () => "/", // the page of the person who is signed in
};

/**
 * Show the current state of the outbox; see Tally.summary.
 * @param {{ state: Shown, waiting: number, stopped: number }} summary
 */
export function showStatus({ state, waiting, stopped }) {
  const count = state === "refused" || state === "stuck" ? stopped : waiting;
  show(state, count > 1 ? `${say(state)}: ${count}` : say(state));
}

/**
 * Show one event.
 * @param {"not_saved" | "no_answer" | "sent_directly" | "cleared"} event
 * @param {number} [n]  how many entries were cleared
 */
export function showEvent(event, n) {
  show(event, say(event, n));
}

/**
 * Show in Settings, and on "On this phone", what waits here.
 * @param {Map<string, string>} things  kinds by id
 */
export function showWaitingCount(things) {
  const line = document.getElementById("waiting-count");
  if (line) line.textContent = countedIn(things, line) || (line.dataset.none ?? "");
}

/**
 * A long sentence makes the header higher: a tap that has begun must still meet its button.
 * @param {string} state
 * @param {string} text
 */
async function show(state, text) {
  await handsOff();
  for (const place of all(document, ".toast__state")) place.textContent = text; // the chip may be out of sight
  const region = byId("status");
  if (region.dataset.state === state && region.textContent === text) return; // a screen reader says it once
  region.dataset.state = state;
  region.replaceChildren(state in LEADS ? link(LEADS[state](), text) : text);
}

/**
 * @param {string} leads
 * @param {string} text
 */
function link(leads, text) {
  const anchor = document.createElement("a");
  anchor.href = leads;
  anchor.textContent = text;
  return anchor;
}
