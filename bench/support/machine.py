"""CPU time and memory of a server's processes."""

import os
from pathlib import Path

from tests.support.server import Server

TICKS = os.sysconf("SC_CLK_TCK")


def cpu_of(server: Server) -> float:
    """Return the CPU time, user and system, of the server's processes so far, in seconds."""
    return sum(_cpu(pid) for pid in _family(_pid(server)))


def memory_of(server: Server) -> float:
    """Return the memory of the server's processes in MiB, with shared pages in part (PSS)."""
    return sum(_pss(pid) for pid in _family(_pid(server))) / 1024


def pss_of(pid: int) -> float:
    """Return the memory of a process in MiB, with shared pages in part (PSS)."""
    return _pss(pid) / 1024


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
