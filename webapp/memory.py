"""Giving memory back to the system.

Each sign-in takes 19 MiB for a moment. The C library learns from the first of them to keep such
blocks in its heap, one for each thread, for good.
"""

import ctypes
import sys

M_MMAP_THRESHOLD = -3  # malloc.h of glibc
BIG = 1024 * 1024  # bytes


def give_big_blocks_back() -> None:
    """Let blocks of 1 MiB and more go when they are freed; where the C library is glibc."""
    if sys.platform == "linux" and hasattr(library := ctypes.CDLL(None), "mallopt"):
        library.mallopt(M_MMAP_THRESHOLD, BIG)
