// The second tap of a double tap: the first one has taken the words out of the box, and without words it would log
// another win.

import { closest, control } from "../shared/dom.js";

let hadWords = false;

/** Let a double tap on a button of the dock be one tap, if there were words for it. */
export function wireSecondTap() {
  document.addEventListener("click", dropSecond, { capture: true });
}

/** @param {MouseEvent} event */
function dropSecond(event) {
  const form = /** @type {HTMLButtonElement | null} */ (closest(event, "#capture button"))?.form;
  if (!form) return;
  const hasWords = Boolean(control(form, "what")?.value);
  if (event.detail < 2) hadWords = hasWords;
  else if (hadWords && !hasWords) event.preventDefault();
}
