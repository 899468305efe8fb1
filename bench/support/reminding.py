"""A process that pushes to a service on this machine.

`python -m bench.support.reminding PORT FILE`: in every other respect it is `python -m webapp jobs`;
with `inside` behind them it is `python -m webapp`. FILE: the certificate of the service.
"""

import ssl
import sys

from tests.support.push.loopback import Loopback
from webapp.__main__ import run_jobs_by, serve_by
from webapp.catalogues import translations_of
from webapp.domain.reminders.push_setup import PushSetup, bind
from webapp.gateways.push.web_push import WebPush

SITE = "https://wins.example.org"


def main(port: str, certificate: str, inside: str = "") -> None:
    """Run until a signal to stop."""
    here = Loopback(int(port), ssl.create_default_context(cafile=certificate))
    setup = PushSetup(
        WebPush("mailto:operator@example.org", here.connections()), SITE, translations_of
    )
    if inside:
        serve_by(lambda: bind(setup))
    else:
        run_jobs_by(lambda _: bind(setup))


if __name__ == "__main__":
    main(*sys.argv[1:])
