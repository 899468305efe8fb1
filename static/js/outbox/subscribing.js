// Subscribing a browser to pushes, for the page on which a person switches them on and for the worker that renews them.

const TIMEOUT = 8_000; // ms

/**
 * Return a subscription under the server's key: the one that there is, or a new one.
 * @param {PushManager} manager
 * @param {string} key  base64url
 */
export async function subscribe(manager, key) {
  const before = await manager.getSubscription();
  if (before && keyOf(before) === key) return before;
  await before?.unsubscribe(); // with another key the browser refuses a new one
  return manager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

/**
 * Tell the server where to send; resolves with the id of this device, or with why the server did not take it.
 * @param {PushSubscription} subscription
 * @param {string} replaced  the id that this device had before, or ""
 * @param {"yes" | ""} chosen  whether the person has just asked for it
 * @returns {Promise<{ id: string, says: string }>}
 */
export async function tell(subscription, replaced, chosen = "") {
  const { endpoint = "", keys: { p256dh = "", auth = "" } = {} } = subscription.toJSON();
  const body = new URLSearchParams({ endpoint, p256dh, auth, replaced, chosen });
  const headers = { Accept: "application/json" };
  const signal = AbortSignal.timeout(TIMEOUT);
  const answer = await fetch("/reminders/devices/", { method: "POST", body, headers, signal, redirect: "manual" });
  const { id = "", says = "" } = [201, 422].includes(answer.status) ? await answer.json() : {};
  return { id, says };
}

/**
 * Return the server's key of a subscription, as the server writes it.
 * @param {PushSubscription} subscription
 */
export function keyOf({ options }) {
  const bytes = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
