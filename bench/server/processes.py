"""S6: two processes on one PostgreSQL, compared with one."""

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from statistics import median

from bench.support.entries import ROWS, win
from bench.support.figures import Figure, note
from bench.support.machine import cpu_of
from bench.support.serving import folder, two_people
from bench.support.wrk import Sight, Told, run_wrk
from tests.support.postgres import Postgres
from tests.support.server import Server
from tests.support.visitor import JSON, SAME_ORIGIN, Visitor

ROUNDS = 5
SECONDS = 3
CONNECTIONS = 8
ENOUGH = 4  # cores: two for the processes, and PostgreSQL and wrk have theirs
HOW = f"wrk, {CONNECTIONS} connections to each, Today and POST /outbox/ in turn, {ROUNDS} rounds"


def measure() -> list[Figure]:
    """Return the ratios of two processes to one, each computed within one round."""
    with ExitStack() as stack:
        postgres, data = stack.enter_context(Postgres()), stack.enter_context(folder())
        shared = {"DATABASE_URL": postgres.new_database(), "SECRET_KEY": "s" * 40}
        pair = [stack.enter_context(Server(data / str(n), **shared)) for n in range(2)]
        reader, writer = stack.enter_context(two_people(pair[0]))
        reader.delivers([win(number) for number in range(ROWS)]).checked()
        rounds = [_round(number, pair, reader, writer) for number in range(ROUNDS)]
    return _figures(rounds)


def _round(
    number: int, pair: list[Server], reader: Visitor, writer: Visitor
) -> tuple[tuple[float, float], tuple[float, float]]:
    note(f"S6 processes, round {number + 1} of {ROUNDS}")
    return _mixed(pair[:1], reader, writer), _mixed(pair, reader, writer)


def _mixed(servers: list[Server], reader: Visitor, writer: Visitor) -> tuple[float, float]:
    """Return requests per second and µs of CPU per request of these servers together."""
    before = sum(map(cpu_of, servers))
    with ThreadPoolExecutor(len(servers)) as pool:
        told = [
            one for seen in pool.map(lambda s: _both(s, reader, writer), servers) for one in seen
        ]
    spent = sum(map(cpu_of, servers)) - before
    rate = sum(one.rate for one in told) / 2
    return rate, spent / sum(one.requests for one in told) * 1e6


def _both(server: Server, reader: Visitor, writer: Visitor) -> list[Told]:
    read = {"Cookie": reader.cookie}
    write = {**JSON, **SAME_ORIGIN, "Cookie": writer.cookie}
    asked = (Sight(server, "/", read), Sight(server, "/outbox/", write, "outbox", writer.key))
    return [run_wrk(sight, seconds=SECONDS, connections=CONNECTIONS) for sight in asked]


def _figures(rounds: list[tuple[tuple[float, float], tuple[float, float]]]) -> list[Figure]:
    rates = [two[0] / one[0] for one, two in rounds]
    cpu = [two[1] / one[1] for one, two in rounds]
    cores = os.cpu_count() or 1
    shared = f"{HOW}; {cores} cores are shared by both, PostgreSQL and wrk"
    wanted = 1.5 if cores >= ENOUGH else None  # with fewer two can only wait for each other
    return [
        Figure("S6 requests/s, 2 processes / 1", median(rates), "x", shared, wanted, at_least=True),
        Figure("S6 CPU per request, 2 processes / 1", median(cpu), "x", HOW, 1.1),
    ]
