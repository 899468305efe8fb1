// Which requests the service worker answers.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  betterThanNone,
  ownPath,
  pageName,
  routeOf,
  sharedTo,
  shellName,
  sourceOf,
  standIn,
} from "../../../static/js/sw/routes.js";

const HOME = "https://wins.example";
const SHELL = ["/static/app.0123.js", "/static/app.0123.css"];

const ROUTES = [
  ["page", "GET", "navigate", "/"],
  ["page", "GET", "navigate", "/wins/?after=1"],
  ["page", "GET", "navigate", "/nowhere"],
  ["page", "GET", "navigate", "/static/app.0123.js"],
  ["shell", "GET", "no-cors", "/static/app.0123.js"],
  ["shell", "GET", "cors", "/static/app.0123.css?again"],
  ["", "GET", "no-cors", "/static/app.9999.js"],
  ["shell", "GET", "cors", "/static/build/search.0123456789ab.js"], // of another version
  ["", "GET", "no-cors", "/static/build/today.png"],
  ["", "GET", "cors", "/"], // htmx asks the server itself
  ["", "POST", "navigate", "/wins/"],
  ["", "POST", "cors", "/outbox/"],
  ["switch", "POST", "navigate", "/languages/", `${HOME}/wins/`],
  ["", "POST", "navigate", "/languages/"],
  ["", "POST", "navigate", "/languages/", "https://other.example/"],
  ["form", "POST", "navigate", "/goals/", `${HOME}/goals/new`],
  ["form", "POST", "navigate", "/goals/id-1?_method=PATCH", `${HOME}/`],
  ["", "POST", "navigate", "/goals/", "https://other.example/goals/new"],
  ["", "POST", "navigate", "/goals/", "https://wins.example.evil.example/"],
  ["", "POST", "navigate", "/goals/", "about:client"],
  ["", "POST", "cors", "/goals/", `${HOME}/goals/new`],
  ["", "POST", "cors", "/languages/"],
  ["page", "GET", "navigate", "/languages/"],
  ["share", "GET", "navigate", "/shares/new?title=A"],
  ["", "POST", "navigate", "/shares/new"],
  ["", "HEAD", "navigate", "/"],
  ["", "DELETE", "cors", "/static/app.0123.js"],
];

for (const [route, method, mode, path, referrer] of ROUTES) {
  test(`${method} ${path} (${mode}) of ${referrer ?? "no page"} is answered from "${route}"`, () => {
    assert.equal(routeOf({ method, mode, url: HOME + path, referrer }, HOME, SHELL), route);
  });
}

const ELSEWHERE = [
  "https://other.example/",
  "http://wins.example/",
  "https://wins.example:8443/",
  "https://wins.example.evil.example/",
];

for (const origin of ELSEWHERE) {
  test(`${origin} is not ours to answer`, () => {
    assert.equal(routeOf({ method: "GET", mode: "navigate", url: origin }, HOME, SHELL), "");
  });
}

const NAMES = [
  ["/", "/"],
  ["/?source=homescreen", "/"],
  ["/?saved=1#win-1", "/"],
  ["/wins/", "/wins/"],
  ["/wins/#win-1", "/wins/"],
  ["/wins/?after=1", ""], // older pages are not cached
  ["/wins", ""],
  ["/wins/id-1/edit", ""],
  ["/checkins/new", "/checkins/new"],
  ["/checkins/", "/checkins/"],
  ["/checkins/?after=1", ""],
  ["/settings/", "/settings/"],
  ["/settings/?saved=1", ""],
  ["/sessions/new", ""],
  ["//", ""],
];

for (const [path, name] of NAMES) {
  test(`${path} is cached as "${name}"`, () => {
    assert.equal(pageName(HOME + path), name);
  });
}

for (const [path, name] of [
  ["/help/", "/help/?language=ar"],
  ["/signed-out", "/signed-out?language=ar"],
  ["/offline", "/offline?language=ar"],
  ["/not-sent", "/not-sent?language=ar"],
  ["/wins/", "/offline?language=ar"],
  ["/help", "/offline?language=ar"],
]) {
  test(`without a connection ${path} is ${name} of the shell`, () => {
    assert.equal(shellName(path, "ar"), name);
  });
}

for (const [next, path] of [
  ["/wins/?after=1", "/wins/?after=1"],
  ["", "/"],
  [null, "/"],
  ["https://other.example/wins/", "/"],
  ["//other.example/", "/"],
  ["/\\other.example/", "/"],
  ["/..//other.example/", "/"],
  ["/.//other.example/", "/"],
  [`${HOME}//other.example/`, "/"],
  ["/wins/../..//other.example/", "/"],
  ["javascript:alert(1)", "/"],
]) {
  test(`after the switch, ${next} leads to ${path}`, () => {
    assert.equal(ownPath(next, HOME), path);
  });
}

test("without a connection the log stands in for every search in it", () => {
  assert.equal(standIn(`${HOME}/wins/?q=fixed&kind=quick`), "/wins/");
  assert.equal(standIn(`${HOME}/wins/?after=1`), "");
  assert.equal(standIn(`${HOME}/settings/?saved=1`), "");
});

test("without any answer a cached page is shown whatever else its address says, but not for what comes after it", () => {
  const paths = ["/settings/?saved=1", "/goals/?deleted=1", "/checkins/?after=1.2", "/evidence/?q=a"];
  assert.deepEqual(
    paths.map((path) => betterThanNone(HOME + path)),
    ["/settings/", "/goals/", "", ""],
  );
});

test("the log is cached with its last 200 wins, other pages as they are", () => {
  assert.deepEqual(["/wins/", "/"].map(sourceOf), ["/wins/?kept=200", "/"]);
});

test("what is shared goes to Today, behind the #", () => {
  assert.equal(
    sharedTo(`${HOME}/shares/new?title=A%26B&url=https%3A%2F%2Fx.org`),
    "/#title=A%26B&url=https%3A%2F%2Fx.org",
  );
});
