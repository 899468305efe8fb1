"""What every page needs, in the order in which it is put into the app."""

from webapp.web.shared import (
    assets,
    compression,
    connections,
    csrf,
    dates,
    errors,
    fragments,
    headers,
    htmx,
    login,
    method_override,
    numbers,
    proxy,
    request_log,
    themes,
    words,
)

PLUMBING = (
    request_log,
    connections,
    csrf,
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
    method_override,
    proxy,
)
