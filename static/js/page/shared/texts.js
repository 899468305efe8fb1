// Texts as the server stores them, so that a row shows the same before and after: webapp/rules/shared/text.py. Pure.

const BREAK = /\r\n|[\r\v\f\x85\u2028\u2029]/g;
const SEEN = /[^\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{M}\u115f\u1160\u3164\uffa0\u2800\u{1d159}]/u;

/**
 * Return the text with each break as a newline, without outer blanks; "" if nothing of it is seen.
 * @param {string} text
 */
export function tidy(text) {
  const plain = text.replace(BREAK, "\n").trim();
  return hasWords(plain) ? plain : "";
}

/**
 * Return whether a text has a character that is seen by itself.
 * @param {string} text
 */
export function hasWords(text) {
  return SEEN.test(text);
}
