// Types of what the areas of the page share. Only tsc reads them: no script imports this file.

/**
 * @import { Entry, FieldsOf, NewEntry, State, Verb } from "../../outbox/types.js"
 */

/**
 * What a page does for a verb, or for a form that has a name of its own.
 * @template {Verb} V
 * @typedef {object} PageVerb
 * @property {(form: HTMLFormElement, data: FormData, button: HTMLElement | null) => FieldsOf[V]} fields
 *   the fields of the entry that a form makes
 * @property {(entry: NewEntry<V>) => string} answer  the HTML that htmx puts into the page at once
 * @property {(entry: Entry<V>, tapped: boolean) => void} [apply]
 *   bring a page that was drawn without the entry up to date; `tapped`: the entry was made on this very page
 * @property {{ name: string, says: string }} [undo]  the toast that takes it back: its template and sentence
 * @property {Verb} [verb]  what the entry says, if it is not the name of the form
 * @property {State} [state]  how it is stored, if not "saved"
 */

/**
 * What a form is marked with in data-verb.
 * @typedef {Verb | "delete_win" | "delete_check_in" | "delete_decision"} FormVerb
 */

/** What bundles of some pages take, and not that of every page. @typedef {"add_line" | "recognise"} OfReviews */
/** @typedef {Record<"delete_win" | "delete_check_in" | "delete_decision", PageVerb<"undo">>} Deletions */
/** @typedef {{ [V in Exclude<Verb, OfReviews>]: PageVerb<V> } & { [V in OfReviews]?: undefined } & Deletions} PageVerbs */

export {};
