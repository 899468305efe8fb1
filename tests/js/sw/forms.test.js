// A form that signs somebody in: what was cached of the person before is deleted, before it is sent and after it.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { isSigningIn } from "../../../static/js/sw/routes.js";
import { openPhone } from "../support/browser.js";

const HOME = "https://wins.example";
Object.assign(globalThis, { self: globalThis, __LANGUAGES__: ["en"], __SHELL__: [], __VERSION__: "1" });
const stored = openPhone();
const { answerToForm } = await import("../../../static/js/sw/forms.js");

let atSending;

beforeEach(() => {
  stored.clear();
  for (const name of ["shell-1", "pages-ana.en", "pages-ana.ar"]) stored.set(name, new Map());
  globalThis.fetch = async (request) => {
    if (request === "/offline") return new Response(null, { headers: { "Smallwins-Person": "nobody" } });
    atSending = [...stored.keys()];
    stored.set("pages-ana.en", new Map()); // another tab of the person before
    return { type: "opaqueredirect", status: 0, headers: new Headers() };
  };
});

for (const path of ["/sessions/", "/people/", "/resets/a-token?_method=PATCH"]) {
  test(`${path} leaves no page of the person before`, async () => {
    const answer = await answerToForm({ url: HOME + path });
    assert.equal(answer.type, "opaqueredirect");
    assert.deepEqual([atSending, [...stored.keys()]], [["shell-1"], ["shell-1"]]);
  });
}

test("another form leaves the pages as they are", async () => {
  await answerToForm({ url: `${HOME}/wins/` });
  assert.deepEqual(atSending, ["shell-1", "pages-ana.en", "pages-ana.ar"]);
});

const SIGNING_IN = [
  [true, "/sessions/"],
  [true, "/people/"],
  [true, "/resets/a-token?_method=PATCH"],
  [false, "/sessions/current?_method=DELETE"],
  [false, "/passwords/current?_method=PATCH"],
  [false, "/wins/"],
];

for (const [signsIn, path] of SIGNING_IN) {
  test(`a form to ${path} ${signsIn ? "can sign another person in" : "signs nobody in"}`, () => {
    assert.equal(isSigningIn(HOME + path), signsIn);
  });
}
