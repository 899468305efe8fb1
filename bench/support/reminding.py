"""A worker that pushes to a service on this machine: `python -m bench.support.reminding PORT FILE`.

In every other respect it is `python -m webapp jobs`. FILE: the certificate of the service.
"""

import ssl
import sys

from tests.support.push.loopback import Loopback
from webapp.__main__ import run_jobs_by
from webapp.catalogues import translations_of
from webapp.config import Settings
from webapp.domain.reminders.push_setup import PushSetup, bind
from webapp.gateways.push.web_push import WebPush

SITE = "https://wins.example.org"


def main(port: str, certificate: str) -> None:
    """Run the jobs until a signal to stop."""
    here = Loopback(int(port), ssl.create_default_context(cafile=certificate))
    gateway = WebPush("mailto:operator@example.org", here.connections())

    def start(_: Settings) -> None:
        bind(PushSetup(gateway, SITE, translations_of))

    run_jobs_by(start)


if __name__ == "__main__":
    main(*sys.argv[1:])
