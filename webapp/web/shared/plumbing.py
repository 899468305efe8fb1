"""What every page needs, in the order in which it is put into the app."""

from webapp.web.shared import (
    assets,
    compression,
    connections,
    dates,
    errors,
    forgery,
    fragments,
    headers,
    htmx,
    login,
    logs,
    methods,
    numbers,
    proxy,
    themes,
    words,
)

PLUMBING = (
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
