// Answering navigations: from the server, or else from what is cached.

import { deletePages, deletionsSoFar } from "../outbox/deletions.js";
import { finishSignOut } from "../outbox/sign_out.js";
import { readValue, removeSent } from "../outbox/store.js";
import { cacheOlder, cachePages, seenOf } from "./caching.js";
import { isExpectingNews } from "./expecting.js";
import { currentLanguage, noteLanguage } from "./language.js";
import { isOurs } from "./ours.js";
import { cachedPage } from "./pages.js";
import { answerOf, betterThanNone, pageName, shellName, standIn } from "./routes.js";
import { scope } from "./scope.js";
import { fromShell } from "./shell.js";
import { forward } from "./timeout.js";
import { aboutTeams, isOfTeam } from "./words.js";

/**
 * @import { PageMessage } from "../outbox/messages.js"
 */

// ms, before a page that is cached is shown; the answer of the server follows.
const PATIENCE = 300;
const PATIENCE_FOR_NEWS = 2_000; // after a form: what was cached before does not show what it did
const TIMEOUT = 20_000; // ms

/**
 * Return the page that a navigation leads to. A line may be dead without a word: a cached page does not wait for it.
 * @param {FetchEvent} event
 * @returns {Promise<Response>}
 */
export async function pageFor(event) {
  const { url } = event.request;
  const [left, language, deletions] = await Promise.all([
    finishSignOut().catch(() => true),
    currentLanguage(),
    deletionsSoFar(),
  ]);
  if (!left) return (await fromShell(shellName("/signed-out", language))) ?? Response.error();
  const path = standIn(url);
  const cached = path ? await cachedPage(path, language) : undefined;
  const asked = fetchPage(event, deletions);
  const patience = isExpectingNews() ? PATIENCE_FOR_NEWS : PATIENCE;
  const answer = await Promise.race([asked.catch(() => null), ...(cached ? [after(patience)] : [])]);
  if (answer && !(cached && answer.status >= 500)) return unlessFront(url, answer);
  if (!cached) return pageWithoutAnswer(url, language);
  event.waitUntil(asked.then((late) => tellPage(event, late)).catch(() => {}));
  return cached;
}

/**
 * @param {string} url
 * @param {string} language
 */
async function pageWithoutAnswer(url, language) {
  const path = betterThanNone(url);
  const cached = path ? await cachedPage(path, language) : undefined;
  return cached ?? (await noConnection(new URL(url).pathname, language)) ?? Response.error();
}

/**
 * @param {string} pathname
 * @param {string} language
 */
async function noConnection(pathname, language) {
  const page = await fromShell(shellName(pathname, language));
  if (!page || !isOfTeam(pathname)) return page;
  return new Response(aboutTeams(await page.text()), page);
}

/**
 * @param {FetchEvent} event
 * @param {number} deletions  how often pages had been deleted before it
 */
async function fetchPage(event, deletions) {
  const { request } = event;
  const response = await forward(request, TIMEOUT);
  if (!(await isOurs(response))) throw new Error("not a page of ours");
  const person = personOf(response);
  const answer = meaningOf(response);
  if (answer === "nobody") await forget();
  const path = pageName(request.url);
  if (answer === "theirs" && person && response.status === 200) {
    const seen = seenOf(response, person, deletions);
    event.waitUntil(path ? cachePages(path, response.clone(), seen) : cacheOlder(seen));
  }
  if (!new URL(request.url).search) event.waitUntil(noteLanguage(response).catch(() => {}));
  return response;
}

/**
 * The front page is for strangers. Where somebody was signed in, sign-in comes instead of it, also when the cookies by
 * which the server knows such a phone are gone. After signing out "person" is null, which names nobody.
 * @param {string} url
 * @param {Response} answer
 */
async function unlessFront(url, answer) {
  const isFront = new URL(url).pathname === "/" && meaningOf(answer) === "nobody" && answer.ok;
  const person = isFront ? await readValue("person").catch(() => undefined) : undefined;
  return person !== undefined ? Response.redirect(new URL("/sessions/new", url).href, 303) : answer;
}

/**
 * Tell the page that was shown from the cache how the server has answered after all.
 * @param {FetchEvent} event
 * @param {Response} late
 */
async function tellPage(event, late) {
  const answer = meaningOf(late);
  const page = await scope.clients.get(event.resultingClientId);
  if (answer === "theirs" && late.status === 200) post(page, { late: "theirs", html: await late.text() });
  if (answer === "redirect") await forget(); // a page that is cached is sent on to sign-in only
  if (answer === "nobody" || answer === "redirect") post(page, { late: "nobody" });
}

/** @param {Response} response */
function personOf({ headers }) {
  return headers.get("Smallwins-Person");
}

/** @param {Response} response */
function meaningOf(response) {
  return answerOf({ type: response.type, status: response.status, person: personOf(response) });
}

/**
 * @param {Client | undefined} page
 * @param {PageMessage} message
 */
function post(page, message) {
  page?.postMessage(message);
}

/**
 * @param {number} ms
 * @returns {Promise<null>}
 */
function after(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms, null));
}

/** The session has ended: by its time, from another device, or here. What is not sent stays. */
async function forget() {
  await Promise.all([deletePages(), removeSent().catch(() => {})]);
}
