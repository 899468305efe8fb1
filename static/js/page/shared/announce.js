// What a screen reader says of a tap: the words of the toast. That the phone has it, the status region says.

const PAUSE = 50; // ms; the same words twice are heard twice only if there was nothing in between
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * Let a screen reader say one sentence.
 * @param {string} sentence  "" ends it: what is over must not be found by reading on
 */
export function announce(sentence) {
  const region = document.getElementById("said");
  if (!region) return;
  clearTimeout(timer);
  region.textContent = "";
  if (sentence) timer = setTimeout(() => region.append(sentence), PAUSE);
}
