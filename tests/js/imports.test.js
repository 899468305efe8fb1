// Which folder of static/js may import which. Types, which only the checker reads, may come from any.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { test } from "node:test";

const ROOT = new URL("../../static/js", import.meta.url).pathname;
const MAY_IMPORT = {
  numbers: [],
  outbox: [],
  searching: ["numbers"],
  sw: ["outbox"],
  "page/shared": ["numbers"],
  "page/drafts": ["page/shared"],
  "page/reviews": ["outbox", "page/shared"],
  "page/goals": ["page/shared"],
  "page/objectives": [],
  "page/decisions": ["outbox", "page/shared"],
  "page/teams": ["page/shared"],
  "page/reminders": ["outbox", "page/shared"],
  "page/recognition": ["outbox", "page/outbox", "page/shared"],
  "page/today": ["page/shared"],
  "page/capture": ["outbox", "page/shared", "page/today", "searching"],
  "page/outbox": [
    "outbox",
    "page/capture",
    "page/decisions",
    "page/drafts",
    "page/goals",
    "page/shared",
    "page/today",
    "searching",
  ],
  "page/account": ["outbox", "page/capture", "page/drafts", "page/shared"],
  "page/site": ["outbox", "page/drafts", "page/outbox", "page/shared"],
};
const IMPORT = /^(?:import|export)\s[^;]*?from "(\.[^"]+)"/gm;

const files = readdirSync(ROOT, { recursive: true }).filter((path) => path.endsWith(".js") && path !== "app.js");

/** Return the folders that a script imports from, apart from its own. */
function foldersOf(path, text = readFileSync(join(ROOT, path), "utf8")) {
  const paths = [...text.matchAll(IMPORT)].map(([, to]) => relative(ROOT, resolve(ROOT, dirname(path), to)));
  return new Set(paths.map((to) => dirname(to)).filter((folder) => folder !== dirname(path)));
}

test("every folder has its line in the table", () => {
  assert.deepEqual([...new Set(files.map((path) => dirname(path)))].sort(), Object.keys(MAY_IMPORT).sort());
});

test("a script imports from the folders that its own may import", () => {
  const wrong = files.flatMap((path) =>
    [...foldersOf(path)].filter((folder) => !MAY_IMPORT[dirname(path)]?.includes(folder)).map((to) => `${path}: ${to}`),
  );
  assert.deepEqual(wrong, []);
});

test("an import over several lines is seen, one in a comment is not", () => {
  const text = 'import {\n  a,\n  b,\n} from "../goals/rows.js";\n/** @import { C } from "../outbox/verbs.js" */\n';
  assert.deepEqual([...foldersOf("page/capture/day.js", text)], ["page/goals"]);
});
