// In place of IndexedDB: it outlives the tabs that use it. It promises what outbox/store.js promises and no more:
// entries come back as copies, and in any order.

/** Return an empty store: {add, tab, kept, unsent}. */
export function makeStore(chance) {
  const entries = new Map();
  const sent = new Map();
  let last = 0;

  async function add(entry) {
    const seq = ++last;
    entries.set(seq, structuredClone({ ...entry, seq }));
    return { ...entry, seq };
  }

  async function entriesOf(person) {
    await pause();
    const own = [...entries.values()].filter((entry) => entry.person === person);
    return structuredClone(chance.shuffled(own));
  }

  async function update(changed) {
    await pause();
    for (const { fields: _, ...marks } of changed) {
      if (!entries.has(marks.seq)) continue;
      const entry = structuredClone({ ...entries.get(marks.seq), ...marks });
      if (marks.state === "sent") entries.delete(marks.seq);
      (marks.state === "sent" ? sent : entries).set(marks.seq, entry);
    }
  }

  /** Return the store as one tab sees it; after `end` its requests are never answered. */
  function tab() {
    let alive = true;
    const never = new Promise(() => {});
    const whileAlive =
      (work) =>
      (...asked) =>
        alive ? work(...asked) : never;
    return {
      entriesOf: whileAlive(entriesOf),
      update: whileAlive(update),
      end: () => {
        alive = false;
      },
    };
  }

  const kept = () => [...entries.values(), ...sent.values()];
  const unsent = () => [...entries.values()].filter(({ state }) => state !== "refused");
  return { add, tab, kept, unsent };
}

function pause() {
  return new Promise((resolve) => setImmediate(resolve));
}
