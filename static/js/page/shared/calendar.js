// Days and clock times. Pure: moment, offset and start of the day are arguments.

/**
 * Return the ISO day that a moment belongs to, where days start `dayStart` minutes after midnight.
 * @param {number} at  ms since 1970
 * @param {number} offset  minutes east of UTC
 * @param {number} dayStart
 */
export function dayOf(at, offset, dayStart) {
  return new Date(at + (offset - dayStart) * 60_000).toISOString().slice(0, 10);
}

/**
 * Return what a clock shows at a moment: {time: "09:30", wall_clock: "2026-11-22T09:30"}.
 * @param {number} at  ms since 1970
 * @param {number} offset  minutes east of UTC
 */
export function wallClock(at, offset) {
  const local = new Date(at + offset * 60_000).toISOString();
  return { time: local.slice(11, 16), wall_clock: local.slice(0, 16) };
}
