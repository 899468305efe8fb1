// The service worker's global scope, under its own type.

/** @typedef {ServiceWorkerGlobalScope & typeof globalThis} Scope */

export const scope = /** @type {Scope} */ (/** @type {unknown} */ (self));
