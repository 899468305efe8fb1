// The page "On this phone". Its scripts come with it, so that Today stays small; they are on the phone as all others.

/**
 * @import { Entry } from "../../outbox/types.js"
 */

/** @type {typeof import("./further.js") | undefined} */
let page;

/**
 * Wire the page, if this is it, and let what waits be shown; see unsent.js.
 * @param {{ changed: () => unknown, send: () => unknown }} on
 */
export async function wireUnsent(on) {
  if (!document.getElementById("held")) return;
  page = await import(__FURTHER__);
  page?.wireUnsent(on);
  on.changed();
}

/**
 * Show these entries, where this is the page.
 * @param {Entry[]} entries
 */
export function showUnsent(entries) {
  page?.showUnsent(entries);
}
