// One request of the outbox: a batch is posted, and the answer is read.

import { payloadOf } from "./entry.js";

/**
 * @import { Answer, Entry } from "./types.js"
 */

export const TIMEOUT = 8_000; // ms

/**
 * Post a batch; `answer` resolves with what came back, and `abort` gives it up. An answer that is not there in time
 * is "late": a smaller batch may go.
 * @param {typeof globalThis.fetch} fetch
 * @param {string} person
 * @param {Entry[]} batch
 * @param {number} [timeout]  ms
 */
export function post(fetch, person, batch, timeout = TIMEOUT) {
  const limit = new AbortController();
  const abort = () => limit.abort();
  const asked = answerTo(fetch, { person, entries: batch.map(payloadOf) }, limit.signal);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    abort();
  }, timeout);
  const answer = asked.then((came) => ({ ...came, late: late && came.status === 0 }));
  return { answer: answer.finally(() => clearTimeout(timer)), abort };
}

/**
 * @param {typeof globalThis.fetch} fetch
 * @param {object} body
 * @param {AbortSignal} signal
 * @returns {Promise<Answer>}
 */
async function answerTo(fetch, body, signal) {
  try {
    const response = await fetch("/outbox/", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      redirect: "manual", // a sign-in page at the end of a redirect would look like success
      credentials: "same-origin",
      cache: "no-store",
      signal,
    });
    return await read(response);
  } catch {
    return { status: 0 };
  }
}

/**
 * @param {Response} response
 * @returns {Promise<Answer>}
 */
async function read(response) {
  const { status, headers } = response;
  const said = await response.json().catch(() => null);
  const isOurs = typeof said?.problem === "string"; // a refusal of our server; a portal or filter has a page of its own
  return { status, retryAfter: headers.get("Retry-After"), body: status === 200 ? said : null, isOurs };
}
