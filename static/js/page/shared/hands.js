// What is under a finger does not change: a tap on what was there would meet something else, or nothing.

const LONGEST = 2_000; // ms; a finger that rests there, or that went away without a word, holds nothing up
const CLICK = 100; // ms; the click of a touch comes in a task of its own, after pointerup
let isDown = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let lifting;
/** @type {(() => void)[]} */
let waiting = [];

/** Follow the finger or mouse button; called once. */
export function followHands() {
  const on = { capture: true, passive: true };
  addEventListener("pointerdown", touch, on);
  addEventListener("pointerup", ({ pointerType }) => lift(pointerType === "touch" ? CLICK : 0), on);
  addEventListener("pointercancel", () => lift(), on);
  addEventListener("click", () => isDown && lift(), on);
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

function touch() {
  clearTimeout(lifting);
  isDown = true;
}

/** @param {number} [later]  ms until which a click may come */
function lift(later = 0) {
  clearTimeout(lifting);
  if (later) {
    lifting = setTimeout(lift, later);
    return;
  }
  isDown = false;
  const free = waiting;
  waiting = [];
  setTimeout(() => {
    for (const resolve of free) resolve();
  }); // the click comes before
}
