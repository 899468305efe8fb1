// Requests of htmx that failed: the page says so, and what a person typed stays where it is.
// Forms that record do not come here: the phone stores what they send (page/outbox/record.js).

import { showEvent } from "../outbox/status.js";

/** Show it when an answer did not come, or was an error that is not shown in the page. */
export function showFailures() {
  document.addEventListener("htmx:error", ({ detail: { ctx } }) => {
    const source = /** @type {HTMLElement | undefined} */ (ctx?.sourceElement);
    if (ctx && !source?.dataset.verb) showEvent("no_answer");
  });
  document.addEventListener("htmx:response:error", ({ detail: { ctx } }) => {
    const { status = 0 } = ctx.response ?? {};
    if (status >= 500) showEvent("no_answer");
    if (status === 401) location.assign(`/sessions/new?next=${encodeURIComponent(location.pathname)}`);
  });
}
