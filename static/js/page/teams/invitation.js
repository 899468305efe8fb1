// The address of an invitation, in full as this browser reached it, and the button that copies it.
// Without this script the page has a link with the same address.

import { announce } from "../shared/announce.js";

wireAddress(document, globalThis.navigator?.clipboard);

/**
 * Show the address in full, and offer to copy it where the browser lets a page do so (over https).
 * @param {Pick<Document, "getElementById">} page
 * @param {Pick<Clipboard, "writeText"> | undefined} clipboard
 */
export function wireAddress(page, clipboard) {
  const link = /** @type {HTMLAnchorElement | null} */ (page.getElementById("address"));
  const button = page.getElementById("copy-address");
  if (!link || !button) return;
  link.textContent = link.href;
  button.hidden = !clipboard;
  button.addEventListener("click", async () => {
    const { copied = "", refused = "" } = button.dataset;
    const said = await clipboard?.writeText(link.href).then(
      () => copied,
      () => refused,
    );
    button.textContent = said ?? "";
    announce(said ?? "");
  });
}
