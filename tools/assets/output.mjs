// Writing built files, each beside its brotli and gzip twin where that makes it smaller.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { hashOf } from "./hash.mjs";

const SERVED_AT = "/static/build/";
const BEST = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

/** Writers into `folder`: each takes a name and content, and tells {url, bytes}. */
export function outputIn(folder) {
  const plain = (name, content) => {
    const bytes = Buffer.from(content);
    writeWithTwins(join(folder, name), bytes);
    return { url: SERVED_AT + name, bytes };
  };
  // "app.js" is written as "app.0123456789ab.js": its address changes with its content.
  const hashed = (name, content) => plain(name.replace(".", `.${hashOf(content)}.`), content);
  return { plain, hashed };
}

function writeWithTwins(path, bytes) {
  writeFileSync(path, bytes);
  const twins = { br: brotliCompressSync(bytes, BEST), gz: gzipSync(bytes, { level: 9 }) };
  for (const [ending, twin] of Object.entries(twins)) {
    if (twin.length < 0.9 * bytes.length) writeFileSync(`${path}.${ending}`, twin);
  }
}
