"""S5: memory after 10,000 requests, and the time from start to the first answer."""

import time
from concurrent.futures import ThreadPoolExecutor
from statistics import median

from bench.support.entries import ROWS, win
from bench.support.figures import Figure, note
from bench.support.machine import memory_of
from bench.support.serving import folder, two_people
from tests.support.server import Server
from tests.support.visitor import Visitor

REQUESTS = 10_000
CLIENTS = 2
STARTS = 11
PAGES = ("/", "/wins/", "/", "/settings/")  # then one POST


def measure() -> list[Figure]:
    """Return memory after 10,000 requests of two people, and the time to start on their data."""
    with folder() as data:
        server = Server(data)
        memory = _memory(server)
        return [_start(server), *memory]


def _start(server: Server) -> Figure:
    note(f"S5 {STARTS} starts")
    times = []
    for _ in range(STARTS):
        began = time.perf_counter()
        with server, Visitor(server.port) as visitor:
            visitor.get("/sessions/new").checked()
            times.append(time.perf_counter() - began)
            server.stop()  # a kill would leave a log that the next start has to recover
    how = f"process start to first page, existing database, median of {STARTS}"
    return Figure("S5 start to first answer", median(times), "s", how, 1)


def _memory(server: Server) -> list[Figure]:
    with server, two_people(server) as (reader, writer):
        reader.delivers([win(number) for number in range(ROWS)]).checked()
        half, full = (_after(REQUESTS // 2, server, reader, writer) for _ in range(2))
        server.stop()
    how = "PSS of the app's processes after two sign-ups; 4 pages to 1 POST /outbox/ of one win"
    return [
        Figure(f"S5 memory after {REQUESTS:,} requests", full, "MiB", how, 70),
        Figure(f"S5 growth over the last {REQUESTS // 2:,}", full - half, "MiB", how, 2),
    ]


def _after(requests: int, server: Server, reader: Visitor, writer: Visitor) -> float:
    note(f"S5 {requests} requests")
    with ThreadPoolExecutor(CLIENTS) as pool:
        work = [pool.submit(_mix, requests // CLIENTS, reader, writer) for _ in range(CLIENTS)]
    for done in work:
        done.result()
    return memory_of(server)


def _mix(requests: int, reader: Visitor, writer: Visitor) -> None:
    with reader.at(reader.port) as reads, writer.at(writer.port) as writes:
        for number in range(requests):
            turn = number % (len(PAGES) + 1)
            if turn < len(PAGES):
                reads.get(PAGES[turn], Accept_Encoding="br").checked()
            else:
                writes.delivers([win(number)]).checked()
