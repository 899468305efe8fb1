// A copy of what waits on this phone, as a file.

import { payloadOf } from "../../outbox/entry.js";

/**
 * @import { Entry } from "../../outbox/types.js"
 */

/**
 * Let the browser save these entries as a JSON file.
 * @param {Entry[]} entries
 */
export function saveFile(entries) {
  const copies = entries.map((entry) => ({ ...payloadOf(entry), state: entry.state, reason: entry.reason }));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(copies, null, 2)], { type: "application/json" }));
  link.download = `small-wins-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
