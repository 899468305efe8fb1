"""S5: memory after 10,000 requests, and the time from start to the first answer."""

import time
from concurrent.futures import ThreadPoolExecutor
from statistics import median

from bench.support.browsing import SAME, Client, Person, sign_up
from bench.support.entries import ROWS, delivery, win
from bench.support.figures import Figure, note
from bench.support.machine import memory_of
from bench.support.serving import folder, running
from tests.support.server import Server

REQUESTS = 10_000
CLIENTS = 2
STARTS = 11
PAGES = ("/", "/wins/", "/", "/settings/")  # then one POST


def measure() -> list[Figure]:
    """10,000 requests to a server that has signed two people up; then starts on its database."""
    with folder() as data:
        server = Server(data)
        memory = _memory(server)
        return [_start(server), *memory]


def _start(server: Server) -> Figure:
    note(f"S5 {STARTS} starts")
    times = []
    for _ in range(STARTS):
        began = time.perf_counter()
        with running(server):
            Client(server.port).ask("GET", "/sessions/new")
            times.append(time.perf_counter() - began)
    how = f"process start to first page, existing database, median of {STARTS}"
    return Figure("S5 start to first answer", median(times), "s", how, 1)


def _memory(server: Server) -> list[Figure]:
    with running(server):
        reader, writer = sign_up(server.port, "Ana"), sign_up(server.port, "Ben")
        reader.sends([win(number) for number in range(ROWS)])
        half, full = (_after(REQUESTS // 2, server, reader, writer) for _ in range(2))
    how = "PSS of the app's processes after two sign-ups; 4 pages to 1 POST /outbox/ of one win"
    return [
        Figure(f"S5 memory after {REQUESTS:,} requests", full, "MiB", how, 70),
        Figure(f"S5 growth over the last {REQUESTS // 2:,}", full - half, "MiB", how, 2),
    ]


def _after(requests: int, server: Server, reader: Person, writer: Person) -> float:
    note(f"S5 {requests} requests")
    with ThreadPoolExecutor(CLIENTS) as pool:
        work = [pool.submit(_mix, requests // CLIENTS, reader, writer) for _ in range(CLIENTS)]
    for done in work:
        done.result()
    return memory_of(server)


def _mix(requests: int, reader: Person, writer: Person) -> None:
    client = Client(reader.port)
    for number in range(requests):
        turn = number % (len(PAGES) + 1)
        if turn < len(PAGES):
            client.ask("GET", PAGES[turn], Cookie=reader.cookie, Accept_Encoding="br")
        else:
            body = delivery(writer.key, [win(number)])
            client.ask("POST", "/outbox/", body, **SAME, Cookie=writer.cookie)
