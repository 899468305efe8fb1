// Ending the session at the server; without a connection the phone remembers the wish and does it later.

import { readValue, writeValue } from "./store.js";

const TIMEOUT = 8_000; // ms

/** Remember that this device is to be signed out: the worker does that before it answers any page. */
export async function beginSignOut() {
  await writeValue("leaving", true);
}

/** Tell the server about a sign-out that it has not heard of; resolves with whether none is left. */
export async function finishSignOut() {
  if (!(await readValue("leaving"))) return true;
  const ended = await deleteSession().catch(() => false);
  if (ended) await writeValue("leaving", false);
  return ended;
}

async function deleteSession() {
  const response = await fetch("/sessions/current", {
    method: "DELETE",
    headers: { Accept: "application/json" },
    redirect: "manual",
    cache: "no-store",
    signal: AbortSignal.timeout(TIMEOUT),
  });
  const body = response.status === 200 ? await response.json() : {};
  return body.person === null; // a captive portal answers 200 too
}
