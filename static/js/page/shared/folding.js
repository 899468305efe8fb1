// Comparing words as people type them, as webapp/rules/shared/folding.py does: without case, accents, vowel marks and
// ways of writing. Pure. tests/folding.json has cases for both.

import { IN_ASCII } from "../../numbers/marks.js";

// Ways of writing one letter or sign that Unicode's own decomposition does not bring together.
const WAYS = {
  "'": "`\u00b4\u0374\u1fef\u1ffd\u02b9\u02bb\u02be\u02bf\u201a\u201b\u2032\u2039\u203a",
  '"': "\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033\u301d\u301e",
  "-": "\u2015\u2043\u2e3a\u2e3b",
  "/": "\u2044\u2215",
  ".": "\u066b",
  ",": "\u066c",
  ";": "\u061b",
  "?": "\u061f",
  "\u0627": "\u0671", // alef
  "\u064a": "\u0649\u06cc", // yeh
  "\u0647": "\u0629\u06be\u06c1", // heh
  "\u0643": "\u06a9", // kaf
  ae: "\u00e6",
  oe: "\u0153",
  th: "\u00fe",
  o: "\u00f8",
  l: "\u0142",
  d: "\u0111\u00f0",
  h: "\u0127",
  t: "\u0167",
  "": "\u00ad\u0640", // a hyphen that may be, the line that stretches Arabic words
};
const SAME = new Map(IN_ASCII);
for (const [sign, ways] of Object.entries(WAYS)) for (const one of ways) SAME.set(one, sign);
// Accents, Hebrew and Arabic vowel marks, selectors. Marks of other scripts are letters of words.
const MARKS = new RegExp(
  "[\\u0300-\\u036f\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a\\u064b-\\u065f" +
    "\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed\\u08ca-\\u08e1\\u08e3-\\u08ff" +
    "\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe00-\\ufe0f\\ufe20-\\ufe2f]",
  "g",
);
const BEFORE = 30; // characters of an excerpt before the first hit
const LONGEST = 120; // and in all
/** @type {Map<string, string>} */
const known = new Map();

/**
 * Return the text as searches compare it; each blank as a space.
 * @param {string} text
 */
export function folded(text) {
  return [...text].map(character).join("");
}

/**
 * Return the words of a text, folded.
 * @param {string} text
 */
export function foldedWords(text) {
  return folded(text).split(" ").filter(Boolean);
}

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
  const folds = letters.map(character);
  const whole = folds.join("");
  const at = [...folds.flatMap((fold, place) => Array(fold.length).fill(place)), letters.length];
  /** @type {number[][]} */
  const merged = [];
  for (const [first, end] of words.flatMap((word) => [...placesOf(whole, word, at)]).sort(([a], [b]) => a - b)) {
    const last = merged.at(-1);
    if (last && first <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([first, end]);
  }
  return merged;
}

/**
 * @param {string} whole
 * @param {string} word
 * @param {number[]} at
 */
function* placesOf(whole, word, at) {
  for (let first = whole.indexOf(word); word && first >= 0; first = whole.indexOf(word, first + word.length)) {
    const end = first + word.length;
    yield [at[first], Math.max(at[end], at[end - 1] + 1)]; // to the end of the last letter, with its accents
  }
}

/**
 * @param {string[]} letters
 * @param {number} first
 * @param {number} end
 */
function part(letters, first, end) {
  return letters.slice(first, end).join("");
}

/** @param {string} one */
function character(one) {
  const fold = known.get(one) ?? foldOf(one);
  known.set(one, fold);
  return fold;
}

/** @param {string} one */
function foldOf(one) {
  const unseen = SAME.get(one);
  if (unseen === undefined && /\s/.test(one)) return " ";
  const parts = (unseen ?? one).normalize("NFKD");
  // By way of upper case, which has "SS" for "ß", "I" for "ı" and one letter for both "σ" and "ς".
  const plain = parts.toLowerCase().toUpperCase().toLowerCase().normalize("NFKD");
  return [...plain]
    .map((sign) => SAME.get(sign) ?? sign)
    .join("")
    .replace(MARKS, "");
}
