// Reminders that arrive: showing them, and what a tap on one does.

import { entriesOf, readValue, sentOf, writeValue } from "../outbox/store.js";
import { allDone, hasCheckedIn, quiet, shownFor, withTag } from "./push_message.js";
import { scope } from "./scope.js";

/** @import { Carried, Shown } from "./push_message.js" */

const TIMEOUT = 8_000; // ms

/**
 * Show what a push says; call it inside waitUntil at once: a push that shows nothing counts against the app.
 * @param {PushEvent} event
 */
export async function showPush({ data }) {
  const shown = await asItIsNow(shownFor(data?.text() ?? "", scope.location.origin)).catch(() => null);
  const { title, options, badge } = shown ?? shownFor(data?.text() ?? "", scope.location.origin);
  await scope.registration.showNotification(title, options);
  if (badge) navigator.setAppBadge?.(badge).catch(() => {}); // the next page that opens sets it right
  await report(options.data, "shown");
}

/**
 * Do what was tapped: "Later", or anything else, which opens the place for it.
 * @param {NotificationEvent} event
 */
export async function openPush({ notification, action }) {
  const carried = /** @type {Carried} */ (notification.data);
  notification.close();
  if (action !== "later") {
    await Promise.all([openAt(carried.path), report(carried, "opened")]);
    return;
  }
  const asked = await send("POST", "/snoozes/", carried.prompt);
  if (asked?.status !== 204) await scope.registration.showNotification(notification.title, again(notification));
}

/**
 * Return how to show a push now: quietly if it came before, or if its check-in is done.
 * @param {Shown} shown
 */
async function asItIsNow(shown) {
  const { tag, data } = shown.options;
  const [person, tags] = await Promise.all([readValue("person"), readValue("pushed")]);
  const came = tag !== undefined && (tags ?? []).includes(tag);
  await writeValue("pushed", withTag(tags ?? [], tag ?? ""));
  if (person && data.done && hasCheckedIn(await allOf(person), Date.now())) return allDone(shown);
  return came ? quiet(shown) : shown;
}

/** @param {string} person */
async function allOf(person) {
  return (await Promise.all([entriesOf(person), sentOf(person)])).flat();
}

/**
 * Show a page of the app: in its window, if it is open.
 * @param {string} path
 */
async function openAt(path) {
  const [open] = await scope.clients.matchAll({ type: "window" });
  if (!open) return scope.clients.openWindow(path);
  await open.focus().catch(() => {}); // where the system does not let it
  return open.navigate(path).catch(() => scope.clients.openWindow(path));
}

/**
 * Tell the server what the phone did with a push. It may be without a connection: then nobody learns it.
 * @param {Carried} carried
 * @param {"shown" | "opened"} event
 */
async function report({ device }, event) {
  if (device) await send("PATCH", `/reminders/devices/${device}`, { event });
}

/**
 * @param {string} method
 * @param {string} path
 * @param {Record<string, string>} fields
 */
async function send(method, path, fields) {
  const headers = { Accept: "application/json" };
  const signal = AbortSignal.timeout(TIMEOUT);
  const body = new URLSearchParams(fields);
  return fetch(path, { method, body, headers, signal, redirect: "manual", cache: "no-store" }).catch(() => undefined);
}

/**
 * Return how to show a notification once more, when "Later" did not reach the server.
 * @param {Notification} notification
 */
function again({ body, lang, dir, tag, icon, data }) {
  return { body, lang, dir, tag, icon, data, silent: true };
}
