// How often a phone asks whether a review has changed. Pure.

const SOON = 1_500; // ms
const LATER = 5_000; // ms
const QUIET = 180_000; // ms; after so long without a change a review is quiet

/**
 * Return after how many ms to ask again, or null: not before the page is seen again.
 * @param {{ hidden: boolean, now: number, changed: number }} state  `changed`: when something changed last; ms
 */
export function pauseFor({ hidden, now, changed }) {
  if (hidden) return null;
  return now - changed <= QUIET ? SOON : LATER;
}
