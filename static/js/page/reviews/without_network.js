// A review that is opened again without a connection: the phone keeps a page of it that has the box for a line, and
// nothing that anybody has said. It is among the person's cached pages, and goes with them when they sign out.

import { deletionsSoFar, unlessDeleted } from "../../outbox/deletions.js";
import { me } from "../shared/me.js";

const PLAIN = "Smallwins-Plain"; // as sw/gzip.js marks what is not compressed
const REVIEW = /\/reviews\/[0-9a-f-]{36}\/edit$/;
const FILES = /\/static\/build\/(review|looking_back)\.\w+\.(js|css)$/;

/**
 * Store the page of this review for times without a connection, once.
 * @param {HTMLElement} room
 */
export async function keepForNoNetwork(room) {
  if (!room.dataset.rev || !navigator.serviceWorker) return;
  await navigator.serviceWorker.ready; // a first visit has its worker only after a while
  const deletions = await deletionsSoFar();
  const cache = await caches.open(`pages-${me.person}.${document.documentElement.lang}`);
  const { pathname } = location;
  const there = (await cache.keys()).map(({ url }) => new URL(url).pathname).filter((path) => REVIEW.test(path));
  if (there.includes(pathname)) return;
  const response = await fetch(pathname, { cache: "no-store" });
  if (!response.ok || response.redirected) return;
  const page = withoutWords(await response.text());
  await keepFiles(); // first: a page without its script would show nothing of what waits
  await unlessDeleted(deletions, async () => {
    await Promise.all(there.map((path) => cache.delete(path)));
    await cache.put(pathname, plain(page, response.headers));
  });
}

/**
 * Remember the step that this tab shows; without a connection a line belongs to the one that it showed last.
 * @param {HTMLElement} room
 */
export function keepStep({ dataset }) {
  if (dataset.rev) return sessionStorage.setItem(location.pathname, dataset.step ?? "");
  const step = sessionStorage.getItem(location.pathname);
  const field = /** @type {HTMLInputElement | null} */ (document.querySelector("#add-line [name=step]"));
  if (step && field) field.value = step;
  return undefined;
}

/**
 * Return the page with only what is in its template for times without a connection.
 * @param {string} html
 */
export function withoutWords(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const template = /** @type {HTMLTemplateElement} */ (page.getElementById("without-network"));
  page.getElementById("main")?.replaceChildren(template.content);
  // The rest of it is about what others say and do meanwhile.
  for (const part of page.querySelectorAll("#room-done, .of-team, .as-of, form:has(.room__end)")) part.remove();
  page.documentElement.dataset.from = "phone";
  page.getElementById("room")?.removeAttribute("data-rev");
  return `<!DOCTYPE html>${page.documentElement.outerHTML}`;
}

/** What the page needs beside the shell, in the shell of this version. */
async function keepFiles() {
  const [newest] = (await caches.keys()).filter((name) => name.startsWith("shell-")).slice(-1);
  const parts = [...document.querySelectorAll("script[src], link[href]")];
  const urls = parts.map((part) => part.getAttribute("src") ?? part.getAttribute("href") ?? "");
  const shell = await caches.open(newest);
  for (const url of urls.filter((one) => FILES.test(one))) {
    const file = await fetch(url);
    if (!file.ok) throw new Error(`${url}: ${file.status}`);
    await shell.put(url, plain(await file.text(), file.headers));
  }
}

/**
 * @param {string} text
 * @param {Headers} given
 */
function plain(text, given) {
  const headers = new Headers(given);
  for (const name of ["Content-Encoding", "Content-Length", "Vary"]) headers.delete(name);
  headers.set(PLAIN, "1");
  return new Response(text, { headers });
}
