// What the phone promises about its storage, and noticing that it did not keep it.

import * as store from "../outbox/store.js";
import { cookie, setCookie } from "./cookies.js";
import { me, say } from "./words.js";

/** Ask the phone not to clear what is kept here; some ask the person in turn. */
export async function keepSafe() {
  await navigator.storage?.persist?.();
  await showStorage();
}

/** Say on "On this phone" how safe things are there. */
export async function showStorage() {
  const card = document.getElementById("storage-card");
  if (!card) return;
  document.getElementById("sent-behind").hidden = !("SyncManager" in window);
  document.getElementById("sent-open").hidden = "SyncManager" in window;
  const safe = await navigator.storage?.persisted?.();
  card.hidden = safe === undefined;
  document.getElementById("storage-kept").hidden = !safe;
  document.getElementById("storage-risk").hidden = safe;
  document.getElementById("storage-ask").hidden = safe;
}

/** Note how many entries wait: a cookie is not cleared with the storage. */
export function noteWaiting(count) {
  const note = `${me.person}.${count}`;
  if (cookie("waiting") !== note) setCookie("waiting", note);
}

/** How many entries waited when a page of this person's was last open here. */
export function waitedBefore() {
  const [person, count] = cookie("waiting")?.split(".") ?? [];
  return person === me.person ? Number(count) : 0;
}

/** How many unsent entries the phone has lost, until the person has read it on "On this phone". */
export async function lostEntries() {
  if ((await store.isNew()) && waitedBefore() > 0) await store.keep("cleared", waitedBefore());
  const lost = (await store.kept("cleared")) ?? 0;
  const place = document.getElementById("cleared");
  if (lost && place) {
    place.textContent = say("cleared", lost);
    place.hidden = false;
    await store.keep("cleared", 0);
  }
  return lost;
}
