// Lists of rows, as much of them as the scripts of Today use.

/**
 * Return a list with rows of these ids.
 * @param {string} id
 * @param {...string} ids
 */
export function listOf(id, ...ids) {
  const rows = [];
  const take = (row) => row.leave?.();
  const list = {
    id,
    rows,
    append: (row) => [take(row), rows.push(settled(row, list))],
    prepend: (row) => [take(row), rows.unshift(settled(row, list))],
    get ids() {
      return rows.map((row) => row.id);
    },
    get childElementCount() {
      return rows.length;
    },
    get firstElementChild() {
      return rows[0] ?? null;
    },
    get lastElementChild() {
      return rows.at(-1) ?? null;
    },
  };
  for (const one of ids) list.append(rowOf(one));
  return list;
}

/** Return a fold with rows of these ids; `more`: how many only the log has. */
export function foldOf(...ids) {
  const list = listOf("earlier-wins", ...ids);
  const summary = { textContent: "" };
  const says = JSON.stringify({ one: "{n} earlier win today", other: "{n} earlier wins today" });
  const fold = {
    dataset: { more: "0", says },
    list,
    summary,
    isGone: false,
    querySelector: (part) => (part === "summary" ? summary : list),
    contains: (row) => list.rows.includes(row),
    remove: () => {
      fold.isGone = true;
    },
    get ids() {
      return list.ids;
    },
  };
  return fold;
}

function rowOf(id) {
  return { id, dataset: {}, matches: () => false, contains: (other) => other?.id === id };
}

function settled(row, list) {
  row.parentElement = list;
  row.leave = () => list.rows.splice(list.rows.indexOf(row), 1);
  return row;
}

/** Return the classes of an element; `names`: those that it has. */
export function classesOf() {
  const names = new Set();
  return {
    names,
    contains: (name) => names.has(name),
    toggle: (name, isOn) => (isOn ? names.add(name) : names.delete(name)),
  };
}
