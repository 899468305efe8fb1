"""Whose a plain form is: each page writes its person's key into its forms.

Another person may have signed in in the same browser since the page was drawn.
"""

from flask import Flask, request
from flask_login import current_user
from markupsafe import Markup

from webapp.web.shared.csrf import SAFE
from webapp.web.shared.forms.multipart import allow_large
from webapp.web.shared.login import current_person

FIELD = "owner"
JSON = "outbox.create"  # what phones send names its person itself


def init_app(app: Flask) -> None:
    """Give templates `owner()`, the hidden field that names whose form it is."""
    app.jinja_env.globals["owner"] = owner_field


def owner_field() -> Markup:
    """Return the hidden field of a form, "" where nobody is signed in.

    Not for fragments that are drawn once for everybody: they hold {owner} (once.py beside this).
    """
    key = owner_key()
    return Markup('<input type="hidden" name="owner" value="%s">') % key if key else Markup("")


def owner_key() -> str:
    """Return the key of the signed-in person, "" if nobody is."""
    return current_person().key if current_user.is_authenticated else ""


def is_of_another() -> bool:
    """Return whether this request is a form of another person than the one who is signed in."""
    if request.method in SAFE or request.endpoint in {None, JSON}:
        return False
    if not current_user.is_authenticated:
        return False
    allow_large()  # of nobody it is not read
    return request.form.get(FIELD, "") not in {"", current_person().key}
