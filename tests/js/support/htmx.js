// The stand-in for htmx, which needs a browser.

export default { process() {}, ajax() {} };
