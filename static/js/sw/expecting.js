// Whether the next page is expected to show what a form has just done: then a page that was cached before is no answer.

const A_MOMENT = 5_000; // ms

let answered = -A_MOMENT;

/** Note that the server has answered a form: a page follows. */
export function expectNews() {
  answered = performance.now();
}

/** Return whether a form was answered a moment ago. */
export function isExpectingNews() {
  return performance.now() - answered < A_MOMENT;
}
