"""Creating the app: the only module that knows all parts."""

from collections.abc import Callable
from typing import Any

from flask import Flask

from webapp import paths
from webapp.config import Settings
from webapp.domain.teams.publishing import publish_due
from webapp.outgoing import start_sending
from webapp.storage.engine.database import connection
from webapp.storage.upkeep.opening import open_until_exit
from webapp.web.account import blueprints as account
from webapp.web.capture import blueprints as capture
from webapp.web.decisions import blueprints as decisions
from webapp.web.goals import blueprints as goals
from webapp.web.insights import blueprints as insights
from webapp.web.links import blueprints as links
from webapp.web.objectives import blueprints as objectives
from webapp.web.outbox import blueprints as outbox
from webapp.web.recognition import blueprints as recognition
from webapp.web.reminders import blueprints as reminders
from webapp.web.reviews import blueprints as reviews
from webapp.web.shared import clock
from webapp.web.shared.permissions.team_pages import add_team_pages
from webapp.web.shared.plumbing import PLUMBING
from webapp.web.shared.visits import sends_mail
from webapp.web.site import blueprints as site
from webapp.web.site import styleguide
from webapp.web.teams import blueprints as teams
from webapp.whitespace import Compact

BODY_LIMIT = 256 * 1000  # bytes
AREAS = (
    *(capture, goals, outbox, decisions, objectives, account, site, insights, reviews, teams),
    links,
    recognition,
    reminders,
)


class App(Flask):
    """Flask without the check, 18 times a request, whether a function of ours is a coroutine."""

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """Return `func`: none is a coroutine."""
        return func


def create_app(config: Settings) -> Flask:
    """Return the app with these settings, after migrating its database."""
    app = App("webapp", template_folder=str(paths.TEMPLATES), static_folder=None)
    app.config.update(
        KEYS=config.keys,
        LOG_ALL=config.log_all,
        SIGN_UP=config.sign_up,
        PUBLIC_URL=config.public_url,
        ENTRIES_PER_MINUTE=config.entries_per_minute,
        TRUSTED_HOSTS=config.hosts or None,
        TRUSTED_PROXY=config.trusted_proxy,
        MAX_CONTENT_LENGTH=BODY_LIMIT,
    )
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True, "extensions": [Compact]}
    app.jinja_env.globals["sends_mail"] = sends_mail
    start_sending(config)
    open_until_exit(config.database_url)
    with connection():
        publish_due(config.data, clock.now())
    for part in PLUMBING:
        part.init_app(app)
    for area in AREAS:
        for pages in area.BLUEPRINTS:
            app.register_blueprint(pages)
    if config.styleguide:
        app.register_blueprint(styleguide.pages)
    add_team_pages(app)
    return app
