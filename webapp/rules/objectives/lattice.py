"""The lattice: objectives that serve objectives, many to many, without a cycle (R24).

Its nodes are ids. `links` are pairs (objective, serves): the first serves the second.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

Links = Iterable[tuple[str, str]]


def depth_first(nodes: Sequence[str], links: Links) -> list[tuple[str, int]]:
    """Return (node, depth) of each node once, followed by those that serve it.

    Roots are in the order given. A node that serves several is listed under the first of them.
    Links to other nodes are ignored.
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


def find_cycle(node: str, serves: Collection[str], links: Links) -> list[str]:
    """Return the shortest cycle that `node` would close by serving these, else [].

    The cycle begins and ends with `node`. links: as they are now; those of `node` are ignored.
    """
    above = upwards((one, other) for one, other in links if one != node)
    paths = [[node, served] for served in serves]
    seen: set[str] = set()
    for path in paths:  # grows while it is read: breadth first
        if path[-1] == node:
            return path
        if path[-1] not in seen:
            seen.add(path[-1])
            paths += [[*path, further] for further in above.get(path[-1], ())]
    return []


def paths_up(node: str, links: Links, most: int = 10) -> list[list[str]]:
    """Return the paths from `node` (left out) to the top, `most` at most."""
    above = upwards(links)
    paths: list[list[str]] = []
    stack = [[node]]
    while stack and len(paths) < most:
        path = stack.pop()
        further = above.get(path[-1], ())
        stack += [[*path, served] for served in reversed(further)]
        if not further and len(path) > 1:
            paths.append(path[1:])
    return paths


def everything_above(node: str, above: Mapping[str, Collection[str]]) -> list[str]:
    """Return all that `node` leads to, the nearest first; above: what each node serves."""
    found = list(dict.fromkeys(above.get(node, ())))
    for one in found:  # grows while it is read: breadth first
        found += [other for other in above.get(one, ()) if other not in found]
    return found


def layers(nodes: Sequence[str], links: Links) -> dict[str, int]:
    """Return how far each node is below the top: one more than the lowest that it serves."""
    below, _ = _below(nodes, links)
    waits = dict.fromkeys(nodes, 0)
    for children in below.values():
        for child in children:
            waits[child] += 1
    ready = [node for node in nodes if not waits[node]]
    found = dict.fromkeys(ready, 0)
    for node in ready:  # grows while it is read
        for child in below[node]:
            found[child] = max(found.get(child, 0), found[node] + 1)
            waits[child] -= 1
            if not waits[child]:
                ready.append(child)
    return {node: found[node] for node in nodes if node in found}


def upwards(links: Links) -> Mapping[str, list[str]]:
    """Return what each node serves."""
    above: dict[str, list[str]] = {}
    for node, served in links:
        above.setdefault(node, []).append(served)
    return above


def _below(nodes: Sequence[str], links: Links) -> tuple[Mapping[str, list[str]], list[str]]:
    known = {node: place for place, node in enumerate(nodes)}
    below: dict[str, list[str]] = {node: [] for node in nodes}
    serving = set()
    for node, served in sorted(links, key=lambda link: known.get(link[0], 0)):
        if node in known and served in known:
            below[served].append(node)
            serving.add(node)
    return below, [node for node in nodes if node not in serving]
