"""The modules with init_app, in the order in which they are added to the app."""

from webapp.web.shared import (
    assets,
    compression,
    connections,
    csrf,
    deleted,
    errors,
    fragments,
    headers,
    htmx,
    login,
    proxy,
    request_log,
    themes,
    win_rows,
)
from webapp.web.shared.forms import changes, method_override, multipart, once, owners, unsent
from webapp.web.shared.i18n import dates, gettext, language, numbers, script_sentences
from webapp.web.shared.permissions import enforcement, team_pages

PLUMBING = (
    request_log,
    connections,
    multipart,
    csrf,
    login,
    team_pages,
    owners,
    unsent,
    htmx,
    gettext,
    language,
    script_sentences,
    dates,
    themes,
    numbers,
    fragments,
    win_rows,
    errors,
    compression,
    headers,
    assets,
    method_override,
    once,
    deleted,
    proxy,
    enforcement,
    changes,
)
