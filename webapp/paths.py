"""Where the files beside the package are, in a checkout and in an installed wheel."""

from pathlib import Path

PACKAGE = Path(__file__).parent


def beside(name: str) -> Path:
    """The file or folder `name`: in the wheel it lies inside the package, else next to it."""
    inside = PACKAGE / name
    return inside if inside.exists() else PACKAGE.parent / name


TEMPLATES = beside("templates")
BUILT = beside("static") / "build"
MANIFEST = beside("manifest.json")
TRANSLATIONS = PACKAGE / "translations"
