// What a phone's requests go through before the line: lapsed sessions, and somebody else's.

const LIMIT = 1_500; // ms; the sender's own 8 s would make runs long

/**
 * The `fetch` of a phone. `weather.calm` ends all trouble; `seen` is told what was sent and what
 * was answered; `other()`: the cookie of another person. Asked with `stray`, it is a duplicate on
 * the network that no sender of the phone has sent.
 */
export function makeFetch({ line, cookie, other, chance, weather, seen }) {
  return async (path, asked) => {
    if (!asked.stray) seen.sent(JSON.parse(asked.body).entries);
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
