// The hash in a built file's name: 12 hex digits of SHA-256 over its content.
import { createHash } from "node:crypto";

export function hashOf(...contents) {
  const hash = createHash("sha256");
  for (const content of contents) hash.update(content);
  return hash.digest("hex").slice(0, 12);
}
