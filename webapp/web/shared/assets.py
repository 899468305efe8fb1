"""Built files: their hashed addresses for templates, and serving them, compressed and cached."""

import json
import re

from flask import Flask
from whitenoise import WhiteNoise

from webapp.paths import BUILT
from webapp.web.shared.headers import CommonHeaders

PREFIX = "static/build/"
HASHED = re.compile(r"\.[0-9a-f]{12}\.")
A_DAY = 24 * 60 * 60  # seconds, for icons, whose names have no hash


def init_app(app: Flask) -> None:
    """Serve the built files in front of the app, and give templates `asset(name)`."""
    known: dict[str, str] = json.loads((BUILT / "assets.json").read_text())
    app.extensions["assets"] = known
    app.jinja_env.globals["asset"] = known.__getitem__
    files = WhiteNoise(
        app.wsgi_app,
        root=str(BUILT),
        prefix=PREFIX,
        max_age=A_DAY,
        allow_all_origins=False,
        immutable_file_test=lambda _path, url: bool(HASHED.search(url)),
    )
    app.wsgi_app = CommonHeaders(files)  # type: ignore[method-assign]
