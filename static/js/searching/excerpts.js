// What a search found in a text, as webapp/rules/shared/folding.py marks it. Pure. tests/folding.json has cases for both.

import { character, isLinking, LINKING } from "./folding.js";
import { HAMZA, isHamza, spelled } from "./hamzas.js";

const BEFORE = 30; // characters of an excerpt before the first hit
const LONGEST = 120; // and in all

/**
 * Return a text in pieces, and of each whether it is a hit of one of the folded words.
 * @param {string} text
 * @param {string[]} words
 * @returns {[string, boolean][]}
 */
export function pieces(text, words) {
  const letters = [...text];
  const cut = [0, ...hits(letters, words).flat(), letters.length];
  const parts = cut
    .slice(1)
    .map((end, n) => /** @type {[string, boolean]} */ ([part(letters, cut[n], end), n % 2 > 0]));
  return parts.filter(([words_]) => words_);
}

/**
 * Return the part of a text around its first hit, with "…" where words are left out.
 * @param {string} text
 * @param {string[]} words
 */
export function excerpt(text, words) {
  const letters = [...text];
  const [first, end] = hits(letters, words)[0] ?? [0, 0];
  const blank = letters.indexOf(" ", Math.max(0, first - BEFORE));
  const begin = first > BEFORE && blank >= 0 && blank < first ? blank + 1 : 0;
  let stop = letters.length;
  if (stop - begin > LONGEST) stop = Math.max(letters.lastIndexOf(" ", begin + LONGEST - 1), end);
  return (begin ? "…" : "") + part(letters, begin, stop) + (stop < letters.length ? "…" : "");
}

/**
 * Return the [first, end] of each stretch of letters that hits cover, in order.
 * @param {string[]} letters
 * @param {string[]} words
 */
function hits(letters, words) {
  const { whole, at, ends } = foldedPlaces(letters);
  const found = words
    .filter(Boolean)
    .flatMap((word) => [...whole.matchAll(spelled(word))])
    .map(({ index, 0: { length } }) => [at[index], ends[index + length - 1]]);
  /** @type {number[][]} */
  const merged = [];
  for (const [first, end] of found.sort(([a], [b]) => a - b)) {
    const last = merged.at(-1);
    if (last && first <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([first, end]);
  }
  return merged;
}

/**
 * Return the folded text, and for each of its characters the place in `letters` where it begins, and where it ends with
 * its accents.
 * @param {string[]} letters
 */
function foldedPlaces(letters) {
  const folds = letters.map((letter, n) => (isHamza(letters, n) ? HAMZA : character(letter)));
  const all = folds.join("");
  /** @type {number[]} */
  const places = folds.flatMap((fold, place) => Array(fold.length).fill(place));
  const left = new Set([...all.matchAll(LINKING)].flatMap(leftOut));
  const kept = [...places.keys()].filter((n) => !left.has(n));
  const ends = kept.map((n) => Math.max(places[n + 1] ?? letters.length, places[n] + 1));
  return { whole: kept.map((n) => all[n]).join(""), at: kept.map((n) => places[n]), ends };
}

/** @param {RegExpExecArray} found */
function leftOut({ 0: run, index, input }) {
  return isLinking(run, index, input) ? [...run].map((_, n) => index + n) : [];
}

/**
 * @param {string[]} letters
 * @param {number} first
 * @param {number} end
 */
function part(letters, first, end) {
  return letters.slice(first, end).join("");
}
