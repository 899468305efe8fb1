"""Make a screenshot's PNG small with a palette; flat pictures need few colours."""

import struct
import zlib
from collections import Counter
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MOST = 112  # colours; more shades of smoothed letters are not visible


def small(png: bytes) -> bytes:
    """Return the same picture with a palette; `png` is 8-bit RGB or RGBA, not interlaced."""
    chunks = list(_chunks(png))
    width, height, _, colour = struct.unpack(">IIBB", chunks[0][1][:10])
    depth = {2: 3, 6: 4}[colour]
    pixels = _pixels(zlib.decompress(b"".join(d for k, d in chunks if k == b"IDAT")), width, depth)
    rows = [[bytes(row[x : x + 3]) for x in range(0, len(row), depth)] for row in pixels]
    palette = [shade for shade, _ in Counter(p for row in rows for p in row).most_common(MOST)]
    index = {shade: n for n, shade in enumerate(palette)}
    for row in rows:
        for shade in row:
            if shade not in index:
                index[shade] = _nearest(shade, palette)
    packed = zlib.compress(b"".join(b"\0" + bytes(index[p] for p in row) for row in rows), 9)
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = [(b"IHDR", head), (b"PLTE", b"".join(palette)), (b"IDAT", packed), (b"IEND", b"")]
    return SIGNATURE + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += length + 12


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _pixels(data: bytes, width: int, depth: int) -> Iterator[bytearray]:
    # Reverses the five filters of PNG (RFC 2083, 6).
    stride = width * depth
    above = bytearray(stride)
    for start in range(0, len(data), stride + 1):
        how, row = data[start], bytearray(data[start + 1 : start + 1 + stride])
        for x in range(stride) if how else ():
            left = row[x - depth] if x >= depth else 0
            corner = above[x - depth] if x >= depth else 0
            row[x] = (row[x] + _guess(how, left, above[x], corner)) & 255
        yield row
        above = row


def _guess(how: int, left: int, up: int, corner: int) -> int:
    if how == 4:
        guess = left + up - corner
        return min((left, up, corner), key=lambda near: abs(guess - near))
    return (0, left, up, (left + up) // 2)[how]


def _nearest(shade: bytes, palette: list[bytes]) -> int:
    return min(
        range(len(palette)),
        key=lambda n: sum((a - b) ** 2 for a, b in zip(shade, palette[n], strict=True)),
    )
