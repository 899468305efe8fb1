// The moment and time zone that count: the zone travels with the phone, unless the person fixed one (R6).

import { cookie, setCookie } from "./cookies.js";
import { me } from "./me.js";
import { instantOf, offsetIn, offsetName } from "./zones.js";

const A_DAY = 86_400_000; // ms

/**
 * @import { Moment } from "../../outbox/types.js"
 */

/**
 * Return the moment that it is now.
 * @returns {Moment}
 */
export function momentNow() {
  return momentAt(Date.now());
}

/**
 * Return the moment that a form's local date and time means here.
 * @param {string} wallClock  as in "2026-11-22T09:30"
 * @returns {Moment}
 */
export function momentOf(wallClock) {
  const { zone } = me;
  return momentAt(zone ? instantOf(wallClock, (at) => offsetIn(zone, at)) : new Date(wallClock).getTime());
}

/**
 * Return the moment a day ago at which clocks here showed the same time.
 * @returns {Moment}
 */
export function momentYesterday() {
  const { at, offset } = momentNow();
  return momentOf(new Date(at + offset * 60_000 - A_DAY).toISOString().slice(0, -1));
}

let moved = false;

/** Return whether the phone was in another zone when a page was last opened on it. */
export function hasMoved() {
  return moved;
}

/**
 * Set the cookie from which the server knows the phone's zone for every page it draws: "Europe/Berlin~+01:00". The
 * offset helps where the browser cannot name the zone, or the server does not know the name.
 */
export function setZoneCookie() {
  const before = cookie("zone");
  const now = `${zoneOfPhone()}~${offsetName(offsetOfPhone(Date.now()))}`;
  moved = before !== undefined && before !== now;
  setCookie("zone", now);
}

/**
 * @param {number} at
 * @returns {Moment}
 */
function momentAt(at) {
  const { zone } = me;
  if (zone) return { at, offset: offsetIn(zone, at), zone };
  return { at, offset: offsetOfPhone(at), zone: zoneOfPhone() };
}

/** @param {number} at */
function offsetOfPhone(at) {
  return -new Date(at).getTimezoneOffset();
}

/**
 * Temporal, where there is one, costs 1 ms; the first use of Intl holds a page up for 10 ms and more.
 * @returns {string}
 */
function zoneOfPhone() {
  return globalThis.Temporal?.Now.timeZoneId() ?? zoneOfIntl();
}

function zoneOfIntl() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}
