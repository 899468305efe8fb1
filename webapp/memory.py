"""Giving memory back to the system.

Each sign-in takes 19 MiB for a moment. The C library learns from the first of them to keep such
blocks in its heap, one for each thread, for good. Setting one threshold stops it from adapting the
other: the end of the heap would go back to the system at every 128 kB, and each compressed page
would take its tables from the system again (11-19 % of its time).
"""

import ctypes
import sys

M_TRIM_THRESHOLD = -1  # malloc.h of glibc
M_MMAP_THRESHOLD = -3
BIG = 1024 * 1024  # bytes
TRIM = 4 * BIG  # bytes that stay free at the end of the heap


def give_big_blocks_back() -> None:
    """Let blocks of 1 MiB and more go when they are freed; where the C library is glibc."""
    if sys.platform == "linux" and hasattr(library := ctypes.CDLL(None), "mallopt"):
        library.mallopt(M_MMAP_THRESHOLD, BIG)
        library.mallopt(M_TRIM_THRESHOLD, TRIM)
