// Answers to requests of htmx: those of the phone, in place of the server's, and those that are the server's.

/**
 * Return what htmx reads of an answer. A real Response gives its text a task later, after the next frame.
 * @param {string} html
 */
export function htmlAnswer(html) {
  const answer = new Response(null, { headers: { "Content-Type": "text/html; charset=utf-8" } });
  answer.text = async () => html;
  return answer;
}

/**
 * Return the answer of the server; fails on the page of a captive portal or proxy, which is not to be put into ours.
 * @param {string} url
 * @param {RequestInit} options
 */
export async function askServer(url, options) {
  const response = await fetch(url, options);
  if (!isOurs(response)) throw new Error("not an answer of ours");
  return response;
}

/**
 * Return whether our server gave an answer: all that it says to a page names a person, or nobody.
 * @param {Response} response
 */
export function isOurs({ headers }) {
  return headers.has("Smallwins-Person");
}
