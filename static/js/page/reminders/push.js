// Switching reminders on for this phone: asked only by a press of the button, after our own words.

import { readValue, writeValue } from "../../outbox/store.js";
import { subscribe, tell } from "../../outbox/subscribing.js";
import { all, byId } from "../shared/dom.js";
import { me } from "../shared/me.js";

const PAGE = "/reminders/devices/";

const place = document.getElementById("push-switch");
if (place) wire(place).catch(() => {});

/** @param {HTMLElement} switches */
async function wire(switches) {
  show(switches, stateHere(await isListed()));
  byId("push-on").addEventListener("click", () => {
    switchOn(switches).catch(() => fail(switches, ""));
  });
  document.addEventListener("submit", letGo);
}

/**
 * Return what is true of this phone: "on", "off", "denied", "home" (only from the home screen) or "none".
 * @param {boolean} isOn
 */
function stateHere(isOn) {
  const { standalone } = /** @type {{ standalone?: boolean }} */ (navigator); // iPhones and iPads only
  if (standalone === false) return "home";
  if (!("serviceWorker" in navigator) || !("PushManager" in globalThis) || !("Notification" in globalThis))
    return "none";
  if (Notification.permission === "denied") return "denied";
  return isOn ? "on" : "off";
}

/** Resolves with whether this phone is among those that the server sends to. */
async function isListed() {
  const own = await readValue("push").catch(() => null);
  return Boolean(own && document.querySelector(`[data-phone="${own.id}"]`));
}

/** @param {HTMLElement} switches */
async function switchOn(switches) {
  const permission = await Notification.requestPermission(); // first: later browsers would not see the press
  if (permission !== "granted") return show(switches, stateHere(false));
  const { pushManager } = await navigator.serviceWorker.ready;
  const answer = await fetch(`${PAGE}new`, { cache: "no-store", redirect: "manual" });
  const { key } = await answer.json();
  const subscription = await subscribe(pushManager, key);
  const before = await readValue("push");
  const { id, says } = await tell(subscription, before?.id ?? "", "yes");
  if (!id) return fail(switches, says);
  await writeValue("push", { person: me.person, id, endpoint: subscription.endpoint });
  location.assign(location.pathname); // drawn again, with this phone in the list
}

/**
 * Let go of the subscription, when the form that is sent switches this phone off.
 * @param {SubmitEvent} event
 */
async function letGo({ target }) {
  const own = await readValue("push");
  const row = /** @type {HTMLElement} */ (target).closest("[data-phone]");
  if (!own || row?.getAttribute("data-phone") !== own.id) return;
  await writeValue("push", null);
  const { pushManager } = await navigator.serviceWorker.ready;
  await (await pushManager.getSubscription())?.unsubscribe();
}

/**
 * @param {HTMLElement} switches
 * @param {string} state
 */
function show(switches, state) {
  for (const part of all(switches, "[data-push]")) part.hidden = part.dataset.push !== state;
}

/**
 * @param {HTMLElement} switches
 * @param {string} says  what the server said, "" if it said nothing
 */
function fail(switches, says) {
  const problem = byId("push-problem");
  problem.textContent = says || (switches.dataset.failed ?? "");
  problem.hidden = false;
}
