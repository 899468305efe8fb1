// Makes static/build/: bundles, icon sprite, app icons, and assets.json, which names them.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { bundleScript, bundleStates, bundleStyle } from "./assets/bundles.mjs";
import { hashOf } from "./assets/hash.mjs";
import { drawImages, screenshots } from "./assets/images.mjs";
import { licences } from "./assets/licences.mjs";
import { outputIn } from "./assets/output.mjs";
import { buildSprite } from "./assets/sprite.mjs";

const FINAL = "static/build";
const NEXT = "static/build.tmp";
const OLD = "static/build.old";
const TRANSLATIONS = "webapp/translations";
const LANGUAGES = ["en", ...readdirSync(TRANSLATIONS).sort()];
const SHELL_PAGES = {
  "/offline": "templates/offline.html",
  "/signed-out": "templates/signed_out.html",
  "/help/": "templates/help/index.html",
};
const SOURCES = [
  "static/js/app.js",
  "static/js/outbox/store_worker.js",
  "static/js/sw/index.js",
  "static/css/app.css",
  "static/css/styleguide.css",
  "static/css/looking_back.css",
  ...[
    "icons.json",
    "cairn.svg",
    "icon.svg",
    "maskable.svg",
    "monochrome.svg",
    "shortcut-win.svg",
    "shortcut-checkin.svg",
  ].map((name) => `static/img/${name}`),
  ...Object.values(SHELL_PAGES),
];

try {
  requireSources();
  await build(outputIn(NEXT));
  swapIn();
} catch (problem) {
  rmSync(NEXT, { recursive: true, force: true });
  console.error(`Build stopped: ${problem.message}`);
  process.exit(1);
}

function requireSources() {
  if (!existsSync("node_modules/esbuild")) throw new Error("node_modules is not set up: run `make setup` first.");
  const missing = SOURCES.find((path) => !existsSync(path));
  if (missing) throw new Error(`${missing} is missing; add it and build again.`);
}

async function build(output) {
  clear(NEXT);
  const keeper = output.hashed("keeper.js", await bundleScript("static/js/outbox/store_worker.js"));
  const script = output.hashed(
    "app.js",
    await bundleScript("static/js/app.js", {
      __KEEPER__: JSON.stringify(keeper.url),
    }),
  );
  const style = output.hashed("app.css", await bundleStyle("static/css/app.css"));
  const states = output.hashed("states.css", await bundleStates("static/css/app.css"));
  const guide = output.hashed("styleguide.css", await bundleStyle("static/css/styleguide.css"));
  // What only some pages need is not among what the worker keeps.
  const lookingBack = output.hashed("looking_back.css", await bundleStyle("static/css/looking_back.css"));
  const icons = output.hashed("icons.svg", buildSprite("static/img/icons.json", "static/img/cairn.svg"));
  const favicon = output.plain("favicon.svg", readFileSync("static/img/icon.svg"));
  const parts = [script, keeper, style, icons, favicon];
  const version = versionOf([...parts, lookingBack]);
  output.plain(
    "sw.js",
    await bundleScript("static/js/sw/index.js", {
      __SHELL__: JSON.stringify([...parts.map((part) => part.url), ...shellPages()]),
      __LANGUAGES__: JSON.stringify(LANGUAGES),
      __VERSION__: JSON.stringify(version),
    }),
  );
  const images = [...(await drawImages("static/img")), ...screenshots("static/img/screenshots")];
  for (const [name, png] of images) output.plain(name, png);
  output.plain("licences.txt", licences());
  output.plain(
    "assets.json",
    assets(
      {
        "app.js": script,
        "app.css": style,
        "states.css": states,
        "styleguide.css": guide,
        "looking_back.css": lookingBack,
        "icons.svg": icons,
      },
      version,
    ),
  );
}

// Each in every language, under the addresses that static/js/sw/routes.js makes.
function shellPages() {
  return Object.keys(SHELL_PAGES).flatMap((path) => LANGUAGES.map((language) => `${path}?language=${language}`));
}

// The worker keeps these pages too, so a change to one, or to its words, must make a new version.
function versionOf(parts) {
  const help = readdirSync("templates/help").map((name) => `templates/help/${name}`);
  const words = LANGUAGES.slice(1).map((language) => `${TRANSLATIONS}/${language}/LC_MESSAGES/messages.po`);
  const pages = [...Object.values(SHELL_PAGES), "templates/layouts/page.html", ...help, ...words];
  return hashOf(...parts.map((part) => part.bytes), ...pages.map((path) => readFileSync(path)));
}

function assets(built, version) {
  const urls = Object.entries(built).map(([name, { url }]) => [name, url]);
  const names = { ...Object.fromEntries(urls), version };
  return `${JSON.stringify(names, null, 2)}\n`;
}

function clear(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

// A folder cannot be renamed onto a full one, so the old one steps aside first.
function swapIn() {
  rmSync(OLD, { recursive: true, force: true });
  if (existsSync(FINAL)) renameSync(FINAL, OLD);
  renameSync(NEXT, FINAL);
  rmSync(OLD, { recursive: true, force: true });
}
