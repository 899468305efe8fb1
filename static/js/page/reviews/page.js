// What the steps of a review have beside the scripts of every page: the time that is left.

import { wireTimer } from "./timer.js";

wireTimer();
