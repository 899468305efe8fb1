// Noticing that the phone has cleared its storage: a cookie, which is not cleared with it, counts what waits.

import * as store from "../../outbox/store.js";
import { cookie, setCookie } from "../shared/cookies.js";
import { isSignedIn, me } from "../shared/me.js";
import { say } from "../shared/words.js";

const before = isSignedIn ? countInCookie() : 0; // read before this page counts any

/**
 * Note how many entries wait.
 * @param {number} count
 */
export function noteWaiting(count) {
  const note = `${me.person}.${count}`;
  if (cookie("waiting") !== note) setCookie("waiting", note);
}

/** Return whether any entry waited when a page of this person's was last open here. */
export function hadWaiting() {
  return before > 0;
}

/** Return how many unsent entries the phone has lost, until the person has read it on "On this phone". */
export async function countLost() {
  if (hadWaiting() && (await store.isNew())) await store.writeValue("cleared", before);
  const lost = (await store.readValue("cleared")) ?? 0;
  if (lost && showLost(lost)) await store.writeValue("cleared", 0);
  return lost;
}

/** @param {number} lost */
function showLost(lost) {
  const line = document.getElementById("cleared");
  if (!line) return false;
  line.textContent = say("cleared", lost);
  line.hidden = false;
  return true;
}

function countInCookie() {
  const [person, count] = cookie("waiting")?.split(".") ?? [];
  return person === me.person ? Number(count) : 0;
}
