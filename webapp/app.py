"""create_app(): the only module that knows all parts."""

from flask import Flask

from webapp import paths
from webapp.config import Settings
from webapp.storage.database import open_database
from webapp.storage.schema import migrate
from webapp.web import (
    assets,
    checkins,
    compression,
    connections,
    dates,
    deferrals,
    errors,
    forgery,
    fragments,
    headers,
    htmx,
    login,
    methods,
    outbox,
    people,
    phone,
    sessions,
    settings,
    today,
    wins,
    words,
)

BODY_LIMIT = 256 * 1000  # bytes
FEATURES = (today, wins, checkins, deferrals, outbox, people, sessions, settings, phone)
PARTS = (
    connections,
    forgery,
    login,
    htmx,
    words,
    dates,
    fragments,
    errors,
    compression,
    headers,
    assets,
    methods,
)


def create_app(config: Settings) -> Flask:
    """The app, with its database migrated and its features in place."""
    app = Flask("webapp", template_folder=str(paths.TEMPLATES), static_folder=None)
    app.config.update(
        SECRET_KEY=config.secret_key,
        MAX_CONTENT_LENGTH=BODY_LIMIT,
        MAX_FORM_MEMORY_SIZE=BODY_LIMIT,
    )
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    migrate(open_database(config.database_url))
    for part in PARTS:
        part.init_app(app)
    for feature in FEATURES:
        app.register_blueprint(feature.pages)
    return app
