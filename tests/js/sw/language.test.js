// Switching the language without a connection: to one of ours, and to a page of ours.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { openWholePhone } from "../support/phone.js";

openWholePhone();
const HOME = "https://wins.example";
Object.assign(globalThis, { self: globalThis, location: new URL(`${HOME}/`), __LANGUAGES__: ["en", "ar"] });
Response.redirect = (path, status) => ({ path, status });
const { currentLanguage, switchLanguage } = await import("../../../static/js/sw/language.js");
const { writeValue } = await import("../../../static/js/outbox/store.js");

const asked = (language, next) =>
  switchLanguage(new Request(`${HOME}/languages/`, { method: "POST", body: new URLSearchParams({ language, next }) }));

beforeEach(() => writeValue("language", "en"));

for (const [language, next, path, then] of [
  ["ar", "/wins/", "/wins/", "ar"],
  ["xx", "/wins/", "/wins/", "en"],
  ["", "/wins/", "/wins/", "en"],
  ["ar", "https://other.example/x", "/", "ar"],
  ["ar", "//other.example/x", "/", "ar"],
]) {
  test(`"${language}" and ${next} lead to ${path} in ${then}`, async () => {
    assert.deepEqual(await asked(language, next), { path, status: 303 });
    assert.equal(await currentLanguage(), then);
  });
}
