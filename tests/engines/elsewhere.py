"""The same person at another machine: what the server has of theirs, read past line and phone."""

import re
import urllib.parse
import urllib.request

from tests.engines.phone import EMAIL, PASSWORD

ID = "[0-9a-f-]{36}"
WHAT = r'<span class="win__what" dir="auto">(.*?)</span>'
WIN = re.compile(rf'<li class="win" id="win-{ID}".*?{WHAT}', re.S)
CHECKIN = re.compile(rf'<li class="checkin" id="checkin-{ID}"')


class Elsewhere:
    """Somebody signed in over plain HTTP."""

    def __init__(self, url: str, email: str = EMAIL) -> None:
        self._url = url
        self._web = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        self._web.addheaders = [("Origin", url)]
        form = urllib.parse.urlencode({"email": email, "password": PASSWORD})
        self._web.open(f"{url}/sessions/", form.encode()).close()

    def wins(self) -> list[str]:
        """The words of every win in the log, newest first."""
        return WIN.findall(self.read("/wins/"))

    def checkins(self) -> int:
        """How many check-ins there are."""
        return len(CHECKIN.findall(self.read("/checkins/")))

    def read(self, path: str) -> str:
        with self._web.open(self._url + path) as answer:
            page: str = answer.read().decode()
        return page
