// Comparing words as people type them, as webapp/rules/shared/folding.py does: without case, accents, vowel marks and
// ways of writing. Pure. tests/folding.json has cases for both.

import { IN_ASCII } from "../numbers/marks.js";
import { HAMZA, isHamza, spelled } from "./hamzas.js";

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
export const LINKING = /['-]+/g; // left out at a letter: "don't", "e-mail", not "10-5"
const LETTER_BEFORE = /[\p{L}\p{No}\p{Nl}]$/u;
const LETTER_AFTER = /^[\p{L}\p{No}\p{Nl}]/u;
/** @type {Map<string, string>} */
const known = new Map();

/**
 * Return the text as searches compare it; each blank as a space.
 * @param {string} text
 */
export function folded(text) {
  return linked([...text].map(character).join(""));
}

/**
 * Return whether a text has all of these folded words, whichever letters its hamzas are on.
 * @param {string} text
 * @param {string[]} words
 */
export function finds(text, words) {
  const letters = [...text.normalize("NFC")];
  const whole = linked(letters.map((letter, n) => (isHamza(letters, n) ? HAMZA : character(letter))).join(""));
  return words.every((word) => spelled(word).test(whole));
}

/**
 * Return the words of a text, folded.
 * @param {string} text
 */
export function foldedWords(text) {
  return folded(text).split(" ").filter(Boolean);
}

/** @param {string} whole */
function linked(whole) {
  return whole.replace(LINKING, (run, at) => (isLinking(run, at, whole) ? "" : run));
}

/**
 * Return whether a run of apostrophes and hyphens stands at a letter.
 * @param {string} run
 * @param {number} at
 * @param {string} whole
 */
export function isLinking(run, at, whole) {
  const end = at + run.length;
  return LETTER_BEFORE.test(whole.slice(Math.max(0, at - 2), at)) || LETTER_AFTER.test(whole.slice(end, end + 2));
}

/**
 * Return how one character is compared.
 * @param {string} one
 */
export function character(one) {
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
