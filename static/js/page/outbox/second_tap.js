// The second tap of a double tap: the first one has taken the words out of the box, and without words it would log
// another win. Of one's own, taps without words all count: three quick tasks are three taps. A team has no use for a
// second win that says nothing.

import { closest, control } from "../shared/dom.js";

let hadWords = false;

/** Let a double tap on a button of the dock be one tap, if there were words for it or it is for a team. */
export function wireSecondTap() {
  document.addEventListener("click", dropSecond, { capture: true });
}

/** @param {MouseEvent} event */
function dropSecond(event) {
  const form = /** @type {HTMLButtonElement | null} */ (closest(event, "#capture button"))?.form;
  if (!form) return;
  const hasWords = Boolean(control(form, "what")?.value);
  if (event.detail < 2) hadWords = hasWords;
  else if ((hadWords || control(form, "team")) && !hasWords) event.preventDefault();
}
