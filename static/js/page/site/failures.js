// Requests of htmx that failed: the page says so, and what a person typed stays where it is. What the page asks for by
// itself, as a field loses the focus or a list comes into view, fails without a word: nobody waits for it.
// Forms that record do not come here: the phone stores what they send (page/outbox/record.js).

import { showEvent } from "../outbox/status.js";
import { askServer } from "../shared/answers.js";

/** @import { HtmxRequestCtx } from "htmx.org" */

const ASKING = ["click", "submit"];

/** Show it when an answer did not come, or was an error that is not shown in the page. */
export function showFailures() {
  document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
    if (!isRecorded(ctx)) ctx.fetch = askServer;
  });
  document.addEventListener("htmx:error", ({ detail: { ctx } }) => {
    if (ctx && isAsked(ctx)) showEvent("no_answer");
  });
  document.addEventListener("htmx:response:error", ({ detail: { ctx } }) => {
    const { status = 0 } = ctx.response ?? {};
    if (!isAsked(ctx)) return;
    if (status >= 500) showEvent("no_answer");
    if (status === 401) location.assign(`/sessions/new?next=${encodeURIComponent(location.pathname)}`);
  });
}

/**
 * Return whether a person made a request: tapped or sent something, or changed a form that is sent by that.
 * @param {HtmxRequestCtx} ctx
 */
function isAsked({ sourceElement, sourceEvent }) {
  return !isRecorded({ sourceElement }) && (sourceElement.matches("form") || ASKING.includes(sourceEvent?.type ?? ""));
}

/** @param {Pick<HtmxRequestCtx, "sourceElement">} ctx */
function isRecorded({ sourceElement }) {
  return Boolean(/** @type {HTMLElement} */ (sourceElement).dataset.verb);
}
