// What is under a finger does not change: a tap on what was there would meet something else, or nothing.

const LONGEST = 2_000; // ms; a finger that rests there, or that went away without a word, holds nothing up
let isDown = false;
/** @type {(() => void)[]} */
let waiting = [];

/** Follow the finger or mouse button; called once. */
export function followHands() {
  addEventListener("pointerdown", () => (isDown = true), { capture: true, passive: true });
  for (const name of ["pointerup", "pointercancel"]) addEventListener(name, lift, { capture: true, passive: true });
}

/** Return whether a finger or mouse button is down: what it points at must not move. */
export function isHandDown() {
  return isDown;
}

/** Resolves as soon as no finger is down, after the click that it made, or after two seconds. */
export function handsOff() {
  return /** @type {Promise<void>} */ (
    new Promise((resolve) => {
      if (!isDown) return resolve();
      waiting.push(resolve);
      setTimeout(resolve, LONGEST);
    })
  );
}

function lift() {
  isDown = false;
  const free = waiting;
  waiting = [];
  setTimeout(() => {
    for (const resolve of free) resolve();
  }); // the click comes before
}
