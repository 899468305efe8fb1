// Deleted rows: as long as Undo is offered, a deletion is held back on this phone, durably, and is not sent.
// See docs/decisions/phone/0010.

import htmx from "htmx.org";
import { released } from "../../outbox/plan.js";
import * as store from "../../outbox/store.js";
import { first } from "../shared/dom.js";
import { element } from "../shared/draw.js";
import { me } from "../shared/me.js";
import { rowAfter } from "../today/fold.js";

/**
 * @import { Entry } from "../../outbox/types.js"
 *
 * A row that went: its list, the ids of the rows after it, its HTML, and what ends its offer.
 * @typedef {{ list: Element, after: string[], html: string, end: () => void }} Aside
 */

const OFFERED = "way back"; // the lock of pages on which Undo is offered; it ends with the page
const A_MINUTE = 60_000; // ms
const ENOUGH = 30; // rows after a deleted one, by which its place is found again
/** @type {Map<string, Aside>} */
const aside = new Map(); // by id of the entry

/**
 * Begin to offer Undo: remember a row that is about to go, and where it was.
 * @param {string} id  of the entry
 * @param {HTMLElement} row
 * @param {string} html  draws the row again
 */
export function setAside(id, row, html) {
  let end = () => {};
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    end = resolve;
  });
  aside.set(id, { list: /** @type {Element} */ (row.parentElement), after: idsAfter(row), html, end });
  navigator.locks?.request(OFFERED, { mode: "shared" }, () => ended);
}

/**
 * Return the words of a row that was set aside, "" where it was not on the page.
 * @param {string} id  of the entry
 */
export function nameSetAside(id) {
  const gone = aside.get(id);
  return gone ? first(element(gone.html), ".win__what, .checkin__rating, .decision__what").textContent : "";
}

/**
 * Take a deletion back, unless it is sent by now: the row returns to where it was.
 * @param {string} id  of the entry
 */
export async function takeBack(id) {
  const entry = (await store.entriesOf(me.person)).find((one) => one.id === id && one.state === "held");
  if (!entry) return;
  await store.remove([entry]);
  const gone = aside.get(id);
  if (gone) restore(gone);
}

/**
 * End the offer to take one deletion back, and let it be sent.
 * @param {string} id  of the entry
 */
export async function endOffer(id) {
  aside.get(id)?.end();
  aside.delete(id);
  await release((entry) => entry.id === id);
}

/** Release deletions whose page has ended: Undo is not offered any more. */
export async function releaseForgotten() {
  if (!navigator.locks) return release(({ at }) => at < Date.now() - A_MINUTE); // plain http
  return navigator.locks.request(OFFERED, { ifAvailable: true }, (free) => free && release());
}

/**
 * Let held deletions be sent.
 * @param {(entry: Entry) => boolean} [isDue]
 */
export async function release(isDue = () => true) {
  const entries = await store.entriesOf(me.person).catch(() => []);
  const due = released(entries).filter(isDue);
  if (due.length) await store.update(due);
}

/**
 * Return the ids of the rows after one, which may move to another list meanwhile; with the last one the row moves, too.
 * @param {HTMLElement} row
 */
function idsAfter(row) {
  const ids = [];
  for (let next = rowAfter(row); next && ids.length < ENOUGH; next = rowAfter(next)) ids.push(next.id);
  return ids;
}

/** @param {Aside} gone */
function restore({ list, after, html }) {
  const row = element(html);
  // The page may have been renewed, and a fold of which this was the last row is gone.
  const place = list.isConnected ? list : (document.getElementById(list.id) ?? document.getElementById("todays-wins"));
  // Before the first row that is still, or again, there.
  const next = after.map((id) => document.getElementById(id)).find(Boolean);
  (next?.parentElement ?? place)?.insertBefore(row, next ?? null);
  htmx.process(row);
  first(row, "a, summary").focus();
}
