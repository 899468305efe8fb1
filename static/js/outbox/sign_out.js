// Ending the session at the server; without a connection it is kept in mind and done later.

import { keep, kept } from "./store.js";

const LIMIT = 8_000;

/** Sign this device out; resolves with whether the server knows. */
export async function endSession() {
  await keep("leaving", true);
  return finishLeaving();
}

/** Tell the server of a sign-out that it does not know of; resolves with whether none is left. */
export async function finishLeaving() {
  if (!(await kept("leaving"))) return true;
  const ended = await tellServer().catch(() => false);
  if (ended) await keep("leaving", false);
  return ended;
}

async function tellServer() {
  const response = await fetch("/sessions/current", {
    method: "DELETE",
    headers: { Accept: "application/json" },
    redirect: "manual",
    cache: "no-store",
    signal: AbortSignal.timeout(LIMIT),
  });
  const body = response.status === 200 ? await response.json() : {};
  return body.person === null; // a captive portal answers 200 too
}
