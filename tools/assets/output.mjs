// Writing built files, each beside its brotli and gzip twin where that makes it smaller.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { hashOf } from "./hash.mjs";

const SERVED_AT = "/static/build/";
const BEST = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

/** @typedef {string | Uint8Array} Content */

/** @typedef {{ url: string, bytes: Buffer }} Built */

/**
 * Return two functions that write a file into a folder and return its address and content.
 * @param {string} folder
 */
export function outputIn(folder) {
  /** @type {(name: string, content: Content) => Built} */
  const plain = (name, content) => {
    const bytes = Buffer.from(content);
    writeWithTwins(join(folder, name), bytes);
    return { url: SERVED_AT + name, bytes };
  };
  // "app.js" is written as "app.0123456789ab.js": its address changes with its content.
  /** @type {(name: string, content: Content) => Built} */
  const hashed = (name, content) => plain(name.replace(".", `.${hashOf(content)}.`), content);
  return { plain, hashed };
}

/**
 * @param {string} path
 * @param {Buffer} bytes
 */
function writeWithTwins(path, bytes) {
  writeFileSync(path, bytes);
  const twins = { br: brotliCompressSync(bytes, BEST), gz: gzipSync(bytes, { level: 9 }) };
  for (const [ending, twin] of Object.entries(twins)) {
    if (twin.length < 0.9 * bytes.length) writeFileSync(`${path}.${ending}`, twin);
  }
}
