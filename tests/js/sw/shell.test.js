// The shell on the phone: what is put into it, and where its files are found.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { openWholePhone } from "../support/phone.js";

const SHELL = ["/static/build/app.0123456789ab.js", "/static/build/app.ba9876543210.css", "/offline?language=en"];
const phone = openWholePhone();
Object.assign(globalThis, { self: globalThis, __VERSION__: "2", __SHELL__: SHELL });
const { cacheShell, deleteOldShells, fromShell } = await import("../../../static/js/sw/shell.js");

const TYPES = { js: "text/javascript", css: "text/css; charset=utf-8", en: "text/html; charset=utf-8" };
const ours = async (path) => {
  const headers = { "Content-Type": TYPES[path.split(/[.=]/).at(-1)] };
  return new Response(path, {
    headers: path.startsWith("/offline") ? { ...headers, "Smallwins-Person": "nobody" } : headers,
  });
};
const portal = async () => new Response("<h1>Hotel</h1>", { headers: { "Content-Type": "text/html" } });

beforeEach(() => {
  phone.caches.clear();
  phone.asked.length = 0;
  globalThis.setTimeout = (work) => queueMicrotask(work); // no pauses
});

test("the shell is cached as it comes from the server", async () => {
  phone.answer = ours;
  await cacheShell();
  for (const path of SHELL) assert.equal(await (await fromShell(path)).text(), path);
});

for (const path of SHELL) {
  test(`a portal's page is not cached as ${path}, nor asked for in the browser's own cache again`, async () => {
    phone.answer = (asked) => (asked === path ? portal() : ours(asked));
    await assert.rejects(cacheShell());
    assert.equal(await fromShell(path), undefined);
    const tries = phone.asked.filter(({ request }) => request === path).map(({ options }) => options.cache);
    assert.deepEqual(tries, ["default", "reload", "reload"]);
  });
}

test("the version before this stays for the pages that ask for its files", async () => {
  await caches.open("pages-ana.en");
  for (const name of ["shell-0", "shell-1"]) {
    const file = new Response(name, { headers: { "Smallwins-Plain": "1" } });
    await (await caches.open(name)).put(`/static/build/${name}.js`, file);
  }
  phone.answer = ours;
  await cacheShell();
  await deleteOldShells();
  assert.deepEqual([...phone.caches.keys()].sort(), ["pages-ana.en", "shell-1", "shell-2"]);
  assert.equal(await (await fromShell("/static/build/shell-1.js")).text(), "shell-1");
});
