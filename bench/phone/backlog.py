"""T4: sending a hundred entries that waited on a dead line, when it comes back as slow 3G, and a
hundred long ones, when it comes back much slower."""

import time
from statistics import median

from bench.phone.lookout import Lookout
from bench.phone.phones import GOOD, SLOW, Lab, Network, open_lab
from bench.support.figures import Figure, note
from tests.support.phones.chromium import Phone

ENTRIES = 100
PAUSES = (0, 500, 1000, 1500, 2000, 3000)  # ms from the last tap until the line is back
DEAD = {"reset": Network("reset"), "silent": Network("blackhole")}
THIN = Network(delay=0.4, rate=8_000)  # 64 kbit/s, and 800 ms there and back
LONGEST = 2_000  # characters that a text field holds (R4)

TAP_ALL = """([times, length]) => {
    const box = document.querySelector("#what");
    const button = document.querySelector("#capture button");
    for (let tap = 0; tap < times; tap++) {
        box.value = "x".repeat(length);
        button.click();
    }
}"""
ROWS = """async (wanted) => {
    const rows = () => [...document.querySelectorAll(":is(#todays-wins, #earlier-wins) > li.win")];
    while (rows().length < wanted) await new Promise((resolve) => setTimeout(resolve, 50));
    return rows().map((row) => row.id.replace("win-", ""));
}"""


def measure() -> list[Figure]:
    """Return the figures of each kind of dead line; each round has a new phone and person."""
    with open_lab() as lab:
        return [*(figure for kind in DEAD for figure in _kind(lab, kind)), _long_entries(lab)]


def _kind(lab: Lab, kind: str) -> list[Figure]:
    seen = [_round(lab, kind, pause) for pause in PAUSES]
    took, requests = zip(*seen, strict=True)
    how = f"{ENTRIES} entries; from the online event, as slow 3G, to the last row in SQLite"
    when = f"{how}; back {PAUSES[0]} to {PAUSES[-1]} ms after the last tap, {len(PAUSES)} rounds"
    counted = "requests with entries that the server took, most of all rounds"
    return [
        Figure(f"T4 backlog after a {kind} line, p50", median(took), "s", when, 3),
        Figure(f"T4 backlog after a {kind} line, slowest", max(took), "s", when, 3),
        Figure(f"T4 requests after a {kind} line", max(requests), "", counted, 2),
    ]


def _long_entries(lab: Lab) -> Figure:
    note(f"T4 {ENTRIES} entries of {LONGEST} characters")
    with lab.phone(DEAD["reset"]) as phone, Lookout(lab.database) as lookout:
        wins = _log_all(phone, LONGEST)
        phone.sees_status(f"Saved on this phone: {ENTRIES}")
        began = time.time()
        _revive(lab, THIN)
        phone.page.evaluate("dispatchEvent(new Event('online'))")
        took = lookout.sees(wins) / 1000 - began
        _revive(lab, GOOD)
    how = f"{ENTRIES} entries of {LONGEST} characters, 64 kbit/s and 400 ms each way and piece"
    return Figure("T4 backlog of long entries on a thin line", took, "s", how, 60)


def _round(lab: Lab, kind: str, pause: int) -> tuple[float, int]:
    note(f"T4 {ENTRIES} entries, {kind} line, back after {pause} ms")
    with lab.phone(DEAD[kind]) as phone, Lookout(lab.database) as lookout:
        wins = _log_all(phone)
        phone.page.wait_for_timeout(pause)
        before, began = lookout.deliveries(), time.time()
        _revive(lab, SLOW)
        phone.page.evaluate("dispatchEvent(new Event('online'))")
        took = lookout.sees(wins) / 1000 - began
        _revive(lab, GOOD)
        phone.sees_status("Sent")
        return took, lookout.deliveries() - before


def _log_all(phone: Phone, length: int = 0) -> list[str]:
    phone.page.evaluate(TAP_ALL, [ENTRIES, length])
    wins: list[str] = phone.page.evaluate(ROWS, ENTRIES)
    return wins


def _revive(lab: Lab, line: Network) -> None:
    # Not with Proxy.set, which resets what hangs: a silent line gives no sign that it is back.
    lab.proxy.mode, lab.proxy.delay, lab.proxy.rate = line.mode, line.delay, line.rate
