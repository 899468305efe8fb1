// The licences of what is built in, as they ask for.
import { readFileSync } from "node:fs";

const BUILT_IN = ["htmx.org", "lucide-static"];

/** Return one text with the name, version and licence of each. */
export function licences() {
  return BUILT_IN.map(licenceOf).join("\n\n");
}

/** @param {string} name */
function licenceOf(name) {
  const folder = `node_modules/${name}`;
  const { version } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  return `${name} ${version}\n\n${readFileSync(`${folder}/LICENSE`, "utf8").trim()}\n`;
}
