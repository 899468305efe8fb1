"""T5: opening the app from the home screen, on good, slow and dead lines."""

from pathlib import Path
from statistics import median

from bench.phone.phones import GOOD, LINES, Lab, open_lab
from bench.support.figures import Figure, note
from tests.support.phones.chromium import Phone

OPENINGS = 21  # the first is the warm-up
WINS = 5
SCRIPT = Path(__file__).with_name("usable.js").read_text()


def measure() -> list[Figure]:
    """Return the figures of each line: used once on a good one, then opened by new browsers."""
    with open_lab() as lab, lab.phone(GOOD) as phone:
        _use(phone)
        return [figure for line in LINES for figure in _figures(line, _openings(lab, phone, line))]


def _openings(lab: Lab, phone: Phone, line: str) -> list[float]:
    note(f"T5 {OPENINGS} openings, {line}")
    lab.switch(LINES[line])
    return [_open(phone) for _ in range(OPENINGS)][1:]


def _figures(line: str, took: list[float]) -> list[Figure]:
    how = f"browser ended and started again, then navigation to usable, {len(took)} openings"
    return [
        Figure(f"T5 opening, {line}, p50", median(took), "ms", how, 500),
        Figure(f"T5 opening, {line}, slowest", max(took), "ms", how),
    ]


def _use(phone: Phone) -> None:
    for number in range(WINS):
        phone.logs(f"Fixed the flaky test number {number}")
    phone.sees_status("Sent")
    phone.open()  # now the worker keeps a page that lists them
    phone.page.wait_for_load_state("networkidle")


def _open(phone: Phone) -> float:
    phone.restart()
    phone.context.add_init_script(SCRIPT)
    phone.open()
    took: float = phone.page.evaluate("usable")
    return took
