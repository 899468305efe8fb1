// Scripts and styles in one file each, small enough for a phone on a bad line.
import { build } from "esbuild";

const STATES = {
  "@media (hover:hover)": "@media all",
  ":hover": ".is-hover",
  ":active": ".is-pressed",
  ":focus-visible": ".is-focus",
};
const BROWSERS = ["chrome111", "firefox115", "safari16.4"];

/** A module and all it imports, as one classic script; `define` fills in constants. */
export function bundleScript(path, define = {}) {
  return bundle({ entryPoints: [path], format: "iife", define });
}

/** A stylesheet and all it imports. */
export function bundleStyle(path) {
  return bundle({ entryPoints: [path] });
}

/** A stylesheet in which what a pointer or key would do to a part is done by a class, too. */
export async function bundleStates(path) {
  const css = (await bundleStyle(path)).toString();
  return Object.entries(STATES).reduce((changed, [state, class_]) => changed.replaceAll(state, class_), css);
}

async function bundle(options) {
  const {
    outputFiles: [file],
  } = await build({
    bundle: true,
    minify: true,
    write: false,
    logLevel: "warning",
    charset: "utf8",
    legalComments: "none",
    target: BROWSERS,
    ...options,
  });
  return Buffer.from(file.contents);
}
