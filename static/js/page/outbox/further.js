// What only the log and "On this phone" need, in one module: what they share is on the phone once.

export { finds, folded, foldedWords } from "../../searching/folding.js";
export { searchAgain, wireSearch } from "../capture/search.js";
export { showUnsent, wireUnsent } from "./unsent.js";
