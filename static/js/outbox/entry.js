// What an entry is. Pure: id, time and place are handed in.

export const FORMAT = 1;

/** A new entry, as it is kept on the phone; `seq` is given by the store. A "held" one is not sent yet. */
export function makeEntry(verb, fields, { id, person, at, offset, zone }, state = "saved") {
  return { v: FORMAT, id, person, verb, at, offset, zone, fields, state, tries: 0 };
}

/** The part of an entry that is sent. */
export function wire({ v, id, seq, verb, at, offset, zone, fields }) {
  return { v, id, seq, verb, at, offset, zone, fields };
}

/** The id of the win or check-in that an entry is about. */
export function subject(entry) {
  return entry.fields.target ?? entry.id;
}

/** Whether an entry still has to reach the server. */
export function isWaiting(entry) {
  return entry.state === "saved" || entry.state === "held";
}

/** ISO day that a moment belongs to, where days start `dayStart` minutes after midnight. */
export function dayOf(at, offset, dayStart) {
  return new Date(at + (offset - dayStart) * 60_000).toISOString().slice(0, 10);
}

/** Wall clock of a moment: {time: "09:30", wall_clock: "2026-11-22T09:30"}. */
export function wallClock(at, offset) {
  const local = new Date(at + offset * 60_000).toISOString();
  return { time: local.slice(11, 16), wall_clock: local.slice(0, 16) };
}
