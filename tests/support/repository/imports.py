"""Reading which names a module of the app imports."""

import ast
import importlib.util
from collections.abc import Iterable, Iterator

from webapp.paths import PACKAGE


def modules() -> Iterator[tuple[str, str]]:
    """Return the dotted name and source of every module of the app."""
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        yield name, path.read_text()


def imports(module: str, source: str) -> Iterator[str]:
    """Return every name imported anywhere in `source`, in functions too, dotted and absolute.

    module: its own dotted name, with .__init__ for a package.
    """
    package = module.rpartition(".")[0]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            base = importlib.util.resolve_name(base, package)
            yield from (f"{base}.{alias.name}" for alias in node.names)


def arrows_of(module: str, source: str) -> list[tuple[str, str]]:
    """Return the module's area with each other area of its layer that it imports.

    ("webapp.web.goals.goal", "import webapp.web.shared.forms") gives ("web.goals", "shared").
    """
    layer, _, inside = module.removeprefix("webapp.").partition(".")
    area = inside.partition(".")[0]
    names = [name for name in imports(module, source) if name.startswith(f"webapp.{layer}.")]
    others = [name.split(".")[2] for name in names]
    return [(f"{layer}.{area}", to) for to in others if to != area]


def longest(name: str, parts: Iterable[str]) -> str | None:
    """Return the longest of `parts` that `name` is or lies within."""
    return max((part for part in parts if within(name, part)), key=len, default=None)


def within(name: str, part: str) -> bool:
    """Return whether the dotted `name` is `part` or lies within it."""
    return name == part or name.startswith(f"{part}.")
