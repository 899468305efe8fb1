"""Returning freed memory to the system.

Each sign-in needs 19 MiB for a moment. After the first, glibc would keep such blocks in its heap,
one for each thread, as long as the process runs. Setting one threshold stops glibc from adapting
the other: the end of the heap would return to the system at every 128 kB, and each compressed page
would request its tables again (11-19 % of its time).
"""

import ctypes
import sys

M_TRIM_THRESHOLD = -1  # malloc.h of glibc
M_MMAP_THRESHOLD = -3
BIG = 1024 * 1024  # bytes
TRIM = 4 * BIG  # bytes that stay free at the end of the heap


def return_large_blocks() -> None:
    """Let glibc return blocks of 1 MiB and more when they are freed; elsewhere do nothing."""
    if sys.platform == "linux" and hasattr(library := ctypes.CDLL(None), "mallopt"):
        library.mallopt(M_MMAP_THRESHOLD, BIG)
        library.mallopt(M_TRIM_THRESHOLD, TRIM)
