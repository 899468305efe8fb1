// Numbers written as a language writes them: webapp/rules/shared/writings.py for the phone.
// A writing is {decimal, group, least}: the two marks, and how many digits stand before the first group mark at least.

const MINUS = "\u2212";

/** "1,234.5": with marks between thousands, for reading. */
export function written(value, writing) {
  const [sign, whole, fraction] = digitsOf(value);
  const parted = whole.length < 3 + writing.least ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, writing.group);
  return joined(sign, parted, fraction, writing);
}

/** "1234.5": as one types it, for form fields; "" for none. */
export function typed(value, writing) {
  return value === null ? "" : joined(...digitsOf(value), writing);
}

function digitsOf(value) {
  const [digits, power = "0"] = String(Math.abs(value)).split("e");
  const [whole, fraction = ""] = digits.split(".");
  const moved = "0".repeat(Math.max(0, -power)) + whole + fraction.padEnd(Math.max(0, power), "0");
  const point = Math.max(0, -power) + whole.length + Number(power);
  return [value < 0 ? MINUS : "", moved.slice(0, point).replace(/^0+(?=\d)/, ""), moved.slice(point)];
}

function joined(sign, whole, fraction, { decimal }) {
  return fraction ? sign + whole + decimal + fraction : sign + whole;
}
