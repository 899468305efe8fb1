// A page that was kept from another day must not pass for today's.

import { dayOf } from "../../outbox/entry.js";
import { here } from "../shared/moments.js";
import { locale, me } from "../shared/words.js";

/** On Today: when the day has changed since it was drawn, show the day it is, without its rows. */
export function turnPage() {
  const heading = document.getElementById("shown-day");
  if (!heading || !me) return;
  const { at, offset } = here();
  const today = dayOf(at, offset, me.dayStart);
  if (heading.dataset.day === today) return;
  heading.dataset.day = today;
  heading.textContent = nameOf(today);
  for (const old of document.querySelectorAll("#todays-wins > li, #earlier, #momentum, .routine")) old.remove();
}

function nameOf(day) {
  const format = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" };
  return new Intl.DateTimeFormat(locale, format).format(new Date(day));
}
