// The letters that carry a hamza in Arabic, as webapp/rules/shared/hamzas.py: one word is written in several right ways.
// Pure. tests/folding.json has cases for both.

export const HAMZA = "\u0674"; // stands for one that has several ways to be written
const ALONE = "\u0621";
const ON_LETTERS = "\u0624\u0626"; // waw, yeh
const ON_ALEF = "\u0623";
const LAM = "\u0644";
const LETTERS = /[\u0621\u0648\u064a\u0627]/g; // hamza, waw, yeh, alef

/**
 * Return whether the letter at a place is a hamza that has several ways to be written: alone not at the end of a word, on
 * alef only inside a word, and not of "the ...".
 * @param {string[]} letters
 * @param {number} n
 */
export function isHamza(letters, n) {
  if (letters[n] === ALONE) return /\p{L}/u.test(letters[n + 1] ?? "");
  if (letters[n] !== ON_ALEF) return ON_LETTERS.includes(letters[n]);
  return n > 1 && /\S{2}/.test(letters[n - 2] + letters[n - 1]) && letters[n - 1] !== LAM;
}

/**
 * Return the pattern of a folded word in a folded text in which HAMZA stands for hamzas.
 * @param {string} word
 */
export function spelled(word) {
  const plain = word.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");
  const pattern = plain.replace(LETTERS, `[$&${HAMZA}]`);
  return new RegExp(/\u064a\u0621$/.test(word) ? `${pattern}?` : pattern, "g"); // one letter for both, at the end
}
