// The characters that numbers are typed with, brought into one form: webapp/rules/shared/marks.py for the phone.

export const ARABIC_DECIMAL = "\u066b";
export const ARABIC_GROUP = "\u066c";
// Signs of currencies, and fractions that are one character.
export const CURRENCIES =
  "$\u00a3-\u00a5\u058f\u060b\u09f2\u09f3\u0e3f\u17db\u20a0-\u20cf\ufdfc\ufe69\uff04\uffe1\uffe5\uffe6";
export const FRACTIONS = "\u00bc-\u00be\u2150-\u215e";
const ZEROS = ["0", "\u0660", "\u06f0", "\uff10"]; // ASCII, Arabic-Indic, Persian, full width
const WAYS = {
  "-": "\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d",
  "+": "\uff0b",
  "%": "\u066a\ufe6a\uff05",
  "'": "\u00b4\u2018\u2019\u02bc\u2032\uff07",
  ",": "\u060c\uff0c",
  ".": "\uff0e",
  "": "\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff",
};
/** @type {Map<string, string>} */
export const IN_ASCII = new Map();
for (const [mark, ways] of Object.entries(WAYS)) for (const one of ways) IN_ASCII.set(one, mark);
for (const zero of ZEROS.slice(1)) for (const digit of "0123456789") IN_ASCII.set(moved(zero, digit), digit);
const FOREIGN = /^[0-9,.]$/;

/**
 * Return the text with ASCII digits and marks, plain blanks, and none at the ends.
 * @param {string} text
 */
export function inAscii(text) {
  const plain = [...text].map((one) => IN_ASCII.get(one) ?? one.replace(/\p{Zs}/u, " "));
  return plain.join("").replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
}

/**
 * Return whether a text has digits or marks that no language of the app writes itself.
 * @param {string} text
 */
export function isForeign(text) {
  return [...text].some((one) => FOREIGN.test(IN_ASCII.get(one) ?? ""));
}

/**
 * @param {string} zero
 * @param {string} digit
 */
function moved(zero, digit) {
  return String.fromCodePoint(Number(zero.codePointAt(0)) + Number(digit));
}
