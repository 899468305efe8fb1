// How many things wait here, in words: "3 wins, 1 check-in".

import { formFor } from "./plurals.js";
import { locale } from "./words.js";

/**
 * @import { Sentence } from "./plurals.js"
 */

/**
 * Return how many there are of each kind, in the plural forms that an element brings along (thing_forms in
 * webapp/web/shared/i18n/script_sentences.py).
 * @param {Map<string, string>} things  kinds by id; see outbox/things.js
 * @param {HTMLElement} place
 */
export function countedIn(things, { dataset }) {
  /** @type {Record<string, Sentence>} */
  const forms = JSON.parse(dataset.things ?? "{}");
  const kinds = [...things.values()];
  const parts = Object.entries(forms).flatMap(([kind, form]) => {
    const n = kinds.filter((one) => one === kind).length;
    return n ? formFor(form, n, locale).replace("{n}", String(n)) : [];
  });
  return new Intl.ListFormat(locale, { type: "unit" }).format(parts);
}
