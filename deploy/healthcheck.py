"""End with 0 when the app in this container answers at /healthz, else with 1."""

import os
import sys
from http.client import HTTPConnection, HTTPException

PATH = "/healthz"
PATIENCE = 4  # seconds; the health check as a whole has 5


def main() -> int:
    """Ask once, under the first name that the app answers to."""
    names = os.environ.get("SMALLWINS_ALLOWED_HOSTS", "").replace(",", " ").split()
    port = int(os.environ.get("SMALLWINS_PORT") or "8000")
    asked = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        # A name that begins with a dot stands for all names below it.
        asked.request("GET", PATH, headers={"Host": names[0].lstrip(".") if names else "127.0.0.1"})
        return 0 if asked.getresponse().status == 200 else 1
    except (OSError, HTTPException):
        return 1


if __name__ == "__main__":
    sys.exit(main())
