// What the worker caches, in browsers with and without CompressionStream.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { packed, unpacked } from "../../../static/js/sw/gzip.js";

const { CompressionStream, DecompressionStream } = globalThis;
const PAGE = "<p>قصة é</p>".repeat(99);
const ANSWER = new Response("", { headers: { "Content-Type": "text/html; charset=utf-8", "Content-Encoding": "br" } });

afterEach(() => Object.assign(globalThis, { CompressionStream, DecompressionStream }));

function forget() {
  delete globalThis.CompressionStream;
  delete globalThis.DecompressionStream;
}

test("a page is cached in less room, and read as it was", async () => {
  const cached = packed(PAGE, ANSWER);
  assert.ok((await cached.clone().arrayBuffer()).byteLength < PAGE.length / 3);
  assert.equal(await unpacked(cached).text(), PAGE);
});

test("a browser that cannot compress caches the page as it came", async () => {
  forget();
  const page = unpacked(packed(PAGE, ANSWER));
  assert.equal(await page.text(), PAGE);
  assert.equal(page.headers.get("Content-Type"), "text/html; charset=utf-8");
  assert.equal(page.headers.get("Content-Encoding"), null);
});

test("after an update the browser still reads what it cached plain", async () => {
  forget();
  const cached = packed(PAGE, ANSWER);
  Object.assign(globalThis, { CompressionStream, DecompressionStream });
  assert.equal(await unpacked(cached).text(), PAGE);
});
