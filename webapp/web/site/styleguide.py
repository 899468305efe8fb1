"""The style guide: all parts in all states; only with SMALLWINS_STYLEGUIDE=1."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

pages = Blueprint("styleguide", __name__, url_prefix="/styleguide")

PANES = (("", "ltr"), ("dark", "ltr"), ("", "rtl"))  # theme and direction of each
STATES = ("", "is-hover", "is-focus", "is-pressed")  # stand for what a pointer or key would do
COLOURS = (
    *("paper", "card", "sunk", "line", "edge", "ink", "muted"),
    *("done", "done-strong", "done-soft", "on-done"),
    *("attend", "attend-soft", "stop", "stop-soft"),
)


@pages.get("/", strict_slashes=False)
def index() -> ResponseReturnValue:
    """Show all parts, light, dark and right-to-left."""
    return render_template("styleguide/index.html", panes=PANES, states=STATES, colours=COLOURS)
