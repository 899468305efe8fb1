// The page's side of the worker: register it, offer a new version, never force it.

import { me } from "../shared/words.js";

/** Register the worker; resolves with its registration, or undefined where there is none. */
export async function registerWorker() {
  if (!("serviceWorker" in navigator)) return undefined;
  const registration = await navigator.serviceWorker
    .register("/sw.js", { updateViaCache: "none" })
    .catch(() => undefined);
  if (registration) watch(registration);
  if (me) haveTodayKept().catch(() => {});
  return registration;
}

/** Let the worker send when the network is back, where the browser can do that. */
export function askForBackgroundSending() {
  navigator.serviceWorker?.ready.then((registration) => registration.sync?.register("outbox")).catch(() => {});
}

// A page may have come past the worker, which has only just been put in: also one that it took
// charge of since, so having a worker does not mean that Today is kept.
async function haveTodayKept() {
  const { active } = await navigator.serviceWorker.ready;
  if (!(await caches.match("/"))) active.postMessage("keep pages");
}

function watch(registration) {
  if (registration.waiting) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming.addEventListener("statechange", () => {
      if (coming.state === "installed" && navigator.serviceWorker.controller) offer(coming);
    });
  });
}

function offer(waiting) {
  const place = document.getElementById("update");
  place.hidden = false;
  place.querySelector("button").onclick = () => takeOver(waiting);
}

function takeOver(waiting) {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), {
    once: true,
  });
  // Under the lock, so that no entry is on its way while the page goes.
  navigator.locks.request("outbox", () => waiting.postMessage("take over"));
}
