// The page's side of the service worker: register it, and offer a new version without forcing it.

import { byId, first } from "../shared/dom.js";
import { handsOff } from "../shared/hands.js";
import { isSignedIn } from "../shared/me.js";

/**
 * @import { ServiceWorkerMessage } from "../../outbox/messages.js"
 */

const PAUSES = [2_000, 10_000, 60_000]; // ms, before the next try to install; the last one again and again

/** Register the service worker, where the browser has one. */
export async function registerServiceWorker() {
  if (!("serviceWorker" in navigator)) return;
  if (isSignedIn) haveTodayCached().catch(() => {});
  watch(await install());
  await beControlled();
}

/**
 * A page that was on its way while the worker became active is not among those that it claimed: it would stay without
 * a worker, and a form sent offline would end on a page of the browser.
 */
async function beControlled() {
  const { active } = await navigator.serviceWorker.ready;
  if (active && !navigator.serviceWorker.controller) post(active, "claim pages");
}

/**
 * Resolves with the registration of an installed worker. A download may fail on a bad line; the browser would try
 * again with the next page only, and there may be none for long.
 * @param {number} tries  how many have failed
 * @returns {Promise<ServiceWorkerRegistration>}
 */
async function install(tries = 0) {
  const registration = await navigator.serviceWorker
    .register("/sw.js", { updateViaCache: "none" })
    .catch(() => undefined);
  if (registration && (await isInstalled(registration))) return registration;
  await new Promise((resolve) => setTimeout(resolve, PAUSES[Math.min(tries, PAUSES.length - 1)]));
  return install(tries + 1);
}

/**
 * Resolves with whether there is a worker, once the one that is being installed has come or failed.
 * @param {ServiceWorkerRegistration} registration
 * @returns {Promise<boolean>}
 */
function isInstalled({ active, waiting, installing }) {
  if (active || waiting) return Promise.resolve(true);
  if (!installing) return Promise.resolve(false);
  return new Promise((resolve) => {
    installing.addEventListener("statechange", () => resolve(installing.state !== "redundant"), { once: true });
  });
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
  // The first worker waits for a moment, too; it replaces none.
  if (registration.active && registration.waiting) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => {
      if (installing.state === "installed" && navigator.serviceWorker.controller) offer(installing);
    });
  });
}

/** @param {ServiceWorker} waiting */
async function offer(waiting) {
  await handsOff(); // the note moves what is above it
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
