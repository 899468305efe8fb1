// A deleted win: as long as the way back is open its deletion stays on this phone, durably, unsent.
// See docs/decisions/0010.

import htmx from "htmx.org";
import { released } from "../../outbox/plan.js";
import * as store from "../../outbox/store.js";
import { drawn, element, winIn } from "../shared/draw.js";
import { me } from "../shared/words.js";

const OPEN = "way back"; // the lock of pages on which it is open; it goes with the page
const A_MINUTE = 60_000;
let aside;
let close = () => {};

/** Open the way back: remember a row that is about to go, and where it stood. */
export function setAside(row) {
  aside = row && { list: row.parentElement, next: row.nextElementSibling, win: winIn(row) };
  const closed = new Promise((resolve) => {
    close = resolve;
  });
  navigator.locks?.request(OPEN, { mode: "shared" }, () => closed);
}

/** Take a deletion back, unless it is sent by now: the row stands where it stood. */
export async function takeBack(id) {
  const entry = (await store.entriesOf(me.person)).find((one) => one.id === id && one.state === "held");
  if (!entry) return;
  await store.remove([entry]);
  const fresh = element(drawn("win", aside.win));
  aside.list.insertBefore(fresh, aside.next?.parentElement === aside.list ? aside.next : null);
  htmx.process(fresh);
  fresh.querySelector("a").focus();
}

/** Let deletions go whose page has died: no way back is open any more. */
export async function letForgottenGo() {
  if (!navigator.locks) return letGo(Date.now() - A_MINUTE); // plain http
  return navigator.locks.request(OPEN, { ifAvailable: true }, (free) => free && letGo());
}

/** Close the way back, and let deletions go that were made before the moment `before` (ms). */
export async function letGo(before = Infinity) {
  if (before === Infinity) close();
  const entries = await store.entriesOf(me.person).catch(() => []);
  const due = released(entries).filter(({ at }) => at < before);
  if (due.length) await store.update(due);
}
