// Where and when the phone is: the time zone travels with it (R6).

const YEAR = 31_536_000;

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
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `zone=${zone()}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
}

function zone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}
