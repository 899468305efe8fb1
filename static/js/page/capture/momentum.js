// Momentum: today's dot fills with the first win of the day, and empties when it is taken back.

import { locale } from "../shared/words.js";

/** Let today's dot and the count follow the wins on the page. */
export function showMomentum() {
  const dot = document.getElementById("today-dot");
  const won = document.querySelector("#todays-wins > li, #earlier") !== null;
  if (!dot || dot.classList.contains("dot--won") === won) return;
  dot.classList.toggle("dot--won", won);
  const dots = dot.parentElement.querySelectorAll(".dot--won").length;
  document.getElementById("won").textContent = new Intl.NumberFormat(locale).format(dots);
}
