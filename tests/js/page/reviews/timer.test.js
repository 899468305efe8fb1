// The time left of a review.

import assert from "node:assert/strict";
import { test } from "node:test";
import { timeLeft } from "../../../../static/js/page/reviews/timer.js";

const given = { ends: "900000", left: "{n} left", over: "Time is up." };

test("it shows minutes and seconds", () => assert.equal(timeLeft(given, 0), "15:00 left"));
test("a second that has begun still counts", () => assert.equal(timeLeft(given, 835_500), "1:05 left"));
test("afterwards it says that the time is up", () => assert.equal(timeLeft(given, 900_000), "Time is up."));
