// What the form for thanks counts and compares; the server does the same (webapp/rules/recognition). Pure.

/**
 * Return the words of a text, without case and apostrophes; marks and signs separate them.
 * @param {string} text
 */
export function wordsOf(text) {
  const folded = text.normalize("NFKC").toLowerCase().replace(/['’ʼ]/g, "");
  return folded.split(/[\p{P}\p{S}\p{Z}\p{C}]+/u).filter(Boolean);
}

/**
 * Return the words of `text` that are in none of the others, each once.
 * @param {string} text
 * @param {string[]} others
 */
export function ownWords(text, others) {
  const theirs = new Set(others.flatMap(wordsOf));
  return [...new Set(wordsOf(text))].filter((word) => !theirs.has(word));
}

/**
 * Return whether a text praises effort and names no outcome: of the lists' words and no other, and one of effort.
 * @param {string} text
 * @param {Set<string>} effort
 * @param {Set<string>} between
 */
export function isEffortOnly(text, effort, between) {
  const words = wordsOf(text);
  return words.some((word) => effort.has(word)) && words.every((word) => effort.has(word) || between.has(word));
}
