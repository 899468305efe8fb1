// Searching the log, on the pages that have the form for it. Its scripts come with those pages, so that Today stays small.

import { showEvent } from "../outbox/status.js";

/** @type {typeof import("../outbox/further.js") | undefined} */
let search;

/** Wire the search on this page, if it has one. */
export async function wireLogSearch() {
  if (!document.getElementById("find")) return;
  try {
    search = await import(__FURTHER__);
  } catch {
    // Without them the form is a plain one; a page that stands in for a search has not been searched.
    if (location.search && document.documentElement.dataset.from === "phone") showEvent("no_answer");
    return;
  }
  search?.wireSearch();
  searchAgain(); // rows may have come before the scripts did
}

/** Rows have come: offer to search them, and search again where the phone itself was searching. */
export function searchAgain() {
  search?.searchAgain();
}
