// What the page hands to its scripts: sentences in the person's language, and whose page it is.

import { formFor } from "./plurals.js";

const { words: json, person, rev, dayStart } = document.body.dataset;

export const words = JSON.parse(json ?? "{}");
// Western digits in every language, as the server writes them; English as it writes dates.
const { lang } = document.documentElement;
export const locale = lang === "en" ? "en-GB" : `${lang}-u-nu-latn`;

export const me = person ? { person, rev: Number(rev), dayStart: Number(dayStart) } : null;

/** A sentence with its {places} filled in. */
export function fill(name, values) {
  return (words[name] ?? name).replace(/\{(\w+)\}/g, (place, key) => values[key] ?? place);
}

/** A sentence with {n} filled in; one that has plural forms in the form for `n`. */
export function say(name, n) {
  const sentence = words[name] ?? name;
  return formFor(sentence, n, locale).replace("{n}", n);
}
