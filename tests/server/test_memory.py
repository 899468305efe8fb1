"""The memory of sign-ins is returned to the system."""

import subprocess
import sys

from tests.support.processes import ROOT

GROWN = """
import sys
from pathlib import Path
from webapp.domain.account.authentication import HASHER
from webapp.memory import return_large_blocks
def held():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))
if sys.argv[1] == "back":
    return_large_blocks()
before = held()
for _ in range(3):
    HASHER.hash("correct horse battery")
print(held() - before)
"""
MIB = 1024  # kB


def test_after_sign_ins_nothing_stays() -> None:
    done = subprocess.run(
        [sys.executable, "-c", GROWN, "back"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert int(done.stdout) < 8 * MIB
