// Entries as a phone stores them.

/**
 * Return an entry that logs a win, with the number `seq`.
 * @param {number} seq
 * @param {object} [more]  what is different
 */
export function entry(seq, more = {}) {
  return {
    v: 1,
    id: `id-${seq}`,
    seq,
    person: "ana",
    verb: "log_win",
    at: 0,
    offset: 0,
    zone: "UTC",
    fields: { what: "x", kind: "quick" },
    state: "saved",
    tries: 0,
    ...more,
  };
}

/**
 * Return the oldest `most` entries in a Map that may be sent, without those whose ids are in `aside`.
 * @param {Map<number, object>} kept
 * @param {number} most
 * @param {Set<string>} aside
 */
export function sendableOf(kept, most, aside) {
  const ready = [...kept.values()].filter(({ id, state }) => state === "saved" && !aside.has(id));
  return ready.sort((a, b) => a.seq - b.seq).slice(0, most);
}
