// The app's icons as PNG, in the sizes that home screens ask for, and its screenshots.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

/** @typedef {[name: string, png: Uint8Array]} Picture */

const WASM = "node_modules/@resvg/resvg-wasm/index_bg.wasm";
/** @type {[name: string, source: string, width: number][]} */
const IMAGES = [
  ["icon-192.png", "icon.svg", 192],
  ["icon-512.png", "icon.svg", 512],
  ["maskable-192.png", "maskable.svg", 192],
  ["maskable-512.png", "maskable.svg", 512],
  ["monochrome-512.png", "monochrome.svg", 512], // themed icons of Android
  ["shortcut-win.png", "shortcut-win.svg", 192],
  ["shortcut-checkin.png", "shortcut-checkin.svg", 192],
  ["share.png", "share.svg", 1200], // what other apps show of a link
  ["apple-touch-icon.png", "maskable.svg", 180], // iPhones round the corners themselves
];

/**
 * Return [name, PNG] of every image, drawn from the SVG files in a folder.
 * @param {string} folder
 * @returns {Promise<Picture[]>}
 */
export async function drawImages(folder) {
  await initWasm(readFileSync(WASM));
  return IMAGES.map(([name, source, width]) => [name, drawn(join(folder, source), width)]);
}

/**
 * Return [name, PNG] of every screenshot that `make screenshots` took into a folder.
 * @param {string} folder
 * @returns {Picture[]}
 */
export function screenshots(folder) {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".png")) : [];
  return names.sort().map((name) => [name, readFileSync(join(folder, name))]);
}

/**
 * @param {string} path
 * @param {number} width
 */
function drawn(path, width) {
  const drawing = new Resvg(readFileSync(path, "utf8"), { fitTo: { mode: "width", value: width } });
  return drawing.render().asPng();
}
