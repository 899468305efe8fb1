// What can only be seen between phone and server: in which order a phone sends, and what the server answers.

/** Return counters for all phones of a run. */
export function makeWatch() {
  const stored = new Map(); // "person id" -> how often the server has answered "stored"
  const tally = { requests: 0, answers: 0, disordered: 0 };
  const revs = new Map(); // person -> the highest rev in an answer
  const times = new Map(); // id of an entry -> [when it was sent first, when it was first said to be stored]
  let clock = 0;

  const now = () => ++clock;

  /** Remember that entries are sent, by a sender or astray. */
  function tried(entries) {
    for (const { id } of entries) if (!times.has(id)) times.set(id, [now(), 0]);
  }

  function sent(entries) {
    tally.requests += 1;
    const seqs = entries.map(({ seq }) => seq);
    if (seqs.some((seq, index) => index > 0 && seq < seqs[index - 1])) tally.disordered += 1;
  }

  function answered({ person, rev, verdicts }) {
    if (!person) return; // the answer of something else
    tally.answers += 1;
    revs.set(person, Math.max(rev, revs.get(person) ?? 0));
    for (const { id, verdict } of verdicts) {
      if (verdict === "stored") count(stored, `${person} ${id}`);
      if (verdict !== "refused" && times.has(id)) times.get(id)[1] ||= now();
    }
  }

  const isStored = (id) => Boolean(times.get(id)?.[1]);
  const twice = () => [...stored].filter(([, times]) => times > 1).map(([key]) => key.split(" ")[1]);
  const told = () => ({
    tally,
    revs: Object.fromEntries(revs),
    twice: twice(),
    times: Object.fromEntries(times),
  });
  return { now, tried, sent, answered, isStored, told };
}

function count(map, key) {
  map.set(key, (map.get(key) ?? 0) + 1);
}
