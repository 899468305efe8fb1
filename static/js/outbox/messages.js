// Types of what pages and workers post to each other. Only tsc reads them: no script imports this file.

/** @import { Entry } from "./types.js" */

/**
 * What the store worker posts to its page: that it is up, or what it stored. No `stored`: it could not.
 * @typedef {{ up: true } | { id: string, stored?: Entry }} StoreWorkerMessage
 */

/**
 * What a page posts to the service worker.
 * @typedef {"take over" | "keep pages" | "claim pages"} ServiceWorkerMessage
 */

/**
 * What the service worker posts to a page that it showed from its cache, once the server has answered after all.
 * "theirs": the page as it is now; "nobody": the session has ended, or another person is signed in.
 * @typedef {{ late: "theirs" | "nobody", html?: string }} PageMessage
 */

/**
 * What pages and the service worker of one phone post to each other on the channel "outbox".
 * "changed": entries were sent; "stored": one was stored on this phone; "left": the person has signed out. Or what a
 * page of the server knew: whose it was, and their rev.
 * @typedef {"changed" | "stored" | "left" | { person: string, rev: number }} OutboxMessage
 */

export {};
