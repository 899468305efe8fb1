// What the page of objectives has beside the scripts of every page.

import { wireWays } from "./ways.js";

wireWays();
