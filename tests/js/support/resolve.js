// htmx needs a browser as soon as it is imported. Page modules get a stand-in; no test here depends on what it does.

/** @type {import("node:module").ResolveHook} */
export function resolve(specifier, context, next) {
  return next(specifier === "htmx.org" ? new URL("./htmx.js", import.meta.url).href : specifier, context);
}
