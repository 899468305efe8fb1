"""What happens to a line while phones send over it."""

import random

from tests.support.proxy import Proxy

GOOD = 0.6  # share of the time that a line is
MODES = ("lose_reply", "cut_reply", "reset", "refuse", "blackhole")
PORTAL = "<!doctype html><title>Hotel Wi-Fi</title>Welcome! Please accept our terms."
ANSWERS = (
    (200, PORTAL, "text/html"),
    (200, "{}", "application/json"),
    (200, '{"verdicts": []}', "application/json"),
    (302, "", "text/html"),
    (413, "", "text/html"),
    (500, "", "text/html"),
    (503, "", "text/html"),
)


def trouble(line: Proxy, rng: random.Random) -> None:
    """Make the line good, bad, or controlled by somebody else."""
    if rng.random() < GOOD:
        line.set("pass")
    elif rng.random() < 0.6:
        line.set(rng.choice(MODES))
    else:
        status, body, kind = rng.choice(ANSWERS)
        line.answers(status, body, Content_Type=kind)
