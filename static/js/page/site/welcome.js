// The first steps: hidden by one tap, with or without a connection, for good.

import { readValue, writeValue } from "../../outbox/store.js";
import { closest, first } from "../shared/dom.js";
import { keepFocus, placeOfFocus } from "../shared/focus.js";
import { me } from "../shared/me.js";

const TIMEOUT = 8_000; // ms

/** Remove the first steps when their button is tapped, or when that has happened before. */
export function wireWelcome() {
  const take = (/** @type {SubmitEvent} */ event) => {
    const card = closest(event, "#welcome");
    if (!card) return;
    event.preventDefault();
    finish(card);
  };
  document.addEventListener("submit", take, { capture: true });
  return hideWelcome();
}

/** Remove them from a page that was drawn before, or if the server was not reachable. */
export async function hideWelcome() {
  const card = document.getElementById("welcome");
  if (card && (await readValue("welcomed").catch(() => null)) === me.person) finish(card);
}

/** @param {HTMLElement} card */
function finish(card) {
  /** @type {HTMLFormElement} */
  const form = first(card, "form");
  const { action } = form;
  const place = placeOfFocus();
  card.remove();
  keepFocus(place);
  writeValue("welcomed", me.person).catch(() => {});
  const body = new URLSearchParams({ owner: me.person });
  fetch(action, { method: "POST", body, redirect: "manual", signal: AbortSignal.timeout(TIMEOUT) }).catch(() => {});
}
