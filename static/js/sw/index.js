// The worker: wiring only. What to answer is in routes.js, what to keep in caches.js.

import { send } from "../outbox/sender.js";
import { finishLeaving } from "../outbox/leaving.js";
import { dropSent, kept as keptValue } from "../outbox/store.js";
import { dropOldShells, dropPages, fromShell, keepPage, keepShell, keptPage, missingPages, shell } from "./caches.js";
import { answerOf, KEPT, pageName, routeOf } from "./routes.js";

const PATIENCE = 2_000; // for a page that is kept here
const LIMIT = 20_000; // for one that is not

self.addEventListener("install", (event) => event.waitUntil(keepShell()));
self.addEventListener("activate", (event) =>
  event.waitUntil(dropOldShells().then(() => self.clients.claim())),
);
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
});

async function shellFile(request) {
  const { pathname } = new URL(request.url);
  return (await fromShell(pathname)) ?? fetch(request);
}

async function page(event) {
  if (!(await finishLeaving().catch(() => true))) return fromShell("/signed-out");
  const name = pageName(event.request.url);
  const kept = name ? await keptPage(name) : undefined;
  try {
    const response = await fetchPage(event, name, kept ? PATIENCE : LIMIT);
    return kept && response.status >= 500 ? kept : response;
  } catch {
    return kept ?? (await fromShell("/offline")) ?? Response.error();
  }
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
  return response;
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
  await keepPage(name, person, response);
  await dropSent(person).catch(() => {}); // of whoever had the phone before
  for (const path of await missingPages(person, KEPT)) {
    const other = await fetch(path, { signal: AbortSignal.timeout(LIMIT) }).catch(() => null);
    if (other?.headers.get("Smallwins-Person") !== person) return; // signed out, or a bad network
    if (other.status === 200) await keepPage(path, person, other);
  }
}

async function sendInBackground() {
  const person = await keptValue("person");
  if (person) {
    const trouble = await send(person, { force: true, changed: tellPages });
    if (trouble === "later") throw new Error("not sent yet"); // so that the browser asks again
  }
}

function tellPages() {
  const channel = new BroadcastChannel("outbox");
  channel.postMessage("changed");
  channel.close();
}
