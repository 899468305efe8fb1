// The time left of a review. Without this script the page shows until when it lasts.

const SECOND = 1000; // ms

/** Count down where a page has a timer. */
export function wireTimer(now = Date.now) {
  /** @type {HTMLElement | null} */
  const timer = document.querySelector("[data-ends]");
  if (!timer) return;
  const { ends = "", left = "", over = "" } = timer.dataset;
  const show = () => {
    timer.textContent = timeLeft({ ends, left, over }, now());
  };
  show();
  setInterval(show, SECOND);
}

/**
 * Return the sentence `left` with the time left ("12:34"), or the sentence `over`.
 * @param {{ ends: string, left: string, over: string }} timer  `ends`: ms since 1970
 * @param {number} now  ms since 1970
 */
export function timeLeft({ ends, left, over }, now) {
  const seconds = Math.ceil((Number(ends) - now) / SECOND);
  if (seconds <= 0) return over;
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return left.replace("{n}", `${Math.floor(seconds / 60)}:${two(seconds % 60)}`);
}
