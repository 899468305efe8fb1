// Reading a number that a person typed: webapp/rules/shared/numbers.py and readings.py for the phone.
// tests/numbers.json holds both to the same cases.

import { typed } from "./format.js";
import { ARABIC_DECIMAL, ARABIC_GROUP, inAscii, isForeign } from "./marks.js";

const LONGEST = 40; // characters
const FURTHEST = 1e15;
const NEAREST = 1e-9; // to 0
const SIGNED = /^([+-]?) *(%?) *([^ %+-](?:.*[^ %+-])?) *(%?) *(-?)$/;
const NUMERIC = new RegExp(`^[-+0-9.,' %eE${ARABIC_DECIMAL}${ARABIC_GROUP}]+$`);
const LAKH = "[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}"; // 12,34,567 as in India
const PATTERNS = { ".": patternOf(".", ",", `|${LAKH}`), ",": patternOf(",", ".") };

/** {value}, null for nothing typed, or {says, ...}: the name of a sentence and what fills its places. */
export function readNumber(text, style, percent = true) {
  const plain = inAscii(text);
  if (!plain) return { value: null };
  const found = plain.length <= LONGEST ? SIGNED.exec(plain) : null;
  const [, sign, lead, bare, tail, turned] = found ?? [];
  const [point, comma] = found ? [".", ","].map((mark) => meaning(bare, mark, sign)) : [null, null];
  if ((point ?? comma) === null || (lead && tail) || (sign && turned)) return noNumber(text, plain, style);
  if ((lead || tail) && !percent) return { says: "no_percent" };
  if (point !== null && comma !== null && point !== comma && !isOwn(bare, text, style))
    return unclear(text, point, comma, style);
  const value = style.decimal === "." ? (point ?? comma) : (comma ?? point);
  return turned && value ? unclear(text, -value, value, style) : inRange(value);
}

function inRange(value) {
  if (Math.abs(value) > FURTHEST) return { says: "too_large" };
  if (value && Math.abs(value) < NEAREST) return { says: "too_small" };
  return { value };
}

// Whether the language writes one of two meanings so; then that is the one its own mark gives.
function isOwn(bare, text, { decimal, group, min_grouping }) {
  const mark = bare.includes(".") ? "." : ",";
  const [before, after] = bare.split(mark);
  if (isForeign(text)) return false;
  return mark === decimal ? !after.endsWith("0") : mark === group && before.length >= min_grouping;
}

function unclear(text, first, second, style) {
  return { says: "unclear", typed: shown(text), first: typed(first, style), second: typed(second, style) };
}

function noNumber(text, plain, style) {
  if (plain.length > LONGEST && NUMERIC.test(plain)) return { says: "too_long" };
  return { says: "no_number", typed: shown(text), example: typed(12.5, style) };
}

function shown(text) {
  return [...text.trim()].slice(0, LONGEST).join("");
}

function meaning(bare, decimal, sign) {
  const { groups } = PATTERNS[decimal].exec(bare) ?? {};
  if (!groups) return null;
  if (groups.scaled)
    return tiny(Number(sign + groups.scaled.replace(ARABIC_DECIMAL, ".").replace(",", ".")), groups.scaled);
  const whole = (groups.whole ?? "0").replace(/[^0-9]/g, "");
  return Number(`${sign}${whole}.${groups.after || groups.only || "0"}`) + 0; // 0 has no sign
}

// What is too small for a number, such as 1e-999, is not 0.
function tiny(value, scaled) {
  return value || (/[1-9].*e/i.test(scaled) ? Number.MIN_VALUE : 0);
}

function patternOf(decimal, group, more = "") {
  const grouped = `[1-9][0-9]{0,2}(?<mark>[${group} '${ARABIC_GROUP}])[0-9]{3}(?:\\k<mark>[0-9]{3})*`;
  const fraction = `[${decimal}${ARABIC_DECIMAL}]`;
  return new RegExp(
    `^(?:(?<whole>[0-9]+|${grouped}${more})(?:${fraction}(?<after>[0-9]*))?` +
      `|${fraction}(?<only>[0-9]+)` +
      `|(?<scaled>[0-9]+(?:${fraction}[0-9]+)?[eE][+-]?[0-9]{1,4}))$`,
  );
}
