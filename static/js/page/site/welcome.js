// The first steps: put away at a tap, with or without a connection, for good.

import { keep, kept } from "../../outbox/store.js";
import { me } from "../shared/words.js";

const LIMIT = 8_000;

/** Put the first steps away when their button is tapped, or when that has happened before. */
export async function wireWelcome() {
  const card = document.getElementById("welcome");
  card?.addEventListener("submit", (event) => {
    event.preventDefault();
    putAway(card);
  });
  // A page that was kept before, or a server that could not be told.
  if (card && (await kept("welcomed").catch(() => null)) === me.person) putAway(card);
}

function putAway(card) {
  const { action } = card.querySelector("form");
  card.remove();
  keep("welcomed", me.person).catch(() => {});
  fetch(action, { method: "POST", redirect: "manual", signal: AbortSignal.timeout(LIMIT) }).catch(() => {});
}
