// What the service worker caches is compressed where the browser can (Safari from 16.4): it takes a third of the room on
// the phone. In other browsers it is cached as it came, and marked.

const PLAIN = "Smallwins-Plain";

/**
 * Return a response to cache: the text, compressed, under the headers of the response that it came in.
 * @param {string} text
 * @param {Pick<Response, "headers">} response
 */
export function packed(text, { headers }) {
  const kept = plainHeaders(headers);
  if (!("CompressionStream" in globalThis)) {
    kept.set(PLAIN, "1");
    return new Response(text, { headers: kept });
  }
  const bytes = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Response(bytes, { headers: kept });
}

/**
 * Return a cached response as it was before it was packed.
 * @param {Response} response
 */
export function unpacked(response) {
  const { body, headers } = response;
  if (headers.has(PLAIN)) return response;
  return new Response(body?.pipeThrough(new DecompressionStream("gzip")), { headers });
}

/** @param {Headers} given */
function plainHeaders(given) {
  const headers = new Headers(given);
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  headers.delete("Vary"); // found by name: a request is not to be compared with the one that filled the cache
  return headers;
}
