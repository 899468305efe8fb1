// Offsets of time zones, and what a wall clock means in one. Pure, but for the calendars of Intl.

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** @type {{ zone: string, format: Intl.DateTimeFormat } | undefined} */
let latest; // the first use of Intl holds a page up for 10 ms and more

/**
 * Return the minutes east of UTC in a zone at a moment.
 * @param {string} zone  IANA name
 * @param {number} at  ms since 1970
 */
export function offsetIn(zone, at) {
  if (latest?.zone !== zone) latest = { zone, format: clockOf(zone) };
  const parts = latest.format.formatToParts(at).map(({ type, value }) => [type, Number(value)]);
  const { year, month, day, hour, minute } = Object.fromEntries(parts);
  const local = Date.UTC(year, month - 1, day, hour % 24, minute); // some browsers write midnight as 24
  return (local - Math.floor(at / MINUTE) * MINUTE) / MINUTE;
}

/**
 * Return the ms since 1970 at which clocks show this, as the server does (webapp/rules/shared/moments.py `moment_at`):
 * of an hour that a change repeats the first one; a time that a change skips is as long after midnight as it says.
 * @param {string} wallClock  as in "2026-11-22T09:30"
 * @param {(at: number) => number} offsetAt  minutes east of UTC at a moment
 */
export function instantOf(wallClock, offsetAt) {
  const local = new Date(`${wallClock}Z`).getTime();
  const before = offsetAt(local - DAY);
  const after = offsetAt(local + DAY);
  const [first, second] = [before, after].map((offset) => local - offset * MINUTE);
  return offsetAt(first) !== before && offsetAt(second) === after ? second : first;
}

/**
 * Return an offset in minutes as "+05:30".
 * @param {number} offset
 */
export function offsetName(offset) {
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${offset < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

/** @param {string} timeZone */
function clockOf(timeZone) {
  return new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
}

/**
 * Return "Sat, Nov 28, 16:17": a moment where it happened, with 24 hours as all times of the app.
 * The format is made for each: a page that shows none must not wait for it, the first costs 10 ms and more.
 * @param {string} locale
 * @param {number} at
 * @param {number} offset minutes
 */
export function momentIn(locale, at, offset) {
  /** @type {Intl.DateTimeFormatOptions} */
  const day = { weekday: "short", day: "numeric", month: "short" };
  /** @type {Intl.DateTimeFormatOptions} */
  const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "UTC" };
  return new Intl.DateTimeFormat(locale, { ...day, ...time }).format(at + offset * 60_000);
}
