// The page's side of the service worker: register it, and offer a new version without forcing it.

import { byId, first } from "../shared/dom.js";
import { isSignedIn } from "../shared/me.js";

/**
 * @import { ServiceWorkerMessage } from "../../outbox/types.js"
 */

/** Register the service worker, where the browser has one. */
export async function registerServiceWorker() {
  if (!("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker
    .register("/sw.js", { updateViaCache: "none" })
    .catch(() => undefined);
  if (registration) watch(registration);
  if (isSignedIn) haveTodayCached().catch(() => {});
}

/**
 * This page may have come past the service worker, which has only just been installed: also one that has taken control
 * since. So having a service worker does not mean that Today is cached.
 */
async function haveTodayCached() {
  const { active } = await navigator.serviceWorker.ready;
  if (active && !(await caches.match("/"))) post(active, "keep pages");
}

/** @param {ServiceWorkerRegistration} registration */
function watch(registration) {
  if (registration.waiting) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => {
      if (installing.state === "installed" && navigator.serviceWorker.controller) offer(installing);
    });
  });
}

/** @param {ServiceWorker} waiting */
function offer(waiting) {
  const note = byId("update");
  note.hidden = false;
  first(note, "button").onclick = () => activate(waiting);
}

/** @param {ServiceWorker} waiting */
function activate(waiting) {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  // Under the lock, so that no entry is being sent while the page reloads.
  navigator.locks.request("outbox", () => post(waiting, "take over"));
}

/**
 * @param {ServiceWorker} worker
 * @param {ServiceWorkerMessage} message
 */
function post(worker, message) {
  worker.postMessage(message);
}
