// What htmx asked the server in vain: the person is told, and what they typed stays where it is.
// Forms that record do not come here: they are kept on the phone (page/outbox/record.js).

import { showOnce } from "../outbox/status.js";

/** Say it when an answer did not come, or was an error that is not shown in the page. */
export function sayFailures() {
  document.addEventListener("htmx:error", ({ detail: { ctx } }) => {
    if (ctx && !ctx.sourceElement?.dataset.verb) showOnce("no_answer");
  });
  document.addEventListener("htmx:response:error", ({ detail: { ctx } }) => {
    if (ctx.response.status >= 500) showOnce("no_answer");
    if (ctx.response.status === 401) location.assign(`/sessions/new?next=${encodeURIComponent(location.pathname)}`);
  });
}
