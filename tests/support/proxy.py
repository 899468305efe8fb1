"""Bad networks: a TCP proxy between browser and server whose mode can be switched.

pass: forwards. refuse: does not listen. reset: accepts, then resets. blackhole: reads and never
answers. lose_reply: the server gets the request, a reset replaces its answer. cut_reply: half of
the answer arrives, then a reset. answer: every request gets `canned`, as a captive portal, a
proxy's sign-in page or a failing load balancer would answer.
`delay` (s, each way and piece) and `rate` (bytes/s) slow a passing line.
"""

import asyncio
import contextlib
import re
import socket
import struct
import threading

from tests.support.ports import free_port

PIECE = 16_384
STEPS = 5  # of the event loop; accepting a connection takes two
RESET = struct.pack("ii", 1, 0)


class Proxy:
    """A proxy in front of 127.0.0.1:`upstream`, on `port` or any, running in a thread."""

    def __init__(self, upstream: int, port: int | None = None) -> None:
        self.port = port or free_port()
        self.mode = "pass"
        self.delay = 0.0
        self.rate = 0
        self.carried = 0  # bytes, both ways
        self.canned = b""
        self._upstream = upstream
        self._live: set[asyncio.StreamWriter] = set()
        self._serving: set[asyncio.Task[None]] = set()  # asyncio itself holds them loosely
        self._server: asyncio.Server | None = None
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    @property
    def url(self) -> str:
        """Return its address, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> "Proxy":
        self._thread.start()
        self._run(self._listen())
        return self

    def __exit__(self, *_: object) -> None:
        self._run(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    def set(self, mode: str, *, delay: float = 0.0, rate: int = 0) -> None:
        """Switch the mode, and cut open connections: a browser would continue to use them."""
        self._run(self._switch(mode, delay, rate))

    def answers(self, status: int, body: str = "", **headers: str) -> None:
        """Answer every request with this from now on; header names are written with _ for -."""
        lines = [f"HTTP/1.1 {status} Canned", f"Content-Length: {len(body)}", "Connection: close"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        self.canned = "\r\n".join([*lines, "", body]).encode()
        self.set("answer")

    def _run(self, work):  # type: ignore[no-untyped-def]
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    async def _switch(self, mode: str, delay: float, rate: int) -> None:
        self.mode, self.delay, self.rate = mode, delay, rate
        if mode == "refuse":
            await self._stop_listening()
        elif mode != "refuse" and not self._server:
            await self._listen()
        for writer in list(self._live):
            _reset(writer)

    async def _listen(self) -> None:
        self._server = await asyncio.start_server(
            self._accept, "127.0.0.1", self.port, reuse_address=True
        )

    async def _stop_listening(self) -> None:
        if self._server:
            # Python 3.11 leaks a connection that arrives while the server closes: first let it in.
            for door in self._server.sockets:
                self._loop.remove_reader(door.fileno())
            for _ in range(STEPS):
                await asyncio.sleep(0)
            self._server.close()
            self._server = None

    async def _close(self) -> None:
        await self._stop_listening()
        for writer in list(self._live):
            _reset(writer)
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await asyncio.sleep(0)  # transports close in this step

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # Recorded here: a task that is cancelled before its first step would leave its socket open.
        self._live.add(writer)
        self._serving.add(task := self._loop.create_task(self._serve(reader, writer)))
        task.add_done_callback(self._serving.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with contextlib.suppress(OSError, asyncio.CancelledError, asyncio.IncompleteReadError):
                await self._treat(reader, writer)
        finally:
            self._live.discard(writer)
            writer.close()

    async def _treat(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.mode == "reset":
            _reset(writer)
        elif self.mode == "blackhole":
            while await reader.read(PIECE):
                pass
        elif self.mode == "answer":
            await self._answer(reader, writer)
        else:
            await self._forward(reader, writer)

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        length = re.search(rb"content-length: (\d+)", head)
        await reader.readexactly(int(length[1]) if length else 0)
        writer.write(self.canned)
        await writer.drain()

    async def _forward(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", self._upstream)
        try:
            await asyncio.gather(self._pump(reader, back), self._pump(there, writer, answer=True))
        finally:
            back.close()

    async def _pump(
        self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, *, answer: bool = False
    ) -> None:
        while data := await source.read(PIECE):
            self.carried += len(data)
            if answer and self.mode == "lose_reply":
                _reset(sink)
                return
            if answer and self.mode == "cut_reply":
                sink.write(data[: len(data) // 2])
                await sink.drain()
                await asyncio.sleep(0.02)  # a reset would overtake the half that is to arrive
                _reset(sink)
                return
            if self.delay or self.rate:
                await asyncio.sleep(self.delay + (len(data) / self.rate if self.rate else 0))
            sink.write(data)
            await sink.drain()
        if sink.can_write_eof():
            sink.write_eof()


def _reset(writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
    writer.transport.abort()
