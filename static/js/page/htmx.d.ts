// What htmx's own types leave out.

import "htmx.org";

declare module "htmx.org" {
  interface HtmxRequestCtx {
    /** Fetches the answer; set in htmx:config:request. */
    fetch: (url: string, options: RequestInit) => Promise<Response>;
  }
  interface HtmxRequestOptions {
    /** The form that is sent, if it is one. */
    form?: HTMLFormElement;
    /** The button that sent it. */
    submitter: HTMLElement | null;
  }
}
