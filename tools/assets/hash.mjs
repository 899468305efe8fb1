// The hash in a built file's name.
import { createHash } from "node:crypto";

/**
 * Return 12 hex digits of SHA-256 over all contents.
 * @param {(string | Uint8Array)[]} contents
 */
export function hashOf(...contents) {
  const hash = createHash("sha256");
  for (const content of contents) hash.update(content);
  return hash.digest("hex").slice(0, 12);
}
