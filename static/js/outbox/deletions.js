// Deleting cached pages when a person leaves. A page that was asked for before is not cached after it: the answer may
// come late, and from another tab or the worker.

import { readValue, writeValue } from "./store.js";

const LOCK = "pages"; // shared by all tabs and the worker

/** Return how often cached pages were deleted on this phone, to be read before a page is asked for. */
export async function deletionsSoFar() {
  return (await readValue("deletions").catch(() => 0)) ?? 0;
}

/** Delete all cached pages. */
export function deletePages() {
  return navigator.locks.request(LOCK, async () => {
    await writeValue("deletions", (await deletionsSoFar()) + 1).catch(() => {});
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith("pages-")).map((name) => caches.delete(name)));
  });
}

/**
 * Cache a page, unless pages were deleted since it was asked for.
 * @param {number} deletions  how many there were then
 * @param {() => Promise<void>} write
 */
export function unlessDeleted(deletions, write) {
  return navigator.locks.request(LOCK, async () => {
    if ((await deletionsSoFar()) === deletions) await write();
  });
}
