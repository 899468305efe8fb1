// Momentum: today's dot fills with the first win of the day, and empties when that win is taken back.

import { byId } from "../shared/dom.js";
import { locale } from "../shared/words.js";

/** Let today's dot and the count follow the wins on the page. */
export function showMomentum() {
  const dot = document.getElementById("today-dot");
  const hasWin = document.querySelector("#todays-wins > li, #earlier") !== null;
  if (!dot || dot.classList.contains("dot--won") === hasWin) return;
  dot.classList.toggle("dot--won", hasWin);
  const dots = dot.parentElement?.querySelectorAll(".dot--won").length ?? 0;
  byId("won").textContent = new Intl.NumberFormat(locale).format(dots);
}
