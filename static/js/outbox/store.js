// Where entries are stored on the phone. The object stores of IndexedDB: "entries" holds what has not reached the server;
// "sent" the last that have (they bring a page from the cache up to date); "meta" single values: the person whose phone
// this is now ("person"), whether the server has yet to be told about a sign-out ("leaving"), how many entries the phone
// has lost ("cleared"), its language ("language"), who has finished the first steps ("welcomed"), how often cached pages
// were deleted ("deletions"), how reminders come here ("push"), and the tags of the last ones ("pushed").

import { isCreated, open, read, write } from "./database.js";

/**
 * @import { Entry, NewEntry } from "./types.js"
 * @typedef {object} Values
 * @property {string | null} person
 * @property {boolean} leaving
 * @property {number} cleared
 * @property {string | null} language
 * @property {string | null} welcomed
 * @property {number} deletions
 * @property {{ person: string, id: string, endpoint: string } | null} push
 * @property {string[]} pushed
 */

/** Open the database now, so that the first tap does not have to wait for it. */
export function warmUp() {
  return open().catch(() => {});
}

/**
 * Store an entry, once; resolves with it and its `seq` when it is durably stored.
 * @param {NewEntry} entry
 * @returns {Promise<Entry>}
 */
export async function add(entry) {
  const seq = await write(["entries"], ({ entries }) => entries.add(entry)).catch((error) => seqOf(entry, error));
  return { ...entry, seq: /** @type {number} */ (seq) };
}

/**
 * Return all entries of a person that have not reached the server, in the order in which they were stored.
 * @param {string} person
 * @returns {Promise<Entry[]>}
 */
export function entriesOf(person) {
  return all("entries", person);
}

/**
 * Return the last entries of a person that have reached the server.
 * @param {string} person
 * @returns {Promise<Entry[]>}
 */
export function sentOf(person) {
  return all("sent", person);
}

/**
 * Store the new states of entries; those that are sent move. An entry that is deleted by now stays deleted.
 * @param {Entry[]} changed
 */
export function update(changed) {
  return write(["entries", "sent"], ({ entries, sent }) => {
    for (const { fields, ...marks } of changed) {
      const asked = entries.openCursor(marks.seq);
      asked.onsuccess = () => {
        const { result: at } = asked;
        if (!at) return;
        if (marks.state === "sent") [at.delete(), sent.put({ ...at.value, ...marks })];
        else at.update({ ...at.value, ...marks });
      };
    }
  });
}

/**
 * Store a corrected entry in place of the one with its `seq`.
 * @param {Entry} entry
 */
export function replace(entry) {
  return write(["entries"], ({ entries }) => entries.put(entry));
}

/**
 * Delete entries, sent or not.
 * @param {Entry[]} unwanted
 */
export async function remove(unwanted) {
  if (!unwanted.length) return;
  await write(["entries", "sent"], ({ entries, sent }) => {
    for (const { seq } of unwanted) [entries.delete(seq), sent.delete(seq)];
  });
}

/**
 * Delete all sent entries except those of `person`; what is not sent stays.
 * @param {string} [person]
 */
export function removeSent(person) {
  return write(["sent"], ({ sent }) => {
    const asked = sent.openCursor();
    asked.onsuccess = () => {
      const { result: at } = asked;
      if (!at) return;
      if (at.value.person !== person) at.delete();
      at.continue();
    };
  });
}

/**
 * Return a single value, or undefined.
 * @template {keyof Values} Name
 * @param {Name} name
 * @returns {Promise<Values[Name] | undefined>}
 */
export function readValue(name) {
  return read("meta", (meta) => meta.get(name));
}

/**
 * Store a single value. One that is stored already is not written: pages would wait for the write as they open.
 * @template {keyof Values} Name
 * @param {Name} name
 * @param {Values[Name]} value
 */
export async function writeValue(name, value) {
  if ((await readValue(name)) !== value) await write(["meta"], ({ meta }) => meta.put(value, name));
}

/** Return whether this page found no database on the phone and created it. */
export async function isNew() {
  await open();
  return isCreated();
}

/**
 * The id is taken: the store worker, slower than the page was ready to wait, has stored the entry meanwhile.
 * @param {NewEntry} entry
 * @param {DOMException} error
 */
async function seqOf({ id }, error) {
  if (error.name !== "ConstraintError") throw error;
  return read("entries", (entries) => entries.index("id").getKey(id));
}

/**
 * @param {string} name
 * @param {string} person
 */
function all(name, person) {
  return read(name, (store) => store.index("person").getAll(person));
}
