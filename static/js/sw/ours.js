// Whether an answer is our server's. A captive portal, or a proxy that asks to sign in, answers in its place: with a page,
// or with a redirect, of which a worker does not see where it leads.

const TIMEOUT = 8_000; // ms

/**
 * Return whether our server gave an answer to a request of a page. For a redirect it is asked once more, for a page that
 * anybody may see.
 * @param {Response} response
 */
export async function isOurs(response) {
  return isNamed(response.type === "opaqueredirect" ? await ask().catch(() => undefined) : response);
}

function ask() {
  const signal = AbortSignal.timeout(TIMEOUT);
  return fetch("/offline", { method: "HEAD", cache: "no-store", redirect: "error", signal });
}

/** @param {Response | undefined} response */
function isNamed(response) {
  return Boolean(response?.headers.has("Smallwins-Person"));
}
