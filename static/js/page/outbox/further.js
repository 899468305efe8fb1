// What only the log and "On this phone" need, in one module: what they share is on the phone once.

export { searchAgain, wireSearch } from "../capture/search.js";
export { showUnsent, wireUnsent } from "./unsent.js";
