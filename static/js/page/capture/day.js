// A page that was cached on another day must not pass for today's.

import { dayOf } from "../shared/calendar.js";
import { me } from "../shared/me.js";
import { momentNow } from "../shared/moments.js";
import { locale } from "../shared/words.js";

/** On Today: when the day has changed since the page was drawn, show the new day, without the old day's rows. */
export function turnPage() {
  const heading = document.getElementById("shown-day");
  if (!heading) return;
  const { at, offset } = momentNow();
  const today = dayOf(at, offset, me.dayStart);
  if (heading.dataset.day === today) return;
  heading.dataset.day = today;
  heading.textContent = nameOf(today);
  for (const old of document.querySelectorAll("#todays-wins > li, #earlier, #momentum, .routine")) old.remove();
}

/**
 * Return whether a moment is on the day that it is now.
 * @param {{ at: number, offset: number }} moment
 */
export function isToday({ at, offset }) {
  const now = momentNow();
  return dayOf(at, offset, me.dayStart) === dayOf(now.at, now.offset, me.dayStart);
}

/** @param {string} day */
function nameOf(day) {
  /** @type {Intl.DateTimeFormatOptions} */
  const format = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" };
  return new Intl.DateTimeFormat(locale, format).format(new Date(day));
}
