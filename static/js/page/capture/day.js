// A page that was cached on another day must not pass for today's.

import { dayOf } from "../shared/calendar.js";
import { all } from "../shared/dom.js";
import { me } from "../shared/me.js";
import { momentNow } from "../shared/moments.js";
import { locale } from "../shared/words.js";
import { showMomentum, turnMomentum } from "../today/momentum.js";
import { turnQuestion } from "./question.js";

/**
 * On Today: when the day has changed since the page was drawn, show the new day, as far as the phone knows it; returns
 * whether it has changed. What a person types stays as it is.
 */
export function turnPage() {
  const heading = document.getElementById("shown-day");
  if (!heading) return false;
  const { at, offset } = momentNow();
  const today = dayOf(at, offset, me.dayStart);
  if (heading.dataset.day === today) return false;
  heading.dataset.day = today;
  heading.textContent = nameOf(today);
  const weekday = String((new Date(today).getUTCDay() + 6) % 7); // Monday is 0, as on the server
  const folded = document.querySelectorAll("#earlier .win--edit"); // somebody types there
  if (folded.length) document.getElementById("todays-wins")?.append(...folded);
  for (const old of document.querySelectorAll("#todays-wins > li:not(.win--edit), #earlier, .routine")) old.remove();
  for (const row of all(document, ".goal-line")) if (isOver(row, today)) delete row.dataset.met;
  turnMomentum(weekday);
  showMomentum();
  turnQuestion(weekday);
  return true;
}

/**
 * Return whether a moment is on the day that it is now.
 * @param {{ at: number, offset: number }} moment
 */
export function isToday({ at, offset }) {
  const now = momentNow();
  return dayOf(at, offset, me.dayStart) === dayOf(now.at, now.offset, me.dayStart);
}

/**
 * Return whether a goal that recurs was met for a day that is over.
 * @param {HTMLElement} row
 * @param {string} today
 */
function isOver({ dataset: { period } }, today) {
  return Boolean(period && period < today);
}

/**
 * Return "Tuesday 24 November".
 * @param {string} day  ISO date
 */
export function nameOf(day) {
  /** @type {Intl.DateTimeFormatOptions} */
  const format = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" };
  return new Intl.DateTimeFormat(locale, format).format(new Date(day));
}
