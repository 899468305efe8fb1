"""Writing Markdown in which people's words are never markup (CommonMark 2.4)."""

import re

SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#|~&!])")
AT_START = re.compile(r"^([-+]|\d+\.)")


def plain(text: str) -> str:
    """Return `text` on one line, escaped so that nothing in it is markup."""
    line = " ".join(text.split())
    return AT_START.sub(_escaped, SPECIAL.sub(r"\\\1", line))


def address(link: str) -> str:
    """Return a link so that "<" and ">" around it begin and end it, and no element begins in it."""
    return link.replace("<", "%3C").replace(">", "%3E")


def document(title: str, *parts: str) -> str:
    """Return a document with this title and the parts that are not empty, in order."""
    return "\n\n".join([f"# {title}", *(part for part in parts if part)]) + "\n"


def bullets(lines: list[str]) -> str:
    """Return a list of these lines, which are Markdown already."""
    return "\n".join(f"- {line}" for line in lines)


def _escaped(found: re.Match[str]) -> str:
    mark = found[1]
    return f"{mark[:-1]}\\{mark[-1]}"
