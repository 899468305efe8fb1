// One SVG file with every icon that is used, each a <symbol> under our own name.
import { readFileSync } from "node:fs";

const LUCIDE = "node_modules/lucide-static/icons";
const STROKE = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';

/**
 * Return the sprite.
 * @param {string} names  path of a JSON file {our name: Lucide's}
 * @param {string} [own]  path of an SVG of ours, added as "cairn"
 */
export function buildSprite(names, own) {
  const lucide = Object.entries(JSON.parse(readFileSync(names, "utf8"))).map(([name, theirs]) =>
    symbol(name, STROKE, inside(`${LUCIDE}/${theirs}.svg`)),
  );
  const symbols = own ? [...lucide, symbol("cairn", 'fill="currentColor"', inside(own))] : lucide;
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`;
}

/**
 * @param {string} name
 * @param {string} paint
 * @param {string} shapes
 */
function symbol(name, paint, shapes) {
  return `<symbol id="${name}" viewBox="0 0 24 24" ${paint}>${shapes}</symbol>`;
}

/** @param {string} path */
function inside(path) {
  const [, shapes = ""] = /<svg[^>]*>(.*)<\/svg>/s.exec(readFileSync(path, "utf8")) ?? [];
  return shapes.replace(/\s*\n\s*/g, " ").trim();
}
