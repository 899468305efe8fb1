// Comparing words as searches do. The script for it comes with the search, so that no other page is larger for it.

/**
 * @import { finds, folded, foldedWords } from "../../searching/folding.js"
 *
 * @typedef {{ finds: typeof finds, folded: typeof folded, foldedWords: typeof foldedWords }} Comparing
 */

/** Resolves with the ways to compare words; where the script does not come, by their case alone. @returns {Promise<Comparing>} */
export async function comparing() {
  try {
    return await import(__FURTHER__);
  } catch {
    const finds = (/** @type {string} */ text, /** @type {string[]} */ words) =>
      words.every((word) => lower(text).includes(word));
    return { finds, folded: lower, foldedWords: (text) => lower(text).split(/\s+/).filter(Boolean) };
  }
}

/** @param {string} text */
function lower(text) {
  return text.toLowerCase();
}
