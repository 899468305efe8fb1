// The time left of a review; without this script the page says until when it goes.

const SECOND = 1000;

/** Count down where a page has a timer. */
export function wireTimer(now = Date.now) {
  const timer = document.querySelector("[data-ends]");
  if (!timer) return;
  const show = () => (timer.textContent = says(timer.dataset, now()));
  show();
  setInterval(show, SECOND);
}

/** "12:34 left", or that the time is up. */
export function says({ ends, left, over }, now) {
  const seconds = Math.ceil((Number(ends) - now) / SECOND);
  if (seconds <= 0) return over;
  const two = (number) => String(number).padStart(2, "0");
  return left.replace("{n}", `${Math.floor(seconds / 60)}:${two(seconds % 60)}`);
}
