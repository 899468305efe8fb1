// Reading a number that a person typed: webapp/rules/shared/numbers.py and readings.py for the phone.
// tests/numbers.json has the cases that both are tested with.

import { typed } from "./format.js";
import { ARABIC_DECIMAL, ARABIC_GROUP, CURRENCIES, FRACTIONS, inAscii, isForeign } from "./marks.js";

/**
 * @import { NumberFormat } from "./format.js"
 *
 * What was read: a number, null for nothing typed; or the name of a sentence about it, and what fills its placeholders.
 * @typedef {{ value: number | null } | { says: string, typed?: string, example?: string, first?: string, second?: string, sign?: string }} Found
 */

const LONGEST = 40; // characters
const FURTHEST = 1e15;
const NEAREST = 1e-9; // to 0
const SIGN = `([%${CURRENCIES}]?)`;
const EDGE = `[^ %${CURRENCIES}+-]`; // what a number without its signs begins and ends with
const SIGNED = new RegExp(`^([+-]?) *${SIGN} *([+-]?) *(${EDGE}(?:.*${EDGE})?) *${SIGN} *(-?)$`);
const NUMERIC = new RegExp(`^[-+0-9.,' %eE${ARABIC_DECIMAL}${ARABIC_GROUP}]+$`);
const LAKH = "[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}"; // 12,34,567 as in India
const PATTERNS = { ".": patternOf(".", ",", `|${LAKH}`), ",": patternOf(",", ".") };

/**
 * Return the number that a text means, in the language of the page.
 * @param {string} text
 * @param {NumberFormat} style
 * @param {string} [signs]  for per cent or of currencies that it may have; any if it is not given
 * @returns {Found}
 */
export function readNumber(text, style, signs) {
  const plain = inAscii(text);
  if (!plain) return { value: null };
  const found = plain.length <= LONGEST ? SIGNED.exec(plain) : null;
  const [, before, lead, inner, bare, tail, turned] = found ?? [];
  const sign = before || inner;
  const mark = lead || tail;
  const [point, comma] = found ? [meaning(bare, ".", sign), meaning(bare, ",", sign)] : [null, null];
  const value = style.decimal === "." ? (point ?? comma) : (comma ?? point);
  if (value === null || (lead && tail) || (sign && turned) || (before && inner)) return noNumber(text, plain, style);
  if (mark && !(signs ?? mark).includes(mark)) return { says: "no_sign", sign: mark };
  const isTwo = point !== null && comma !== null && point !== comma;
  if (isTwo && !isOwn(bare, text, style)) return unclear(text, point, comma, style);
  const read = inRange(value);
  return turned && value && !("says" in read) ? unclear(text, -value, value, style) : read;
}

/**
 * @param {number} value
 * @returns {Found}
 */
function inRange(value) {
  if (Math.abs(value) > FURTHEST) return { says: "too_large" };
  if (value && Math.abs(value) < NEAREST) return { says: "too_small" };
  return { value };
}

/**
 * Return whether the language writes one of two meanings so; then it is the one with its own mark.
 * @param {string} bare
 * @param {string} text
 * @param {NumberFormat} style
 */
function isOwn(bare, text, { decimal, group, min_grouping }) {
  const mark = bare.includes(".") ? "." : ",";
  const [before, after] = bare.split(mark);
  if (isForeign(text)) return false;
  return mark === decimal ? !after.endsWith("0") : mark === group && before.length >= min_grouping;
}

/**
 * @param {string} text
 * @param {number} first
 * @param {number} second
 * @param {NumberFormat} style
 */
function unclear(text, first, second, style) {
  return { says: "unclear", typed: shown(text), first: typed(first, style), second: typed(second, style) };
}

/**
 * @param {string} text
 * @param {string} plain
 * @param {NumberFormat} style
 */
function noNumber(text, plain, style) {
  if (plain.length > LONGEST && NUMERIC.test(plain)) return { says: "too_long" };
  return { says: "no_number", typed: shown(text), example: typed(12.5, style) };
}

/** @param {string} text */
function shown(text) {
  return [...text.trim()].slice(0, LONGEST).join("");
}

/**
 * @param {string} bare
 * @param {"." | ","} decimal
 * @param {string} sign
 */
function meaning(bare, decimal, sign) {
  const { groups } = PATTERNS[decimal].exec(bare) ?? {};
  if (!groups) return null;
  const { scaled, part, full } = groups;
  if (part) return mixed(Number(full ?? 0), part, sign);
  if (scaled) return tiny(Number(sign + scaled.replace(ARABIC_DECIMAL, ".").replace(",", ".")), scaled);
  const whole = (groups.whole ?? "0").replace(/[^0-9]/g, "");
  return Number(`${sign}${whole}.${groups.after || groups.only || "0"}`) + 0; // 0 has no sign
}

/**
 * Return "1½", of which `full` is the 1.
 * @param {number} full
 * @param {string} part
 * @param {string} sign
 */
function mixed(full, part, sign) {
  const [above, below] = part.normalize("NFKD").split("\u2044").map(Number);
  return ((full * below + above) / below) * (sign === "-" ? -1 : 1);
}

/**
 * What is too small for a number, such as 1e-999, is not 0.
 * @param {number} value
 * @param {string} scaled
 */
function tiny(value, scaled) {
  return value || (/[1-9].*e/i.test(scaled) ? Number.MIN_VALUE : 0);
}

/**
 * @param {string} decimal
 * @param {string} group
 */
function patternOf(decimal, group, more = "") {
  const grouped = `[1-9][0-9]{0,2}(?<mark>[${group} '${ARABIC_GROUP}])[0-9]{3}(?:\\k<mark>[0-9]{3})*`;
  const fraction = `[${decimal}${ARABIC_DECIMAL}]`;
  return new RegExp(
    `^(?:(?<whole>[0-9]+|${grouped}${more})(?:${fraction}(?<after>[0-9]*))?` +
      `|${fraction}(?<only>[0-9]+)` +
      `|(?<scaled>[0-9]+(?:${fraction}[0-9]+)?[eE][+-]?[0-9]{1,4})` +
      `|(?:(?<full>[0-9]{1,12}) ?)?(?<part>[${FRACTIONS}]))$`,
  );
}
