// The page around modules that are tested in Node: as much of a document as they read.

// Some of the fields of a win, and one that the app does not have: scripts know no more of it than this.
const FIELDS = {
  what: { in_row: true, searched: true },
  impact: { in_row: true, searched: true },
  next_step: { in_row: true, searched: true },
  kind: { in_row: true },
  area: {},
  goal: {},
  objectives: {},
  measurable: {},
  evidence: {},
  after: {},
  approach: { searched: true },
  visibility: { usual: "private" },
  mood: { searched: true },
};

/**
 * Give modules a page; they must be imported after this.
 * @param {{ words?: object, templates?: Record<string, string>, fields?: object, elements?: Record<string, object>, found?: Record<string, object> }} [page]
 *   `words`: sentences by name; `templates`: HTML by name; `fields`: the described fields of a win; `elements`: by id;
 *   `found`: by selector
 */
export function openPage({ words = {}, templates = {}, fields = FIELDS, elements = {}, found = {} } = {}) {
  const dataset = { fields: JSON.stringify(fields) };
  const drawn = Object.entries({ win: "", ...templates }).map(([name, innerHTML]) => {
    return [`draw-${name}`, { innerHTML, dataset }];
  });
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
