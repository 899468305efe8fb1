"""Report which packages of requirements/ and package-lock.json have a known weakness.

`make audit` runs this. It queries OSV (https://osv.dev), which collects the advisories of both
registries. Two packages known to be weak are queried too: a list without them proves nothing.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.error import URLError
from urllib.request import Request, urlopen

ROOT = Path(__file__).parent.parent
OSV = "https://api.osv.dev/v1/querybatch"
PATIENCE = 30  # seconds
PINNED = re.compile(r"^([\w.-]+)==([\w.!+-]+)", re.MULTILINE)


class Package(NamedTuple):
    """One version of a package, from PyPI or npm."""

    ecosystem: str
    name: str
    version: str


KNOWN_WEAK = (Package("PyPI", "jinja2", "2.4.1"), Package("npm", "lodash", "4.17.11"))


def main() -> int:
    """Return the exit status: 0 no weakness, 1 some, 2 the list could not be queried."""
    return audit(sorted(set(used())), OSV)


def audit(packages: list[Package], url: str) -> int:
    """Query the list at `url` and print what it knows; return the exit status of `main`."""
    try:
        weak = asked([*packages, *KNOWN_WEAK], url)
    except (URLError, OSError, ValueError, KeyError) as error:
        return _tell(f"Nobody could be asked ({type(error).__name__}): NOTHING IS KNOWN.", 2)
    if any(package not in weak for package in KNOWN_WEAK):
        return _tell("The list does not know what is surely weak: NOTHING IS KNOWN.", 2)
    found = [package for package in packages if package in weak]
    for package in found:
        _tell(f"{package.name} {package.version}: {', '.join(weak[package])}", 1)
    told = f"{len(found)} of {len(packages)} packages have a known weakness."
    return _tell(f"{told} docs/security.md says how soon they are fixed." if found else told,
                 1 if found else 0)  # fmt: skip


def used() -> Iterator[Package]:
    """Yield the packages that run, build or check the app."""
    for file in sorted((ROOT / "requirements").glob("*.txt")):
        for name, version in PINNED.findall(file.read_text()):
            yield Package("PyPI", name, version)
    for path, locked in json.loads((ROOT / "package-lock.json").read_text())["packages"].items():
        if path:  # "" is this project
            yield Package("npm", path.rpartition("node_modules/")[2], locked["version"])


def asked(packages: list[Package], url: str) -> dict[Package, list[str]]:
    """Return the known weaknesses by package, for those that have any."""
    queries = [
        {"package": {"ecosystem": one.ecosystem, "name": one.name}, "version": one.version}
        for one in packages
    ]
    body = json.dumps({"queries": queries}).encode()
    request = Request(url, body, {"Content-Type": "application/json"})  # noqa: S310 - a constant address
    with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
        results = json.load(answer)["results"]
    known = dict(zip(packages, results, strict=True))
    return {
        one: [weakness["id"] for weakness in said["vulns"]]
        for one, said in known.items()
        if said.get("vulns")
    }


def _tell(text: str, code: int) -> int:
    sys.stdout.write(text + "\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
