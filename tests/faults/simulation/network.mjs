// What happens to a phone's requests before the line: sessions that have ended, and another person's session.

const LIMIT = 1_500; // ms; the sender's own 8 s would make runs long

/**
 * Return the `fetch` of a phone. `weather.calm` ends all trouble; `seen` is called with what was sent and what was
 * answered; `other()` returns the cookie of another person. A request with `stray` is a duplicate on the network,
 * which no sender of the phone has sent.
 */
export function makeFetch({ line, cookie, other, chance, weather, seen }) {
  return async (path, asked) => {
    const { entries } = JSON.parse(asked.body);
    seen.tried(entries);
    if (!asked.stray) seen.sent(entries);
    const limit = AbortSignal.timeout(LIMIT);
    const response = await fetch(line + path, {
      ...asked,
      headers: { ...asked.headers, "Sec-Fetch-Site": "same-origin", Cookie: whose() },
      signal: AbortSignal.any([asked.signal ?? limit, limit]),
    });
    response
      .clone()
      .json()
      .then(seen.answered, () => {});
    return response;
  };

  function whose() {
    if (weather.calm || chance.often(0.95)) return cookie;
    return chance.often(0.5) ? "session=ended" : other();
  }
}
