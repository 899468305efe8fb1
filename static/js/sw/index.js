// The worker: wiring only. What to answer is in routes.js, what to keep in caches.js.

import { showBadge } from "../outbox/badge.js";
import { send } from "../outbox/sender.js";
import { finishLeaving } from "../outbox/sign_out.js";
import { dropSent, entriesOf, keep as keepValue, kept as keptValue } from "../outbox/store.js";
import {
  dropOldShells,
  dropPages,
  fromShell,
  keepPage,
  keepShell,
  keptPage,
  languageOf,
  missingPages,
  shell,
} from "./caches.js";
import { answerOf, KEPT, keptAddress, ownPath, pageName, routeOf, sharedTo, shellName, standIn } from "./routes.js";

const PATIENCE = 2_000; // for a page that is kept here
const LIMIT = 20_000; // for one that is not

self.addEventListener("install", (event) => event.waitUntil(keepShell()));
self.addEventListener("activate", (event) => event.waitUntil(dropOldShells().then(() => self.clients.claim())));
self.addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(self.skipWaiting());
  if (event.data === "keep pages") event.waitUntil(keepToday().catch(() => {}));
});
self.addEventListener("sync", (event) => {
  if (event.tag === "outbox") event.waitUntil(sendInBackground());
});
self.addEventListener("fetch", (event) => {
  const route = routeOf(event.request, self.location.origin, shell);
  if (route === "shell") event.respondWith(shellFile(event.request));
  if (route === "page") event.respondWith(page(event));
  if (route === "switch") event.respondWith(switchLanguage(event.request));
  if (route === "share") event.respondWith(Response.redirect(sharedTo(event.request.url), 303));
});

async function shellFile(request) {
  const { pathname } = new URL(request.url);
  return (await fromShell(pathname)) ?? fetch(request);
}

async function page(event) {
  const { pathname } = new URL(event.request.url);
  const [left, language] = await Promise.all([finishLeaving().catch(() => true), languageHere()]);
  if (!left) return fromShell(shellName("/signed-out", language));
  const name = pageName(event.request.url);
  const other = standIn(event.request.url);
  const kept = other ? await keptPage(other, language) : undefined;
  try {
    const response = await fetchPage(event, name, kept ? PATIENCE : LIMIT);
    return kept && response.status >= 500 ? kept : response;
  } catch {
    return kept ?? (await fromShell(shellName(pathname, language))) ?? Response.error();
  }
}

// Without a connection the switch still turns: to the page in that language, if it is kept here.
async function switchLanguage(request) {
  const told = request
    .clone()
    .formData()
    .catch(() => new FormData());
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
  } catch {
    const form = await told;
    const next = ownPath(form.get("next"), self.location.origin);
    const wanted = form.get("language");
    await keepValue("language", wanted).catch(() => {}); // the page has set the cookie
    const name = standIn(self.location.origin + next);
    const kept = name ? await keptPage(name, wanted) : undefined;
    return Response.redirect(kept && languageOf(kept) !== wanted ? "/offline" : next, 303);
  }
}

async function languageHere() {
  return (await keptValue("language").catch(() => null)) ?? __LANGUAGES__[0];
}

async function fetchPage(event, name, limit) {
  const response = await fetch(event.request, { signal: AbortSignal.timeout(limit) });
  const person = response.headers.get("Smallwins-Person");
  const answer = answerOf({ type: response.type, status: response.status, person });
  if (answer === "foreign") throw new Error("not a page of ours");
  if (answer === "nobody") await forget();
  if (answer === "theirs" && name && response.status === 200) {
    event.waitUntil(keepPages(name, person, response.clone()));
  }
  if (!new URL(event.request.url).search) event.waitUntil(noteLanguage(response).catch(() => {}));
  return response;
}

// What the phone is shown in goes on without a connection.
async function noteLanguage(response) {
  const language = languageOf(response);
  if (language && language !== (await languageHere())) await keepValue("language", language);
}

// The session has ended: by its time, from elsewhere, or here. What is not sent stays.
async function forget() {
  await Promise.all([dropPages(), dropSent().catch(() => {})]);
}

async function keepToday() {
  const today = await fetch("/", { signal: AbortSignal.timeout(LIMIT) });
  const person = today.headers.get("Smallwins-Person");
  if (today.status === 200 && person && person !== "nobody") await keepPages("/", person, today);
}

// Behind the first page come the others that are to open offline, unless they were kept lately.
async function keepPages(name, person, response) {
  const language = languageOf(response);
  if (keptAddress(name) === name) await keepPage(name, person, response);
  else await fetchAndKeep(name, person, language);
  await dropSent(person).catch(() => {}); // of whoever had the phone before
  for (const path of await missingPages(person, language, KEPT)) {
    if (!(await fetchAndKeep(path, person, language))) return;
  }
}

async function fetchAndKeep(name, person, language) {
  const page = await fetch(keptAddress(name), { signal: AbortSignal.timeout(LIMIT) }).catch(() => null);
  if (page?.headers.get("Smallwins-Person") !== person) return false; // signed out, or a bad network
  if (languageOf(page) !== language) return false; // switched meanwhile: the next page does it
  if (page.status === 200) await keepPage(name, person, page);
  return true;
}

async function sendInBackground() {
  const person = await keptValue("person");
  if (person) {
    const trouble = await send(person, { force: true, changed: tellPages });
    showBadge((await entriesOf(person)).length);
    if (trouble === "later") throw new Error("not sent yet"); // so that the browser asks again
  }
}

function tellPages() {
  const channel = new BroadcastChannel("outbox");
  channel.postMessage("changed");
  channel.close();
}
