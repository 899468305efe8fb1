// Giving up on a request after a time. A request of a page is never given options for that: fetch with options makes
// a new request, which says that it comes from this app, also if another site has made it (decision 24).

/**
 * Return what comes of a request of a page, sent on as it is, or fail after a time.
 * @param {Request} request
 * @param {number} timeout  ms
 * @returns {Promise<Response>}
 */
export function forward(request, timeout) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("no answer in time")), timeout);
    fetch(request)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
