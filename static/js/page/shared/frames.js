// When things are done. A tap is answered in two steps: its row first, all else once that is on the screen.

const HIDDEN = 100; // ms; a page in the background draws no frames

/**
 * Resolves soon after the next frame, or a little later where none is drawn. Not in the first task after it: what waits
 * for the frame itself, such as a tap that came meanwhile, goes before what is done with time to spare.
 * @returns {Promise<void>}
 */
export function afterFrame() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(() => setTimeout(resolve)));
    setTimeout(resolve, HIDDEN);
  });
}

/**
 * Resolves in a task of its own, soon.
 * @returns {Promise<void>}
 */
export function nextTask() {
  return new Promise((resolve) => setTimeout(resolve));
}
