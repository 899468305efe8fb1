// A simulated phone: the real outbox modules over a store, a network and a clock of its own.

import { makeFetch } from "./network.mjs";
import { makeStore } from "./store.mjs";
import { makeTaps } from "./taps.mjs";

const HASTE = 25; // how much faster its clock runs for pauses and hanging requests
const MOST_TRIES = 40;
const PAUSE = 30; // ms
const PATIENCE = 200; // pauses: the server is away for half a second at a time
const LOOSE = 0.4; // the share that is ever duplicated: if all were, nothing could stay lost

/** Return a phone. `outbox`: {makeEntry, payloadOf, Sender, retried}, what is under test; see phones.mjs for the rest. */
export function makePhone({ outbox, chance, name, owner, things, start, network, seen }) {
  const { makeEntry, payloadOf, Sender, retried } = outbox;
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
    return { view, sender: new Sender({ store: view, fetch, lock, now, chance: chance.next }) };
  }

  /** Tap: the entry is stored first, then sent if that works. */
  async function record() {
    const kept = await keep(taps.next());
    if (chance.often(0.5)) send(chance.pick(tabs));
    if (chance.often(LOOSE)) loose.push(payloadOf(kept));
    if (chance.often(0.2)) stray();
    if (chance.often(0.03)) restart();
  }

  async function keep({ verb, fields, poison, v, ...made }) {
    const entry = makeEntry(verb, fields, { ...made, person: owner.person });
    const kept = await store.add(v ? { ...entry, v } : entry);
    journal.push({ entry: payloadOf(kept), poison });
    return kept;
  }

  /** Show a team a win that nobody edits or takes back; resolves when it waits no more, or a bug keeps it. */
  async function share(team) {
    const fields = { what: `shown ${name}`, kind: "quick", visibility: `team:${team}` };
    const { id } = await keep({ ...taps.made(), verb: "log_win", fields });
    for (let tries = 0; store.unsent().some((one) => one.id === id) && tries < PATIENCE; tries += 1) {
      sendStuck(); // not awaited: a browser that is ended meanwhile answers nothing
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }

  /** Show wins for which others can thank, and send them. */
  async function show() {
    for (const tap of taps.toShow()) await keep(tap);
    await settle();
  }

  function send(tab) {
    tab.sender.wake();
    return tab.sender.send(owner.person).catch(() => "later"); // as in page/outbox/sending.js
  }

  /** Send duplicates, early or late and out of order. */
  function stray() {
    const some = chance.often(0.5) ? loose.slice(-12) : loose;
    return post(chance.shuffled(some).slice(0, 1 + chance.below(10))).catch(() => {});
  }

  function post(entries) {
    const body = JSON.stringify({ person: owner.person, entries });
    const headers = { "Content-Type": "application/json" };
    return fetch("/outbox/", { method: "POST", headers, body, stray: true });
  }

  /** The system ends the browser in the middle of its work, and the person opens it again. */
  function restart() {
    for (const { view } of tabs) view.end();
    tabs = openTabs();
  }

  /** Retry what is stuck, and send until nothing waits. */
  async function settle() {
    restart();
    for (let tries = 0; store.unsent().length && tries < MOST_TRIES; tries += 1) await sendStuck();
  }

  async function sendStuck() {
    const stuck = store.unsent().filter(({ state }) => state === "stuck");
    await tabs[0].view.update(stuck.map((entry) => retried(entry)));
    await send(tabs[0]);
  }

  /** Send everything that was ever recorded again, in another order. */
  async function replay() {
    const again = chance.shuffled(journal.map(({ entry }) => entry));
    while (again.length) await post(again.splice(0, 1 + chance.below(60))).catch(() => {});
  }

  const told = () => ({ name, person: owner.person, journal, kept: store.kept() });
  return { person: owner.person, record, show, share, settle, replay, told };
}

// As in outbox/send.js, which cannot be imported here: it opens IndexedDB.
function oneAfterAnother() {
  let last = Promise.resolve();
  return (work) => (last = last.then(work, work));
}
