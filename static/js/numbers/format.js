// Formatting numbers as a language writes them: webapp/rules/shared/number_formats.py for the phone.
// A style is {decimal, group, min_grouping}: the two marks, and how many digits the first group has at least.

const MINUS = "\u2212";

/** "1,234.5": with marks between thousands, for reading. */
export function formatted(value, style) {
  const [sign, whole, fraction] = digitsOf(value);
  const parted = whole.length < 3 + style.min_grouping ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, style.group);
  return joined(sign, parted, fraction, style);
}

/** "1234.5": as one types it, for form fields; "" for none. */
export function typed(value, style) {
  return value === null ? "" : joined(...digitsOf(value), style);
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
