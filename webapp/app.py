"""create_app(): the only module that knows all parts."""

from flask import Flask

from webapp import paths
from webapp.config import Settings
from webapp.storage.opening import open_until_exit
from webapp.web import (
    absences,
    activations,
    assets,
    cadences,
    calibrations,
    checkins,
    closures,
    completions,
    compression,
    confidences,
    connections,
    criteria,
    dates,
    decisions,
    deferrals,
    dependencies,
    devices,
    errors,
    forgery,
    fragments,
    goals,
    headers,
    health,
    help,  # noqa: A004 (nobody asks Python for help here)
    htmx,
    indicators,
    invitations,
    languages,
    lessons,
    login,
    logs,
    methods,
    numbers,
    objectives,
    outbox,
    outcomes,
    parkings,
    passwords,
    people,
    phone,
    places,
    presets,
    previews,
    proxy,
    rescopings,
    resets,
    revisions,
    routines,
    sessions,
    settings,
    shares,
    styleguide,
    tables,
    templates,
    themes,
    today,
    values,
    welcomes,
    wins,
    words,
)

BODY_LIMIT = 256 * 1000  # bytes
FEATURES = (
    today,
    wins,
    revisions,
    checkins,
    deferrals,
    routines,
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
    cadences,
    outbox,
    decisions,
    outcomes,
    objectives,
    templates,
    indicators,
    values,
    previews,
    tables,
    people,
    invitations,
    sessions,
    passwords,
    resets,
    devices,
    settings,
    absences,
    presets,
    places,
    languages,
    welcomes,
    help,
    shares,
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
    themes,
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
    if config.styleguide:
        app.register_blueprint(styleguide.pages)
    return app
