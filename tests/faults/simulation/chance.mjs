// Random numbers from a seed: with the same seed the same phones do the same.

/** Return functions over the numbers of mulberry32 from a whole-number seed. */
export function makeChance(seed) {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;

  function next() {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  const below = (limit) => Math.floor(next() * limit);
  const pick = (list) => list[below(list.length)];
  const often = (share) => next() < share;

  /** Return a copy of `list` in a random order. */
  function shuffled(list) {
    return list
      .map((thing) => [next(), thing])
      .sort(([a], [b]) => a - b)
      .map(([, thing]) => thing);
  }

  function uuid() {
    const hex = Array.from({ length: 32 }, () => below(16).toString(16)).join("");
    return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");
  }

  return { next, below, pick, often, shuffled, uuid };
}
