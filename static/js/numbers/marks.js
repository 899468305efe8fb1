// The characters that numbers are typed with, brought into one form: webapp/rules/shared/marks.py for the phone.

export const ARABIC_DECIMAL = "\u066b";
export const ARABIC_GROUP = "\u066c";
const ZEROS = ["0", "\u0660", "\u06f0", "\uff10"]; // ASCII, Arabic-Indic, Persian, full width
const WAYS = {
  "-": "\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d",
  "+": "\uff0b",
  "%": "\u066a\ufe6a\uff05",
  "'": "\u2018\u2019\u02bc\uff07",
  ",": "\u060c\uff0c",
  ".": "\uff0e",
  "": "\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff",
};
const IN_ASCII = new Map([
  ...Object.entries(WAYS).flatMap(([mark, ways]) => [...ways].map((one) => [one, mark])),
  ...ZEROS.slice(1).flatMap((zero) => [..."0123456789"].map((digit) => [moved(zero, digit), digit])),
]);
const FOREIGN = /^[0-9,.]$/;

/** The text with ASCII digits and marks, plain blanks, and none at the ends. */
export function inAscii(text) {
  const plain = [...text].map((one) => IN_ASCII.get(one) ?? one.replace(/\p{Zs}/u, " "));
  return plain.join("").replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
}

/** Whether digits or marks stand in the text that no language of the app writes itself. */
export function isForeign(text) {
  return [...text].some((one) => FOREIGN.test(IN_ASCII.get(one) ?? ""));
}

function moved(zero, digit) {
  return String.fromCodePoint(zero.codePointAt(0) + Number(digit));
}
