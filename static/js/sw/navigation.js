// Answering navigations: from the server, or else from what is cached.

import { finishSignOut } from "../outbox/sign_out.js";
import { removeSent } from "../outbox/store.js";
import { cachePages } from "./caching.js";
import { currentLanguage, noteLanguage } from "./language.js";
import { cachedPage, deletePages } from "./pages.js";
import { answerOf, pageName, shellName, standIn } from "./routes.js";
import { fromShell } from "./shell.js";
import { forward } from "./timeout.js";

const PATIENCE = 2_000; // ms, for a page that is cached
const TIMEOUT = 20_000; // ms, for one that is not

/**
 * Return the page that a navigation leads to.
 * @param {FetchEvent} event
 * @returns {Promise<Response>}
 */
export async function pageFor(event) {
  const { url } = event.request;
  const [left, language] = await Promise.all([finishSignOut().catch(() => true), currentLanguage()]);
  if (!left) return (await fromShell(shellName("/signed-out", language))) ?? Response.error();
  const path = standIn(url);
  const cached = path ? await cachedPage(path, language) : undefined;
  try {
    const response = await fetchPage(event, cached ? PATIENCE : TIMEOUT);
    return cached && response.status >= 500 ? cached : response;
  } catch {
    return cached ?? (await fromShell(shellName(new URL(url).pathname, language))) ?? Response.error();
  }
}

/**
 * @param {FetchEvent} event
 * @param {number} timeout  ms
 */
async function fetchPage(event, timeout) {
  const { request } = event;
  const response = await forward(request, timeout);
  const person = response.headers.get("Smallwins-Person");
  const answer = answerOf({ type: response.type, status: response.status, person });
  if (answer === "foreign") throw new Error("not a page of ours");
  if (answer === "nobody") await forget();
  const path = pageName(request.url);
  if (answer === "theirs" && person && path && response.status === 200) {
    event.waitUntil(cachePages(path, person, response.clone()));
  }
  if (!new URL(request.url).search) event.waitUntil(noteLanguage(response).catch(() => {}));
  return response;
}

/** The session has ended: by its time, from another device, or here. What is not sent stays. */
async function forget() {
  await Promise.all([deletePages(), removeSent().catch(() => {})]);
}
