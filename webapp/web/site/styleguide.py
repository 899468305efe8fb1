"""The style guide: all parts in all states; only with SMALLWINS_STYLEGUIDE=1."""

from datetime import date

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from webapp.rules.charts.heatmap import heatmap, last_days

pages = Blueprint("styleguide", __name__, url_prefix="/styleguide")

TODAY = date(2026, 11, 24)
SHOWN = "2026-11-20"  # the day that the log is asked for
COUNTS = {
    f"2026-11-{11 + n}": wins for n, wins in enumerate((1, 2, 4, 7, 0, 3, 1, 0, 2, 1, 4, 0, 9, 1))
}
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
    return render_template(
        "styleguide/index.html",
        panes=PANES,
        states=STATES,
        colours=COLOURS,
        strip=last_days(heatmap(COUNTS, TODAY), len(COUNTS)),
        asked={"from": SHOWN, "to": SHOWN},
    )
