// A deleted win: as long as Undo is offered, its deletion is held back on this phone, durably, and is not sent.
// See docs/decisions/0010.

import htmx from "htmx.org";
import { released } from "../../outbox/plan.js";
import * as store from "../../outbox/store.js";
import { first } from "../shared/dom.js";
import { element } from "../shared/draw.js";
import { me } from "../shared/me.js";
import { drawnWin, winIn } from "./win_row.js";

/**
 * @import { Win } from "./win.js"
 */

const OFFERED = "way back"; // the lock of pages on which Undo is offered; it ends with the page
const A_MINUTE = 60_000; // ms
/** @type {{ list: Element | null, next: Element | null, win: Win } | null} */
let aside = null;
let endOffer = () => {};

/**
 * Begin to offer Undo: remember a row that is about to go, and where it was.
 * @param {HTMLElement | null} row
 */
export function setAside(row) {
  aside = row && { list: row.parentElement, next: row.nextElementSibling, win: winIn(row) };
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    endOffer = resolve;
  });
  navigator.locks?.request(OFFERED, { mode: "shared" }, () => ended);
}

/**
 * Take a deletion back, unless it is sent by now: the row returns to where it was.
 * @param {string} id  of the entry
 */
export async function takeBack(id) {
  const entry = (await store.entriesOf(me.person)).find((one) => one.id === id && one.state === "held");
  if (!entry) return;
  await store.remove([entry]);
  if (aside) restore(aside);
}

/** Release deletions whose page has ended: Undo is not offered any more. */
export async function releaseForgotten() {
  if (!navigator.locks) return release(Date.now() - A_MINUTE); // plain http
  return navigator.locks.request(OFFERED, { ifAvailable: true }, (free) => free && release());
}

/**
 * End the offer, and let deletions be sent that were made before a moment.
 * @param {number} [before]  ms since 1970
 */
export async function release(before = Infinity) {
  if (before === Infinity) endOffer();
  const entries = await store.entriesOf(me.person).catch(() => []);
  const due = released(entries).filter(({ at }) => at < before);
  if (due.length) await store.update(due);
}

/** @param {{ list: Element | null, next: Element | null, win: Win }} where */
function restore({ list, next, win }) {
  const row = element(drawnWin(win));
  list?.insertBefore(row, next?.parentElement === list ? next : null);
  htmx.process(row);
  first(row, "a").focus();
}
