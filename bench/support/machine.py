"""What a server's processes use of the machine."""

import os
from pathlib import Path

from tests.support.server import Server

TICKS = os.sysconf("SC_CLK_TCK")


def cpu_of(server: Server) -> float:
    """Seconds of CPU, user and system, that the server's processes have used so far."""
    return sum(_cpu(pid) for pid in _family(_pid(server)))


def memory_of(server: Server) -> float:
    """MiB of memory of the server's processes, shared pages counted in part (PSS)."""
    return sum(_pss(pid) for pid in _family(_pid(server))) / 1024


def _pid(server: Server) -> int:
    assert server.process
    return server.process.pid


def _family(pid: int) -> list[int]:
    children = [
        int(child)
        for task in Path(f"/proc/{pid}/task").iterdir()
        for child in (task / "children").read_text().split()
    ]
    return [pid, *(member for child in children for member in _family(child))]


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _pss(pid: int) -> int:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
