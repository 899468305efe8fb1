"""The lattice: objectives that serve objectives, many to many, never in a circle (R24).

Its nodes are ids. `links` are pairs (objective, serves): the first serves the second.
"""

from collections.abc import Iterable, Mapping, Sequence

Links = Iterable[tuple[str, str]]


def walk(nodes: Sequence[str], links: Links) -> list[tuple[str, int]]:
    """(node, depth) of each node once, those that serve it below it; roots in the order given.

    A node that serves several stands below the first of them. Links to other nodes are left out.
    """
    below, roots = _below(nodes, links)
    found: dict[str, int] = {}
    stack = [(node, 0) for node in reversed(roots)]
    while stack:
        node, depth = stack.pop()
        if node not in found:
            found[node] = depth
            stack += [(child, depth + 1) for child in reversed(below[node])]
    return list(found.items())


def _below(nodes: Sequence[str], links: Links) -> tuple[Mapping[str, list[str]], list[str]]:
    known = {node: place for place, node in enumerate(nodes)}
    below: dict[str, list[str]] = {node: [] for node in nodes}
    serving = set()
    for node, served in sorted(links, key=lambda link: known.get(link[0], 0)):
        if node in known and served in known:
            below[served].append(node)
            serving.add(node)
    return below, [node for node in nodes if node not in serving]
