// What the page hands to its scripts: sentences in the person's language, and whose page it is.

const { words: json, person, rev, dayStart } = document.body.dataset;

export const words = JSON.parse(json ?? "{}");
export const me = person ? { person, rev: Number(rev), dayStart: Number(dayStart) } : null;

/** A sentence with {n} filled in. */
export function say(name, n) {
  return (words[name] ?? name).replace("{n}", n);
}
