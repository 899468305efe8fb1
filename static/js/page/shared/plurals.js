// Plural forms. Pure: the language is handed in.

/** The sentence for `n`: of {one, few, other ...} (webapp/web/shared/i18n/script_sentences.py) its form, of any other itself. */
export function formFor(sentence, n, locale) {
  if (typeof sentence === "string") return sentence;
  return sentence[new Intl.PluralRules(locale).select(n)] ?? sentence.other;
}
