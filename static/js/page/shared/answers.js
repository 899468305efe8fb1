// Answers of the phone, in place of the server's.

/**
 * Return what htmx reads of an answer. A real Response gives its text a task later, after the next frame.
 * @param {string} html
 */
export function htmlAnswer(html) {
  const answer = new Response(null, { headers: { "Content-Type": "text/html; charset=utf-8" } });
  answer.text = async () => html;
  return answer;
}
