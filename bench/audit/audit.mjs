// node audit.mjs CHROMIUM URL SESSION: Lighthouse on the page of a signed-in person, on its own kind of phone, in a new
// browser; prints the scores, and the rules that lower them, as JSON.
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";

const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic"];
// The rule about the size of targets measures the part of a row that the tab bar leaves visible, although the row
// scrolls. So the page is audited on a phone that shows all of it, and the log loads no further wins.
const TALL = { mobile: true, width: 412, height: 12_000, deviceScaleFactor: 1 };
const WHOLE = { screenEmulation: TALL, blockedUrlPatterns: ["*/wins/?after=*"] };

const [executablePath, url, session] = process.argv.slice(2);
const browser = await puppeteer.launch({ executablePath, args: ARGS });
try {
  // Lighthouse empties caches and workers before it loads a page, and leaves cookies alone.
  const cookie = { name: "session", value: session, domain: new URL(url).hostname, path: "/" };
  await browser.setCookie({ ...cookie, httpOnly: true, sameSite: "Lax" });
  const loaded = await judged(["performance", "best-practices"]);
  const read = await judged(["accessibility"], WHOLE);
  console.log(JSON.stringify(reportOf(loaded, read)));
} finally {
  await browser.close();
}

async function judged(onlyCategories, more) {
  const flags = { onlyCategories, disableFullPageScreenshot: true, logLevel: "error", ...more };
  const page = await browser.newPage();
  const { lhr } = await lighthouse(url, flags, undefined, page);
  await page.close();
  return lhr;
}

function reportOf(...runs) {
  const audits = Object.assign({}, ...runs.map((run) => run.audits));
  const each = (value) =>
    Object.fromEntries(
      runs.flatMap((run) => Object.values(run.categories)).map((one) => [one.id.replace("-", " "), value(one)]),
    );
  const isShort = ({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1;
  return {
    seen: [...new Set(runs.map((run) => run.finalDisplayedUrl))],
    trouble: runs.flatMap((run) => run.runtimeError?.message ?? []),
    scores: each(({ score }) => Math.round(100 * score)),
    short: each(({ auditRefs }) => auditRefs.filter(isShort).map(({ id }) => id)),
    blocked: audits["total-blocking-time"].numericValue,
  };
}
