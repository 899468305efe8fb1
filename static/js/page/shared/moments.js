// The moment and time zone of the phone; the zone travels with it (R6).

import { setCookie } from "./cookies.js";

/**
 * @import { Moment } from "../../outbox/types.js"
 */

/**
 * Return the moment that it is now.
 * @returns {Moment}
 */
export function momentNow() {
  return momentAt(new Date());
}

/**
 * Return the moment that a form's local date and time means on this phone.
 * @param {string} wallClock  as in "2026-11-22T09:30"
 * @returns {Moment}
 */
export function momentOf(wallClock) {
  return momentAt(new Date(wallClock));
}

/** Set the cookie from which the server knows the zone for every page it draws. */
export function setZoneCookie() {
  setCookie("zone", zone());
}

/** @param {Date} date */
function momentAt(date) {
  return { at: date.getTime(), offset: -date.getTimezoneOffset(), zone: zone() };
}

/**
 * Temporal, where there is one, costs 1 ms; the first use of Intl holds a page up for 10 ms and more.
 * @returns {string}
 */
function zone() {
  return globalThis.Temporal?.Now.timeZoneId() ?? zoneOfIntl();
}

function zoneOfIntl() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}
