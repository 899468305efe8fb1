"""What all commands need: asking the operator, and failing with a sentence."""

import argparse
import getpass
import sys
import time

Given = argparse.Namespace
# What a failure begins with.
SERVING = "Small Wins cannot start. "
JOBS_RUNNING = "The jobs cannot start. "


class Failed(Exception):
    """A command failed; the text says why and what to do."""


def now() -> int:
    """Return the time in ms."""
    return time.time_ns() // 1_000_000


def ask(what: str, option: str) -> str:
    """Return what the operator answers; Failed without a terminal."""
    if not sys.stdin.isatty():
        raise Failed(f"{what} is missing. Give it with {option}.")
    return input(f"{what}: ")


def ask_password() -> str:
    """Return a password, typed twice and not shown; Failed."""
    if not sys.stdin.isatty():
        raise Failed("There is nobody to ask for a password. Use --password-stdin.")
    password = getpass.getpass("Password: ")
    if getpass.getpass("Again: ") != password:
        raise Failed("The two are not the same. Try again.")
    return password


def first_line() -> str:
    """Return the first line of standard input."""
    return sys.stdin.readline().rstrip("\n")
