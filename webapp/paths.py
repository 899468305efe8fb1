"""Paths of the files beside the package, in a checkout and in an installed wheel."""

from pathlib import Path

PACKAGE = Path(__file__).parent


def beside(name: str) -> Path:
    """Return the path of `name`: in a wheel inside the package, else beside it."""
    inside = PACKAGE / name
    return inside if inside.exists() else PACKAGE.parent / name


TEMPLATES = beside("templates")
BUILT = beside("static") / "build"
MANIFEST = beside("manifest.json")
TRANSLATIONS = PACKAGE / "translations"
