"""Words of people in Markdown, where they must stay words (CommonMark 2.4)."""

import re

SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#|~&!])")
AT_START = re.compile(r"^([-+]|\d+\.)")


def plain(text: str) -> str:
    """`text` on one line, written so that nothing in it is taken for markup."""
    line = " ".join(text.split())
    return AT_START.sub(_held, SPECIAL.sub(r"\\\1", line))


def document(title: str, *parts: str) -> str:
    """A document of a title and its parts, each with an empty line before it."""
    return "\n\n".join([f"# {title}", *(part for part in parts if part)]) + "\n"


def bullets(lines: list[str]) -> str:
    """A list; the lines are Markdown already."""
    return "\n".join(f"- {line}" for line in lines)


def _held(found: re.Match[str]) -> str:
    mark = found[1]
    return f"{mark[:-1]}\\{mark[-1]}"
