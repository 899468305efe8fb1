// What pages with goals have beside the scripts of every page: how far each goal is.

import { wireProgress } from "./progress.js";

wireProgress();
