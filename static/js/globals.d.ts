// What TypeScript cannot find in the scripts: constants that tools/build.mjs fills in, and interfaces that it leaves out.

/** Address of the script of the store worker. */
declare const __STORE_WORKER__: string;

/** Address of the module of the log and of the page "On this phone". */
declare const __FURTHER__: string;

/** Paths of all files of the shell, and of its pages with their language. */
declare const __SHELL__: string[];

/** Codes of all languages, the default one first. */
declare const __LANGUAGES__: string[];

/** A checksum of all that the shell holds. */
declare const __VERSION__: string;

interface ServiceWorkerRegistration {
  /** Background sync; only in Chromium. */
  readonly sync?: { register(tag: string): Promise<void> };
}

/** Dates and times; not in every browser yet. */
declare var Temporal: { Now: { timeZoneId(): string } } | undefined;
