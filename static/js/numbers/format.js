// Formatting numbers as a language writes them: webapp/rules/shared/number_formats.py for the phone.

/**
 * How a language writes numbers: its marks, how many digits the first group has at least, and its minus.
 * @typedef {{ decimal: string, group: string, min_grouping: number, minus: string }} NumberFormat
 */

/**
 * Return a number as a person types it, for form fields: "1234.5"; "" for none.
 * @param {number | null} value
 * @param {NumberFormat} format
 */
export function typed(value, format) {
  return value === null ? "" : joined(...digitsOf(value, format), format);
}

/**
 * Return a number with marks between thousands, for reading: "1,234.5".
 * @param {number} value
 * @param {NumberFormat} format
 */
export function formatted(value, format) {
  const [sign, whole, fraction] = digitsOf(value, format);
  const isLong = whole.length >= 3 + format.min_grouping;
  return joined(sign, isLong ? whole.replace(/\B(?=(?:\d{3})+$)/g, format.group) : whole, fraction, format);
}

/**
 * @param {number} value
 * @param {NumberFormat} format
 * @returns {[sign: string, whole: string, fraction: string]}
 */
function digitsOf(value, { minus }) {
  const [digits, exponent = "0"] = String(Math.abs(value)).split("e");
  const [whole, fraction = ""] = digits.split(".");
  const power = Number(exponent);
  const moved = "0".repeat(Math.max(0, -power)) + whole + fraction.padEnd(Math.max(0, power), "0");
  const point = Math.max(0, -power) + whole.length + power;
  return [value < 0 ? minus : "", moved.slice(0, point).replace(/^0+(?=\d)/, ""), moved.slice(point)];
}

/**
 * @param {string} sign
 * @param {string} whole
 * @param {string} fraction
 * @param {NumberFormat} format
 */
function joined(sign, whole, fraction, { decimal }) {
  return fraction ? sign + whole + decimal + fraction : sign + whole;
}
