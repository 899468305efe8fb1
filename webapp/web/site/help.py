"""Help: answers in every language, for signed-out people too; those for teams have a page."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from webapp.web.shared.etags import page_or_304
from webapp.web.shared.login import current_person
from webapp.web.site.phone import shared_page

pages = Blueprint("help", __name__, url_prefix="/help")


@pages.get("/")
def index() -> ResponseReturnValue:
    """Show all answers on one page; /help/#how-often is the address of one."""
    if "language" in request.args or not current_user.is_authenticated:
        return shared_page("help/index.html")
    return page_or_304(
        current_person(), lambda: render_template("help/index.html", person=current_person())
    )


@pages.get("/teams/")
def show() -> ResponseReturnValue:
    """Show the answers for people in teams; phones do not keep them."""
    person = current_person() if current_user.is_authenticated else None
    return render_template("team_help/index.html", person=person)
