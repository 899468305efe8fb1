// A win of a team's own, logged with one tap on its board.

import assert from "node:assert/strict";
import { test } from "node:test";
import { entry } from "../../support/entries.js";
import { formOf, openPage } from "../../support/page.js";

openPage({ templates: { win: "<li>{what}</li>" } });
const { WINS } = await import("../../../../static/js/page/capture/verbs.js");

const form = formOf([], { found: { ".kinds button": { textContent: "Quick task" } } });

test("the entry names the team of the page that it was tapped on", () => {
  const data = new FormData();
  data.set("what", " Shipped it ");
  data.set("kind", "milestone");
  data.set("team", "17");
  const button = { dataset: {}, textContent: "Milestone" };
  assert.deepEqual(WINS.log_win.fields(form, data, button), { what: "Shipped it", kind: "milestone", team: "17" });
});

test("on pages of one's own it has no row", () => {
  const asked = [];
  document.getElementById = (id) => {
    asked.push(id);
    return null;
  };
  WINS.log_win.apply(entry(1, { fields: { what: "Shipped it", kind: "quick", team: "17" } }), true);
  assert.deepEqual(asked, ["team-17"]);
});
