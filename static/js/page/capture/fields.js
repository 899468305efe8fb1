// The fields of a win, as webapp/rules/capture/fields.py describes them. Pages that draw wins bring them along.

/**
 * `in_row`: a row shows it as text, other fields are in its data-more; `usual`: the value that data-more leaves out.
 * @typedef {{ in_row?: boolean, searched?: boolean, usual?: string }} WinField
 */

/** @type {Record<string, WinField>} */
export const WIN_FIELDS = JSON.parse(document.getElementById("draw-win")?.dataset.fields ?? "{}");
