// Scripts and styles in one file each, small enough for a phone on a bad line.
import { build } from "esbuild";
import { minify } from "terser";
import { smallHtmx } from "./htmx.mjs";

/**
 * @import { BuildOptions } from "esbuild"
 * @import { MinifyOptions } from "terser"
 */

const STATES = {
  "@media (hover:hover)": "@media all",
  ":hover": ".is-hover",
  ":active": ".is-pressed",
  ":focus-visible": ".is-focus",
};
const BROWSERS = ["chrome111", "firefox115", "safari16.4"];

/** @type {MinifyOptions} */
const SMALL = {
  compress: { ecma: 2020, passes: 4, unsafe_arrows: true, keep_fargs: false },
  format: { comments: false, ecma: 2020 },
};

/**
 * Return a module and all it imports, as one classic script.
 * @param {string} path
 * @param {Record<string, string>} [define]  constants, as JSON
 */
export async function bundleScript(path, define = {}) {
  const script = await bundle({ entryPoints: [path], format: "iife", define, minify: false });
  const { code = "" } = await minify(script.toString(), SMALL);
  return Buffer.from(code);
}

/**
 * Return a module and all it imports, as one module that a script imports when it is needed.
 * @param {string} path
 * @param {Record<string, string>} [define]
 */
export async function bundleModule(path, define = {}) {
  const module = await bundle({ entryPoints: [path], format: "esm", define, minify: false });
  const { code = "" } = await minify(module.toString(), { ...SMALL, module: true });
  return Buffer.from(code);
}

/**
 * Return a stylesheet and all it imports.
 * @param {string} path
 */
export function bundleStyle(path) {
  return bundle({ entryPoints: [path] });
}

/**
 * Return a stylesheet in which a class does what else a pointer or key would do to a part.
 * @param {string} path
 */
export async function bundleStates(path) {
  const css = (await bundleStyle(path)).toString();
  return Object.entries(STATES).reduce((changed, [state, class_]) => changed.replaceAll(state, class_), css);
}

/** @param {BuildOptions} options */
async function bundle(options) {
  const { outputFiles = [] } = await build({
    bundle: true,
    minify: true,
    write: false,
    logLevel: "warning",
    charset: "utf8",
    legalComments: "none",
    target: BROWSERS,
    external: ["/static/build/*"], // addresses of other bundles
    tsconfigRaw: {}, // tsconfig.json is for the checker alone
    plugins: [smallHtmx],
    ...options,
  });
  return Buffer.from(outputFiles[0].contents);
}
