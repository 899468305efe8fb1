// What an entry is. Pure: id, time and place are arguments.

/**
 * @import { Entry, FieldsOf, Moment, NewEntry, Origin, Payload, State, Verb } from "./types.js"
 */

export const FORMAT = 1;

/**
 * Return a new entry as the phone stores it; the store gives it its `seq`.
 * @template {Verb} V
 * @param {V} verb
 * @param {FieldsOf[V]} fields
 * @param {Origin} origin
 * @param {State} [state]
 * @returns {NewEntry<V>}
 */
export function makeEntry(verb, fields, { id, person, at, offset, zone }, state = "saved") {
  const entry = { v: FORMAT, id, person, verb, at, offset, zone, fields, state, tries: 0 };
  return /** @type {NewEntry<V>} */ (entry);
}

/**
 * Return the part of an entry that is sent.
 * @param {Entry} entry
 * @returns {Payload}
 */
export function payloadOf({ v, id, seq, verb, at, offset, zone, fields }) {
  return { v, id, seq, verb, at, offset, zone, fields };
}

/**
 * Return the id of the win, check-in, goal or decision that an entry is about.
 * @param {NewEntry} entry
 */
export function subjectOf({ id, fields }) {
  return "target" in fields ? fields.target : id;
}

/**
 * Return when the win happened that an entry logs: at the tap, unless it was forgotten then.
 * @param {Moment & Pick<NewEntry<"log_win">, "fields">} entry
 * @returns {Moment}
 */
export function happenedOf({ at, offset, zone, fields }) {
  return fields.happened ?? { at, offset, zone };
}

/**
 * Return whether an entry still has to reach the server.
 * @param {{ state: State }} entry
 */
export function isWaiting({ state }) {
  return state === "saved" || state === "held";
}
