// Where and when the phone is: the time zone travels with it (R6).

import { setCookie } from "./cookies.js";

/** Moment of a tap: {at: ms, offset: minutes east of UTC, zone: IANA name}. */
export function here() {
  const now = new Date();
  return { at: now.getTime(), offset: -now.getTimezoneOffset(), zone: zone() };
}

/** The moment that a form's local date and time means on this phone, in the same shape. */
export function momentOf(wallClock) {
  const local = new Date(wallClock);
  return { at: local.getTime(), offset: -local.getTimezoneOffset(), zone: zone() };
}

/** Tell the server the zone with every page it draws. */
export function tellZone() {
  setCookie("zone", zone());
}

// Where there is Temporal it costs 1 ms; the first use of Intl holds a page up for 10 ms and more.
function zone() {
  return window.Temporal?.Now.timeZoneId() ?? zoneOfIntl();
}

function zoneOfIntl() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}
