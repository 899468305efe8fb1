// Requests that failed: only what a person asked for says so.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { openPage } from "../../support/page.js";

const status = {
  dataset: {},
  textContent: "",
  replaceChildren: (text) => Object.assign(status, { textContent: text }),
};
openPage({ words: { no_answer: "That needs a connection." }, elements: { status } });
const listeners = {};
document.addEventListener = (name, listener) => Object.assign(listeners, { [name]: listener });
const { showFailures } = await import("../../../../static/js/page/site/failures.js");
showFailures();

const TEMPLATES = new URL("../../../../templates/", import.meta.url);

/** Each element of the templates with a trigger of its own: the file, its tag, its events. */
function triggers() {
  return readdirSync(TEMPLATES, { recursive: true })
    .filter((name) => name.endsWith(".html"))
    .flatMap((name) => {
      const html = readFileSync(new URL(name, TEMPLATES), "utf8");
      const found = [...html.matchAll(/<(\w+)[^>]*?hx-trigger="([^"]+)"/g)];
      return found.map(([, tag, says]) => [name, tag, says.split(", ").map((one) => one.split(" ")[0])]);
    });
}

/** What the page says when the request of an element fails that an event has made. */
async function says(tag, type, failure = "htmx:error", more = {}) {
  Object.assign(status, { dataset: {}, textContent: "" });
  const sourceElement = { dataset: {}, matches: (selector) => selector === tag };
  listeners[failure]({ detail: { ctx: { sourceElement, sourceEvent: { type }, ...more } } });
  await new Promise((resolve) => setTimeout(resolve));
  return status.textContent;
}

// Of each trigger in the templates, whether a person waits for what it asks.
const ASKED = {
  "boards/_list.html a click": true,
  "boards/_list.html a intersect": false,
  "checkins/_usual.html p change": false,
  "goals/form/_form.html div change": false,
  "wins/_list.html a click": true,
  "wins/_list.html a intersect": false,
  "wins/_missing.html form change": true,
  "wins/_search.html form input": true,
};

test("every trigger is in the table", () => {
  const named = triggers().flatMap(([name, tag, events]) => events.map((event) => `${name} ${tag} ${event}`));
  assert.deepEqual(named.sort(), Object.keys(ASKED));
});

for (const [trigger, isAsked] of Object.entries(ASKED)) {
  const [, tag, type] = trigger.split(" ");
  test(`${trigger} ${isAsked ? "says that it failed" : "fails without a word"}`, async () => {
    const expected = isAsked ? "That needs a connection." : "";
    assert.equal(await says(tag, type), expected);
    assert.equal(await says(tag, type, "htmx:response:error", { response: { status: 503 } }), expected);
  });
}

test("a tap and a form that is sent say it", async () => {
  assert.equal(await says("a", "click"), "That needs a connection.");
  assert.equal(await says("form", "submit"), "That needs a connection.");
});

test("nothing asked for in the background leads away when the session has ended", async () => {
  const before = location.href;
  await says("div", "change", "htmx:response:error", { response: { status: 401 } });
  assert.equal(location.href, before);
});

test("the page of a captive portal is put into no page of ours", async () => {
  const ctx = { sourceElement: { dataset: {} } };
  listeners["htmx:config:request"]({ detail: { ctx } });
  globalThis.fetch = async () => new Response("<h1>Hotel</h1>", { headers: { "Content-Type": "text/html" } });
  await assert.rejects(ctx.fetch("/lessons/", {}));
  const headers = { "Content-Type": "text/html", "Smallwins-Person": "ana" };
  globalThis.fetch = async () => new Response("<p>Ours</p>", { headers });
  assert.equal(await (await ctx.fetch("/lessons/", {})).text(), "<p>Ours</p>");
});
