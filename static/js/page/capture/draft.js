// What something shared from another app means as a win. Pure; webapp/rules/capture/shares.py says the same,
// for pages without scripts, and tests/support/shares.json holds both to it.

const LONGEST = 2000;
const LINK = /https?:\/\/[^\s]+/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it takes out
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]+/g;

/** {what, evidence}: words for the box, and the link, "" when there is none. */
export function draftOf({ title, text, url }) {
  const [name, said, address] = [title, text, url].map(tidy);
  const found = LINK.exec(address)?.[0] ?? LINK.exec(said)?.[0] ?? "";
  const evidence = isShort(trimmed(found)) ? trimmed(found) : "";
  const rest = evidence ? tidy(said.replace(found, "")) : said;
  const words = rest.includes(name) ? rest : [name, rest].filter(Boolean).join(" – ");
  return { what: [...words].slice(0, LONGEST).join(""), evidence };
}

function tidy(words = "") {
  return words.replace(CONTROLS, " ").split(/\s+/).filter(Boolean).join(" ");
}

function trimmed(link) {
  return link.replace(/[.,;:!?"'”»]+$/, "");
}

function isShort(link) {
  return [...link].length <= LONGEST;
}
