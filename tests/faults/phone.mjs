// A simulated phone: the real outbox modules over a store, a network and a clock of its own.

import { makeFetch } from "./network.mjs";
import { makeStore } from "./store.mjs";
import { makeTaps } from "./taps.mjs";

const HASTE = 25; // its clock for back-off and stale requests runs that much faster
const MOST_TRIES = 40;
const LOOSE = 0.4; // share of what is ever duplicated: with all of it nothing could stay lost

/** `outbox`: {makeEntry, wire, makeSender, retried}, what is under test; see phones.mjs for the rest. */
export function makePhone({ outbox, chance, name, owner, things, start, network, seen }) {
  const { makeEntry, wire, makeSender, retried } = outbox;
  const store = makeStore(chance);
  const taps = makeTaps({ chance, name, things, start });
  const fetch = makeFetch({ ...network, ...owner, chance, seen });
  const locks = chance.often(0.7); // plain http has no Web Locks: each tab sends as it likes
  const many = 1 + chance.below(2);
  const journal = [];
  const loose = [];
  let tabs = openTabs();

  function openTabs() {
    const shared = oneAfterAnother();
    return Array.from({ length: many }, () => openTab(locks ? shared : oneAfterAnother()));
  }

  function openTab(lock) {
    const view = store.tab();
    const now = () => start + HASTE * performance.now();
    return { view, ...makeSender({ store: view, fetch, lock, now, chance: chance.next }) };
  }

  /** A tap: kept first, then sent when that works. */
  async function record() {
    const { verb, fields, poison, v, ...made } = taps.next();
    const entry = makeEntry(verb, fields, { ...made, person: owner.person });
    const kept = await store.add(v ? { ...entry, v } : entry);
    journal.push({ entry: wire(kept), poison });
    if (chance.often(0.5)) send(chance.pick(tabs));
    if (chance.often(LOOSE)) loose.push(wire(kept));
    if (chance.often(0.2)) stray();
    if (chance.often(0.03)) restart();
  }

  function send(tab) {
    tab.wake();
    return tab.send(owner.person).catch(() => "later"); // as in app.js
  }

  // A duplicate on the network, early or late and out of order.
  function stray() {
    const some = chance.often(0.5) ? loose.slice(-12) : loose;
    return post(chance.shuffled(some).slice(0, 1 + chance.below(10))).catch(() => {});
  }

  function post(entries) {
    const body = JSON.stringify({ person: owner.person, entries });
    const headers = { "Content-Type": "application/json" };
    return fetch("/outbox/", { method: "POST", headers, body, stray: true });
  }

  // The system ends the browser in the middle of whatever it does, and it is opened again.
  function restart() {
    for (const { view } of tabs) view.end();
    tabs = openTabs();
  }

  /** Try again what is stuck, and send until nothing waits. */
  async function settle() {
    restart();
    for (let tries = 0; store.unsent().length && tries < MOST_TRIES; tries += 1) {
      const stuck = store.unsent().filter(({ state }) => state === "stuck");
      await tabs[0].view.update(stuck.map((entry) => retried(entry, start)));
      await send(tabs[0]);
    }
  }

  /** Send everything that was ever recorded once more, in another order. */
  async function replay() {
    const again = chance.shuffled(journal.map(({ entry }) => entry));
    while (again.length) await post(again.splice(0, 1 + chance.below(60))).catch(() => {});
  }

  const told = () => ({ name, person: owner.person, journal, kept: store.kept() });
  return { record, settle, replay, told };
}

// As in outbox/sender.js, which cannot be had here: it opens IndexedDB.
function oneAfterAnother() {
  let last = Promise.resolve();
  return (work) => (last = last.then(work, work));
}
