// node audit.mjs CHROMIUM URL SESSION: one run of Lighthouse on the page of somebody signed in, on
// its own kind of phone, in a new browser; prints the scores, and what keeps them down, as JSON.
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";

const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic"];
const CATEGORIES = ["performance", "accessibility", "best-practices"];

const [executablePath, url, session] = process.argv.slice(2);
const browser = await puppeteer.launch({ executablePath, args: ARGS });
try {
  // Lighthouse empties caches and workers before it loads a page, and leaves cookies alone.
  const cookie = { name: "session", value: session, domain: new URL(url).hostname, path: "/" };
  await browser.setCookie({ ...cookie, httpOnly: true, sameSite: "Lax" });
  const flags = { onlyCategories: CATEGORIES, logLevel: "error" };
  const { lhr } = await lighthouse(url, flags, undefined, await browser.newPage());
  console.log(JSON.stringify(told(lhr)));
} finally {
  await browser.close();
}

function told({ categories, audits, finalDisplayedUrl, runtimeError, runWarnings }) {
  const each = (value) => Object.fromEntries(
    CATEGORIES.map((name) => [name.replace("-", " "), value(categories[name])]),
  );
  const isShort = ({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1;
  return {
    url: finalDisplayedUrl,
    trouble: [...(runtimeError ? [runtimeError.message] : []), ...runWarnings],
    scores: each(({ score }) => Math.round(100 * score)),
    short: each(({ auditRefs }) => auditRefs.filter(isShort).map(({ id }) => id)),
    blocked: audits["total-blocking-time"].numericValue,
  };
}
