// Loaded before the tests: what page modules import from outside is taken from here, see resolve.js.

import { register } from "node:module";

register("./resolve.js", import.meta.url);
