// Filling the server's fragments.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "../../support/page.js";

const FORM = "<option>{brace}what} {brace}constructor}</option>{constructor}";
openPage({ templates: { row: '<li id="{id}">{what} {else}</li>', form: FORM } });
const { canDraw, drawn } = await import("../../../../static/js/page/shared/draw.js");

test("values are text, never markup", () => {
  const html = drawn("row", { id: `"'`, what: "<b>&", else: 0 });
  assert.equal(html, '<li id="&quot;&#39;">&lt;b&gt;&amp; 0</li>');
});

test("a value that looks like a placeholder is not filled", () => {
  assert.equal(drawn("row", { id: "1", what: "{id}", else: "" }), '<li id="1">{id} </li>');
});

test("a placeholder without a value stays", () => {
  assert.equal(drawn("row", { id: "1", what: "x" }), '<li id="1">x {else}</li>');
});

test("words of a person in a template are not filled", () => {
  assert.equal(drawn("form", { what: "x" }), "<option>{what} {constructor}</option>{constructor}");
});

test("a page can draw what it has a template for", () => {
  assert.deepEqual([canDraw("row"), canDraw("column")], [true, false]);
});

test("no value is in the place of a brace", () => {
  assert.equal(drawn("form", { brace: "<b>", what: "x" }), "<option>{what} {constructor}</option>{constructor}");
});
