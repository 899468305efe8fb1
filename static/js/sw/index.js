// The service worker: which event leads to what. What to answer is decided in routes.js.

import { sendInBackground } from "./background.js";
import { cacheToday } from "./caching.js";
import { answerToForm } from "./forms.js";
import { switchLanguage } from "./language.js";
import { pageFor } from "./navigation.js";
import { openPush, showPush } from "./push.js";
import { compareSubscriptions } from "./push_renewal.js";
import { routeOf, sharedTo } from "./routes.js";
import { scope } from "./scope.js";
import { cacheShell, deleteOldShells, fromShell, shell } from "./shell.js";

/**
 * @import { ServiceWorkerMessage } from "../outbox/messages.js"
 */

scope.addEventListener("install", (event) => event.waitUntil(cacheShell()));
scope.addEventListener("activate", (event) => event.waitUntil(deleteOldShells().then(() => scope.clients.claim())));
scope.addEventListener("message", (event) => {
  const message = /** @type {ServiceWorkerMessage} */ (event.data);
  if (message === "take over") event.waitUntil(scope.skipWaiting());
  if (message === "claim pages") event.waitUntil(scope.clients.claim());
  if (message === "keep pages") event.waitUntil(cacheToday().catch(() => {}));
});
scope.addEventListener("sync", (event) => {
  if (event.tag === "outbox") event.waitUntil(sendInBackground());
});
scope.addEventListener("push", (event) => event.waitUntil(showPush(event)));
scope.addEventListener("notificationclick", (event) => event.waitUntil(openPush(event)));
scope.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renew()));
scope.addEventListener("fetch", (event) => {
  const route = routeOf(event.request, scope.location.origin, shell);
  if (route === "shell") event.respondWith(shellFile(event.request));
  if (route === "page") event.respondWith(pageFor(event));
  if (route === "switch") event.respondWith(switchLanguage(event.request));
  if (route === "form") event.respondWith(answerToForm(event.request));
  if (route === "share") event.respondWith(Response.redirect(sharedTo(event.request.url), 303));
  if (route === "page") event.waitUntil(renew());
});

function renew() {
  return compareSubscriptions().catch(() => {}); // the next page tries again
}

/** @param {Request} request */
async function shellFile(request) {
  const { pathname } = new URL(request.url);
  return (await fromShell(pathname)) ?? fetch(request);
}
