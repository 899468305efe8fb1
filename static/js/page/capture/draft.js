// What something shared by another app means as a win. Pure. webapp/rules/capture/shares.py does the same for pages
// without scripts; tests/support/shares.json checks both.

import { addressOf } from "../shared/links.js";
import { tidy } from "../shared/texts.js";

const LONGEST = 2000;
const LINK = /https?:\/\/[^\s]+/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it takes out
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]+/g;

/**
 * Return {what, evidence}: words for the box, and the link, "" if there is none.
 * @param {{ title?: string, text?: string, url?: string }} shared
 */
export function draftOf({ title, text, url }) {
  const [name, said, address] = [title, text, url].map(onOneLine);
  const found = LINK.exec(address)?.[0] ?? LINK.exec(said)?.[0] ?? "";
  const evidence = isShort(trimmed(found)) ? addressOf(trimmed(found)) : "";
  const rest = evidence ? onOneLine(said.replace(found, "")) : said;
  const words = rest.includes(name) ? rest : [name, rest].filter(Boolean).join(" – ");
  return { what: [...words].slice(0, LONGEST).join(""), evidence };
}

function onOneLine(words = "") {
  return tidy(words.replace(CONTROLS, " ")).split(/\s+/).filter(Boolean).join(" ");
}

/** @param {string} link */
function trimmed(link) {
  return link.replace(/[.,;:!?"'”»]+$/, "");
}

/** @param {string} link */
function isShort(link) {
  return [...link].length <= LONGEST;
}
