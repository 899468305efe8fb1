"""T1, T2 and T6: from the tap to the first frame with the confirmed row, on four lines, and with
many rows."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.phone.phones import LINES, Lab, open_lab
from bench.phone.slowed import slowed_processes
from bench.support.figures import Figure, note, percentile
from bench.support.serving import Floor, folder
from tests.support.phones.chromium import Phone
from webapp.domain.capture.today import MOST_SHOWN

TAPS = 66  # the first is the warm-up
PAUSE = (120, 320)  # ms between taps, so that they meet every phase of the frame
SCRIPT = Path(__file__).with_name("tap.js").read_text()
HOW = "finger up to just after the first frame with the stored row, {} taps"
SLOWED = 4
WAITING = 500  # entries, T6
TODAY = 300  # wins
ROWS = ":is(#todays-wins, #earlier-wins) > li.win"
TAP_MANY = """async ([times, selector]) => {
    const button = document.querySelector("#capture button");
    const rows = () => document.querySelectorAll(selector).length;
    for (let tap = 0; tap < times; tap++) button.click();
    while (rows() < times) await new Promise((resolve) => setTimeout(resolve, 50));
}"""
Use = Callable[[Phone], None]  # what a phone is used for before the taps


@dataclass(frozen=True, slots=True)
class Row:
    """A row that a tap created: its id, ms from tap to frame, time of the tap (ms since 1970)."""

    id: str
    took: float
    tapped: float


def measure() -> list[Figure]:
    """Return the figures of each line, at full speed and slowed, and of the floor."""
    with open_lab() as lab:
        full = {line: _taps(lab, line) for line in LINES}
        slowed = {line: _taps(lab, line, SLOWED) for line in LINES}
        workers = _taps_of_slowed_processes(lab)
        mouse = _taps(lab, "normal", mouse=True)
        floor = _floor(lab)
        many = _many(lab)
    medians = [median(took) for took in full.values()]
    apart = max(medians) - min(medians)
    return [
        *(figure for line in full for figure in _figures(f"T1 tap, {line}", full[line], 25, 50)),
        Figure("T1 lines apart", apart, "ms", "largest less smallest p50 of the four lines", 8),
        *_figures("T1 by mouse, normal", mouse),
        *_figures("T1 floor: bare page, strict write, row", floor),
        *(figure for line in slowed for figure in _slowed(line, slowed[line])),
        *_figures("T2 with the workers slowed too, normal", workers),
        *many,
    ]


def _many(lab: Lab) -> list[Figure]:
    figures = []
    for rows, line, use in (
        (f"{WAITING} waiting", "offline", _leave_waiting),
        (f"{TODAY} wins today", "normal", _log_today),
    ):
        figures += _figures(f"T6 tap, {rows}", _taps(lab, line, use=use), 25, 50)
        figures += _slowed(line, _taps(lab, line, SLOWED, use=use), f"T6 slowed tap, {rows}")
    return figures


def _leave_waiting(phone: Phone) -> None:
    phone.page.evaluate(TAP_MANY, [WAITING, ROWS])
    phone.sees_status(f"Saved on this phone: {WAITING}")


def _log_today(phone: Phone) -> None:
    phone.page.evaluate(TAP_MANY, [TODAY, ROWS])
    phone.has_sent_all()
    phone.open()
    phone.sees("#earlier > summary", f"{TODAY - MOST_SHOWN} earlier wins today")


@contextmanager
def watched(lab: Lab, line: str, cpu: int = 1, use: Use = lambda _phone: None) -> Iterator[Phone]:
    """Yield a phone whose page times its taps; `cpu` is how many times slower it computes."""
    with lab.phone(LINES[line]) as phone:
        use(phone)
        session = phone.context.new_cdp_session(phone.page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": cpu})
        phone.page.evaluate(SCRIPT)
        yield phone


def tap(phone: Phone, *, mouse: bool = False) -> Row:
    """Touch (or click) the first button where it is now; return its row once it is shown."""
    box = phone.page.locator("#capture button").first.bounding_box()
    assert box
    phone.page.wait_for_timeout(random.uniform(*PAUSE))
    touch = phone.page.mouse.click if mouse else phone.page.touchscreen.tap
    touch(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    return Row(**phone.page.evaluate("nextRow()"))


def _taps(
    lab: Lab, line: str, cpu: int = 1, *, mouse: bool = False, use: Use = lambda _phone: None
) -> list[float]:
    note(f"{TAPS} taps, {line}{', slowed' if cpu > 1 else ''}")
    with watched(lab, line, cpu, use) as phone:
        return [tap(phone, mouse=mouse).took for _ in range(TAPS)][1:]


def _taps_of_slowed_processes(lab: Lab) -> list[float]:
    note(f"T2 {TAPS} taps, workers slowed too")
    with watched(lab, "normal") as phone, slowed_processes(phone.profile, SLOWED):
        return [tap(phone).took for _ in range(TAPS)][1:]


def _floor(lab: Lab) -> list[float]:
    note(f"T1 {TAPS} taps, floor")
    with folder() as data, Floor(data) as floor, lab.browser(floor.url) as phone:
        phone.open("/tap")
        phone.page.evaluate(SCRIPT)
        return [tap(phone).took for _ in range(TAPS)][1:]


def _figures(
    name: str, took: list[float], p50: float | None = None, p95: float | None = None
) -> list[Figure]:
    how = HOW.format(len(took))
    return [
        Figure(f"{name}, p50", median(took), "ms", how, p50),
        Figure(f"{name}, p95", percentile(took, 0.95), "ms", how, p95),
    ]


def _slowed(line: str, took: list[float], name: str = "") -> list[Figure]:
    how = f"as T1, CPU of the page slowed {SLOWED}x through DevTools; p50 {median(took):.0f} ms"
    name = name or f"T2 slowed tap, {line}"
    return [Figure(f"{name}, p95", percentile(took, 0.95), "ms", how, 100)]
