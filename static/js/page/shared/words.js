// Sentences in the person's language, which the page brings along for its scripts.

import { formFor } from "./plurals.js";

/**
 * @import { NumberFormat } from "../../numbers/format.js"
 * @import { Sentence } from "./plurals.js"
 */

const { words } = document.body.dataset;
/** @type {Record<string, Sentence> & { number_format: NumberFormat }} */
const sentences = JSON.parse(words ?? "{}");
const { lang } = document.documentElement;

// Western digits in every language, as the server writes them; in English dates as it writes them.
export const locale = lang === "en" ? "en-GB" : `${lang}-u-nu-latn`;

/** How the page writes numbers. */
export const numberFormat = sentences.number_format;

/**
 * Return a sentence with its {placeholders} filled.
 * @param {string} name
 * @param {Record<string, unknown>} values
 */
export function fill(name, values) {
  const sentence = String(sentences[name] ?? name);
  return sentence.replace(/\{(\w+)\}/g, (placeholder, key) => String(values[key] ?? placeholder));
}

/**
 * Return the sentence that an element brings along in its plural forms, with {n} filled in.
 * @param {HTMLElement} place
 * @param {number} n
 */
export function counted({ dataset }, n) {
  return formFor(JSON.parse(dataset.says ?? ""), n, locale).replace("{n}", String(n));
}

/**
 * Return a sentence with {n} filled in; one that has plural forms in the form for `n`.
 * @param {string} name
 * @param {number} [n]
 */
export function say(name, n = NaN) {
  return formFor(sentences[name] ?? name, n, locale).replace("{n}", String(n));
}
