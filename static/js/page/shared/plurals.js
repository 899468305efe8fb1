// Plural forms. Pure: the language is an argument.

/**
 * A sentence that scripts show (webapp/web/shared/i18n/script_sentences.py), or its plural forms.
 * @typedef {string | Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }} Sentence
 */

/**
 * Return the form of a sentence for `n`; a sentence without plural forms is returned as it is.
 * @param {Sentence} sentence
 * @param {number} n
 * @param {string} locale
 */
export function formFor(sentence, n, locale) {
  if (typeof sentence === "string") return sentence;
  return sentence[new Intl.PluralRules(locale).select(n)] ?? sentence.other;
}
