// Everything that static/build/ holds.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { bundleModule, bundleScript, bundleStates, bundleStyle } from "./bundles.mjs";
import { hashOf } from "./hash.mjs";
import { drawImages, screenshots } from "./images.mjs";
import { licences } from "./licences.mjs";
import { namesOf } from "./names.mjs";
import { outputIn } from "./output.mjs";
import { buildSprite } from "./sprite.mjs";

/**
 * @import { Built } from "./output.mjs"
 * @typedef {ReturnType<typeof outputIn>} Output
 */
const TRANSLATIONS = "webapp/translations";
const LANGUAGES = ["en", ...readdirSync(TRANSLATIONS).sort()];
const SHELL_PAGES = {
  "/offline": "templates/offline.html",
  "/not-sent": "templates/not_sent.html",
  "/signed-out": "templates/signed_out.html",
  "/help/": "templates/help/index.html",
};
const SCRIPTS = {
  page: "static/js/app.js",
  goals: "static/js/page/goals/page.js",
  plan: "static/js/page/goals/plan.js",
  review: "static/js/page/reviews/page.js",
  objectives: "static/js/page/objectives/page.js",
  invitation: "static/js/page/teams/invitation.js",
  recognition: "static/js/page/recognition/page.js",
  reminders: "static/js/page/reminders/push.js",
  furtherScript: "static/js/page/outbox/further.js",
  store: "static/js/outbox/store_worker.js",
  service: "static/js/sw/index.js",
  front: "static/js/page/site/front.js",
};
const STYLES = {
  app: "static/css/app.css",
  states: "static/css/states.css",
  guide: "static/css/styleguide.css",
  further: "static/css/further.css",
  // What only some pages need is not in the shell; the front page has nothing else.
  front: "static/css/front.css",
  lookingBack: "static/css/looking_back.css",
  teams: "static/css/teams.css",
  outside: "static/css/outside.css",
};
const IMAGES = "static/img";

/**
 * Build everything into an empty folder.
 * @param {string} folder
 */
export async function buildInto(folder) {
  requireSources();
  const output = outputIn(folder);
  const assets = await buildAssets(output);
  const { script, furtherScript, storeWorker, style, further, icons, lookingBack, goals, ...pages } = assets;
  const favicon = output.plain("favicon.svg", readFileSync(`${IMAGES}/icon.svg`));
  const shell = [script, furtherScript, goals, storeWorker, style, further, icons, favicon];
  const others = [
    pages.teams,
    pages.plan,
    pages.review,
    pages.objectives,
    pages.invitation,
    pages.recognition,
    pages.reminders,
  ];
  const version = versionOf([...shell, lookingBack, ...others]);
  output.plain("sw.js", await bundleServiceWorker(shell, version));
  for (const [name, png] of await drawImages(IMAGES)) output.plain(name, png);
  for (const [name, png] of screenshots(`${IMAGES}/screenshots`)) output.plain(name, png);
  output.plain("licences.txt", licences());
  output.plain("assets.json", namesOf(assets, version));
}

function requireSources() {
  const needed = Object.values({ ...SCRIPTS, ...STYLES, ...SHELL_PAGES });
  const missing = needed.find((path) => !existsSync(path));
  if (missing) throw new Error(`${missing} is missing; add it and build again.`);
}

/** @param {Output} output */
export async function buildAssets({ hashed }) {
  const storeWorker = hashed("store_worker.js", await bundleScript(SCRIPTS.store));
  const furtherScript = hashed("further.js", await bundleModule(SCRIPTS.furtherScript));
  const constants = {
    __STORE_WORKER__: JSON.stringify(storeWorker.url),
    __FURTHER__: JSON.stringify(furtherScript.url),
  };
  return {
    storeWorker,
    furtherScript,
    script: hashed("app.js", await bundleScript(SCRIPTS.page, constants)),
    style: hashed("app.css", await bundleStyle(STYLES.app)),
    further: hashed("further.css", await bundleStyle(STYLES.further)),
    states: hashed("states.css", await bundleStates(STYLES.states)),
    guide: hashed("styleguide.css", await bundleStyle(STYLES.guide)),
    lookingBack: hashed("looking_back.css", await bundleStyle(STYLES.lookingBack)),
    teams: hashed("teams.css", await bundleStyle(STYLES.teams)),
    outside: hashed("outside.css", await bundleStyle(STYLES.outside)),
    teamIcons: hashed("teams.svg", buildSprite(`${IMAGES}/team_icons.json`)),
    frontScript: hashed("front.js", await bundleScript(SCRIPTS.front)),
    frontStyle: hashed("front.css", await bundleStyle(STYLES.front)),
    frontIcons: hashed("front.svg", buildSprite(`${IMAGES}/front_icons.json`, `${IMAGES}/cairn.svg`)),
    goals: hashed("goals.js", await bundleModule(SCRIPTS.goals, constants)),
    plan: hashed("plan.js", await bundleModule(SCRIPTS.plan, constants)),
    review: hashed("review.js", await bundleModule(SCRIPTS.review)),
    objectives: hashed("objectives.js", await bundleModule(SCRIPTS.objectives)),
    invitation: hashed("invitation.js", await bundleModule(SCRIPTS.invitation)),
    recognition: hashed("recognition.js", await bundleModule(SCRIPTS.recognition, constants)),
    reminders: hashed("reminders.js", await bundleModule(SCRIPTS.reminders)),
    icons: hashed("icons.svg", buildSprite(`${IMAGES}/icons.json`, `${IMAGES}/cairn.svg`)),
  };
}

/**
 * @param {Built[]} shell
 * @param {string} version
 */
function bundleServiceWorker(shell, version) {
  return bundleScript(SCRIPTS.service, {
    __SHELL__: JSON.stringify([...shell.map(({ url }) => url), ...shellPages()]),
    __LANGUAGES__: JSON.stringify(LANGUAGES),
    __VERSION__: JSON.stringify(version),
  });
}

/** Return the pages of the shell in every language, under the addresses that static/js/sw/routes.js makes. */
function shellPages() {
  return Object.keys(SHELL_PAGES).flatMap((path) => LANGUAGES.map((language) => `${path}?language=${language}`));
}

/**
 * The shell holds pages too, so that a change to one, or to its words, must make a new version.
 * @param {Built[]} parts
 */
function versionOf(parts) {
  const help = readdirSync("templates/help").map((name) => `templates/help/${name}`);
  const words = LANGUAGES.slice(1).map((language) => `${TRANSLATIONS}/${language}/LC_MESSAGES/messages.po`);
  const pages = [...Object.values(SHELL_PAGES), "templates/layouts/page.html", ...help, ...words];
  return hashOf(...parts.map(({ bytes }) => bytes), ...pages.map((path) => readFileSync(path)));
}
