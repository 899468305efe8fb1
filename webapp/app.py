"""create_app(): the only module that knows all parts."""

from flask import Flask

from webapp import paths
from webapp.config import Settings
from webapp.storage.opening import open_until_exit
from webapp.web import (
    activations,
    adjustments,
    assets,
    calibrations,
    checkins,
    closures,
    completions,
    compression,
    confidence,
    confidences,
    connections,
    criteria,
    dates,
    deferrals,
    dependencies,
    devices,
    errors,
    evidence,
    figures,
    forgery,
    fragments,
    goals,
    headers,
    health,
    htmx,
    insights,
    invitations,
    lessons,
    login,
    logs,
    methods,
    numbers,
    obstacles,
    outbox,
    parkings,
    passwords,
    patterns,
    people,
    phone,
    proxy,
    rescopings,
    resets,
    review_plans,
    reviews,
    sessions,
    settings,
    settlements,
    today,
    wins,
    words,
)

BODY_LIMIT = 256 * 1000  # bytes
FEATURES = (
    today,
    wins,
    checkins,
    deferrals,
    goals,
    activations,
    completions,
    criteria,
    parkings,
    closures,
    rescopings,
    confidences,
    calibrations,
    lessons,
    dependencies,
    outbox,
    people,
    invitations,
    sessions,
    passwords,
    resets,
    devices,
    settings,
    insights,
    confidence,
    patterns,
    adjustments,
    reviews,
    review_plans,
    obstacles,
    settlements,
    evidence,
    phone,
    health,
)
PARTS = (
    logs,
    connections,
    forgery,
    login,
    htmx,
    words,
    dates,
    figures,
    numbers,
    fragments,
    errors,
    compression,
    headers,
    assets,
    methods,
    proxy,
)


def create_app(config: Settings) -> Flask:
    """The app, with its database migrated and its features in place."""
    app = Flask("webapp", template_folder=str(paths.TEMPLATES), static_folder=None)
    app.config.update(
        SECRET_KEY=config.secret_key,
        LOG_ALL=config.log_all,
        SIGN_UP=config.sign_up,
        ENTRIES_PER_MINUTE=config.entries_per_minute,
        TRUSTED_HOSTS=config.hosts or None,
        TRUSTED_PROXY=config.trusted_proxy,
        MAX_CONTENT_LENGTH=BODY_LIMIT,
        MAX_FORM_MEMORY_SIZE=BODY_LIMIT,
    )
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    open_until_exit(config.database_url)
    for part in PARTS:
        part.init_app(app)
    for feature in FEATURES:
        app.register_blueprint(feature.pages)
    return app
