// What the browser has subscribed to, and what the server knows of it: compared with each page, and made equal. Only on a
// phone on which somebody switched reminders on.

import { readValue, writeValue } from "../outbox/store.js";
import { keyOf, subscribe, tell } from "../outbox/subscribing.js";
import { scope } from "./scope.js";

const TIMEOUT = 8_000; // ms

/** Compare, and subscribe again where a subscription, the server's key, or what it knows has changed. */
export async function compareSubscriptions() {
  const [own, person] = await Promise.all([readValue("push"), readValue("person")]);
  if (!own) return;
  if (person === null) return forgetSubscription(); // signed out
  if (own.person !== person) return;
  const known = await ask(own);
  if (!known) return; // no connection, or the session has ended
  if (known.state === "off") return forgetSubscription(); // switched off on another device
  const manager = scope.registration.pushManager;
  const now = await manager.getSubscription();
  const isSame = now?.endpoint === own.endpoint && keyOf(now) === known.key;
  if (isSame && known.state === "on") return;
  const next = await subscribe(manager, known.key);
  const { id } = await tell(next, own.id);
  if (id) await writeValue("push", { person, id, endpoint: next.endpoint });
}

/** Let go of the subscription: nobody is reminded on this phone. */
async function forgetSubscription() {
  const subscription = await scope.registration.pushManager.getSubscription();
  await subscription?.unsubscribe();
  await writeValue("push", null);
}

/**
 * Return what the server knows of this device, undefined without an answer of ours.
 * @param {{ person: string, id: string }} own
 * @returns {Promise<{ key: string, state: "on" | "off" | "unknown" } | undefined>}
 */
async function ask({ person, id }) {
  const signal = AbortSignal.timeout(TIMEOUT);
  const options = { signal, redirect: /** @type {const} */ ("manual"), cache: /** @type {const} */ ("no-store") };
  const answer = await fetch(`/reminders/devices/${id}`, options).catch(() => null);
  if (answer?.status !== 200) return undefined;
  const known = await answer.json().catch(() => ({}));
  return known.person === person && known.key ? known : undefined; // a captive portal answers 200 too
}
