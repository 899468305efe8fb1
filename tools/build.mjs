// Makes static/build/: bundles, icon sprite, app icons, and assets.json, which names them.
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";

const FINAL = "static/build";
const NEXT = "static/build.tmp";
const OLD = "static/build.old";
const PACKAGES = ["@resvg/resvg-wasm", "esbuild", "htmx.org", "lucide-static", "terser"];

try {
  requirePackages();
  clear(NEXT);
  const { buildInto } = await import("./assets/all.mjs"); // not before: it imports the packages
  await buildInto(NEXT);
  swapIn();
} catch (problem) {
  rmSync(NEXT, { recursive: true, force: true });
  console.error(`Build stopped: ${problem instanceof Error ? problem.message : problem}`);
  process.exit(1);
}

function requirePackages() {
  const missing = PACKAGES.find((name) => !existsSync(`node_modules/${name}`));
  if (missing) throw new Error(`node_modules has no ${missing}: run \`make setup\` first.`);
}

/** @param {string} folder */
function clear(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

/** A folder cannot be renamed onto a full one, so the old one steps aside first. */
function swapIn() {
  rmSync(OLD, { recursive: true, force: true });
  if (existsSync(FINAL)) renameSync(FINAL, OLD);
  renameSync(NEXT, FINAL);
  rmSync(OLD, { recursive: true, force: true });
}
