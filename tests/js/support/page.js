// The page around modules that are tested in Node: as much of a document as they read.

/**
 * Give modules a page; they must be imported after this.
 * @param {{ words?: object, templates?: Record<string, string>, elements?: Record<string, object>, found?: Record<string, object> }} [page]
 *   `words`: sentences by name; `templates`: HTML by name; `elements`: by id; `found`: by selector
 */
export function openPage({ words = {}, templates = {}, elements = {}, found = {} } = {}) {
  const drawn = Object.entries(templates).map(([name, innerHTML]) => [`draw-${name}`, { innerHTML }]);
  const byId = new Map([...drawn, ...Object.entries(elements)]);
  const page = {
    body: { dataset: { person: "ana", rev: "1", dayStart: "240", words: JSON.stringify(words) } },
    documentElement: { lang: "en", dataset: {} },
    getElementById: (id) => byId.get(id) ?? null,
    querySelector: (selector) => found[selector] ?? null,
    querySelectorAll: (selector) => found[selector] ?? [],
  };
  Object.assign(globalThis, { document: page, location: new URL("https://wins.example/") });
}

/**
 * Return a form: its controls by name, and the elements that it finds by selector.
 * @param {object[]} controls
 * @param {{ dataset?: object, found?: Record<string, object> }} [more]
 */
export function formOf(controls, { dataset = {}, found = {} } = {}) {
  const elements = [...controls];
  elements.namedItem = (name) => controls.find((one) => one.name === name) ?? null;
  return { dataset, elements, querySelector: (selector) => found[selector] ?? null };
}
