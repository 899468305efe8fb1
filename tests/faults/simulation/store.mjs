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

  async function sendable(person, most, aside) {
    await pause();
    const ready = [...entries.values()].filter((entry) => entry.person === person && entry.state === "saved");
    const oldest = ready.filter(({ id }) => !aside.has(id)).sort((a, b) => a.seq - b.seq);
    return structuredClone(chance.shuffled(oldest.slice(0, most)));
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
      sendable: whileAlive(sendable),
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
