"""`python -m webapp`: migrate the database and serve the app."""

import logging
import socket
import sys

import waitress

from webapp.app import create_app
from webapp.config import BadSetting, Settings, read_settings

BACKLOG = 1024
THREADS = 2  # more threads in one process cost two to three times the CPU on a list page
BODY_LIMIT = 1024 * 1024  # bytes that are read at all; the app itself refuses more than 256 kB


def main() -> int:
    """Serve until told to stop; 2 when the settings cannot be used."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # it logs every queued request
    try:
        settings = read_settings()
        app = create_app(settings)
        listener = _listen(settings)
    except (BadSetting, ValueError) as problem:
        print(f"Small Wins cannot start. {problem}", file=sys.stderr)
        return 2
    print(f"Small Wins is at http://{settings.host}:{settings.port}", flush=True)
    waitress.serve(
        app,
        sockets=[listener],
        threads=THREADS,
        ident=None,
        max_request_body_size=BODY_LIMIT,
        clear_untrusted_proxy_headers=True,
    )
    return 0


def _listen(settings: Settings) -> socket.socket:
    # Bound here, so that a port in use is told in a sentence and not in a trace.
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
        listener.listen(BACKLOG)  # before the address is printed: then it can be used
    except OSError as error:
        raise BadSetting(
            f"{settings.host}:{settings.port} cannot be used ({error.strerror})."
            " Choose another SMALLWINS_PORT or SMALLWINS_HOST."
        ) from None
    return listener


if __name__ == "__main__":
    sys.exit(main())
