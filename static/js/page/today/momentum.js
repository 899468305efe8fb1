// Momentum: today's dot fills with the first win of the day, and empties when that win is taken back.

import { byId } from "../shared/dom.js";
import { counted, locale } from "../shared/words.js";
import { showCairn } from "./cairn.js";
import { foldWins, isAsked, numberOfWins } from "./fold.js";

const ALL = 14; // working days

/**
 * Show the day: what of its list is folded, and what is counted.
 * @param {boolean} [tapped]  whether a tap was made
 */
export function showDay(tapped = false) {
  foldWins();
  showMomentum(tapped);
}

/**
 * Let the number, the stones, today's dot and the count follow the wins on the page. Before the first win none of it is
 * shown, nor while the question is open.
 * @param {boolean} [tapped]  whether a tap was made
 */
export function showMomentum(tapped = false) {
  const momentum = document.getElementById("momentum");
  if (!momentum) return;
  momentum.hidden = isAsked();
  const number = numberOfWins();
  momentum.classList.toggle("momentum--won", number > 0);
  byId("number").textContent = counted(momentum, number);
  showCairn(number, tapped);
  const dot = document.getElementById("today-dot");
  if (!dot || dot.classList.contains("dot--won") === number > 0) return;
  dot.classList.toggle("dot--won", number > 0);
  countDots(dot.parentElement);
}

/**
 * On a new day the dots move on by one, if it is a working day.
 * @param {string} weekday  "0" is Monday
 */
export function turnMomentum(weekday) {
  const momentum = document.getElementById("momentum");
  if (!momentum) return;
  document.getElementById("today-dot")?.removeAttribute("id");
  document.querySelector(".momentum__off--new")?.remove(); // was for a win of the day that is over
  if (!momentum.dataset.days?.includes(weekday)) return;
  const dots = momentum.querySelector(".momentum__dots");
  if (!dots || dots.childElementCount < ALL) return momentum.remove(); // the server knows how many there are now
  dots.firstElementChild?.remove();
  const today = document.createElement("i");
  [today.className, today.id] = ["dot", "today-dot"];
  dots.append(today);
  countDots(dots);
}

/** @param {Element | null} dots */
function countDots(dots) {
  const won = dots?.querySelectorAll(".dot--won").length ?? 0;
  byId("won").textContent = new Intl.NumberFormat(locale).format(won);
}
