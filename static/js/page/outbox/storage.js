// What the phone promises about its storage, and noticing that it did not keep it.

import * as store from "../../outbox/store.js";
import { cookie, setCookie } from "../shared/cookies.js";
import { me, say } from "../shared/words.js";

const { lang } = document.documentElement;
const before = me ? countNoted() : 0; // read before this page notes any

/** Ask the phone not to clear what is kept here; some ask the person in turn. */
export async function keepSafe() {
  await navigator.storage?.persist?.();
  await showStorage();
}

/** Say on "On this phone" how safe things are there. */
export async function showStorage() {
  showWhenSent();
  const safe = await navigator.storage?.persisted?.();
  if (safe === undefined) return;
  showInSettings(safe);
  if (!document.getElementById("storage-card")) return;
  showCard(safe);
  await showUsed();
}

/** Say in Settings how many entries wait here. */
export function showWaiting(count) {
  const place = document.getElementById("waiting-count");
  if (place) place.textContent = count ? new Intl.NumberFormat(lang).format(count) : place.dataset.none;
}

function showInSettings(safe) {
  const row = document.getElementById("storage-row");
  if (!row) return;
  row.hidden = false;
  const says = document.getElementById("storage-says");
  says.textContent = safe ? says.dataset.kept : says.dataset.risk;
}

function showWhenSent() {
  const behind = document.getElementById("sent-behind");
  if (!behind) return;
  behind.hidden = !("SyncManager" in window);
  document.getElementById("sent-open").hidden = "SyncManager" in window;
}

function showCard(safe) {
  document.getElementById("storage-card").hidden = false;
  document.getElementById("storage-kept").hidden = !safe;
  document.getElementById("storage-risk").hidden = safe;
  document.getElementById("storage-ask").hidden = safe;
}

async function showUsed() {
  const place = document.getElementById("storage-used");
  const { usage, quota } = (await navigator.storage.estimate?.()) ?? {};
  if (!quota) return;
  place.textContent = place.dataset.says.replace("{used}", size(usage)).replace("{quota}", size(quota));
  place.hidden = false;
}

function size(bytes) {
  const [unit, of] = bytes < 1e9 ? ["megabyte", 1e6] : ["gigabyte", 1e9];
  return new Intl.NumberFormat(lang, { style: "unit", unit, maximumFractionDigits: 1 }).format(bytes / of);
}

/** Note how many entries wait: a cookie is not cleared with the storage. */
export function noteWaiting(count) {
  const note = `${me.person}.${count}`;
  if (cookie("waiting") !== note) setCookie("waiting", note);
}

/** How many entries waited when a page of this person's was last open here. */
export function waitedBefore() {
  return before;
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

function countNoted() {
  const [person, count] = cookie("waiting")?.split(".") ?? [];
  return person === me.person ? Number(count) : 0;
}
