// The service worker on a whole phone, with the pages that it may be answered with.

import { entry } from "./entries.js";
import { openWholePhone } from "./phone.js";

export const phone = openWholePhone();
export const told = [];
Object.assign(globalThis, {
  self: globalThis,
  location: new URL("https://wins.example/"),
  clients: { get: async () => ({ postMessage: ({ late }) => told.push(late) }) },
  __VERSION__: "1",
  __SHELL__: [],
  __LANGUAGES__: ["en", "ar"],
});
export const store = await import("../../../static/js/outbox/store.js");
const { cachePages, seenOf } = await import("../../../static/js/sw/caching.js");
const { pageFor } = await import("../../../static/js/sw/navigation.js");

export const ours = (person, words = "Today") => {
  const headers = { "Content-Type": "text/html", "Content-Language": "en", "Smallwins-Rev": "1" };
  return new Response(words, { headers: { ...headers, "Smallwins-Person": person, Date: new Date().toUTCString() } });
};
export const PORTAL = async () => new Response("<p>Welcome</p>", { headers: { "Content-Type": "text/html" } });
export const REDIRECT = { type: "opaqueredirect", status: 0, headers: new Headers() };
export const HOTEL = { type: "basic", status: 200, headers: new Headers() }; // after a portal's redirect, too

export const missing = () => new Response("", { status: 404, headers: ours("ana").headers });

export async function shown(path = "/") {
  const waiting = [];
  const event = { request: { url: `https://wins.example${path}` }, waitUntil: (work) => waiting.push(work) };
  const page = await pageFor(event);
  const location = page.headers?.get("Location") ?? "";
  return { words: await page.text?.(), location, later: () => Promise.all(waiting) };
}

export async function keep(person, path = "/") {
  phone.answer = async () => ours(person, `Today of ${person}`);
  await cachePages(path, ours(person, `Today of ${person}`), seenOf(ours(person), person, await deletions()));
}

export const deletions = async () => (await store.readValue("deletions")) ?? 0;
export const kept = () => [...phone.caches.keys()].filter((name) => name.startsWith("pages-"));

/** Empty the phone, but for the shell and one entry of Ana's that was sent. */
export async function reset() {
  phone.caches.clear();
  phone.asked.length = 0;
  told.length = 0;
  for (const name of ["/offline", "/signed-out", "/not-sent"]) {
    const page = new Response(name, { headers: { "Smallwins-Plain": "1" } });
    await (await caches.open("shell-1")).put(`${name}?language=en`, page);
  }
  await store.writeValue("leaving", false);
  await store.removeSent();
  const made = await store.add({ ...entry(undefined), id: "sent" });
  await store.update([{ ...made, state: "sent" }]);
}
