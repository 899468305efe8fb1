"""The manifest of the home-screen app in the person's language; the app's name stays."""

from typing import Any

from flask_babel import gettext

from webapp.web.shared.i18n.language import direction, language


def translated(manifest: dict[str, Any]) -> dict[str, Any]:
    """Return the manifest with what people read in the language of the request."""
    says = _sentences()
    return {
        **manifest,
        "lang": language(),
        "dir": direction(),
        "description": says[manifest["description"]],
        "shortcuts": [{**one, "name": says[one["name"]]} for one in manifest["shortcuts"]],
        "screenshots": [{**one, "label": says[one["label"]]} for one in manifest["screenshots"]],
    }


def _sentences() -> dict[str, str]:
    # By the English in manifest.json. A sentence that is missing here fails every request.
    works = "One tap records a win, one tap records how confident you feel. Works with no network."
    return {
        works: gettext(
            "One tap records a win, one tap records how confident you feel. Works with no network."
        ),
        "Log a win": gettext("Log a win"),
        "Check in": gettext("Check in"),
        "Today: one tap logs a win": gettext("Today: one tap logs a win"),
        "Insights: whether confidence follows": gettext("Insights: whether confidence follows"),
        "Today on a wide screen": gettext("Today on a wide screen"),
    }
