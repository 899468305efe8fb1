"""A browser around WebKitGTK that keeps its profile: Debian's MiniBrowser keeps nothing when it
is automated. WebKitWebDriver starts this, with Debian's Python and the profile's folder."""

import ctypes
import signal
import sys

import gi

gi.require_versions({"Gtk": "3.0", "WebKit2": "4.1"})
from gi.repository import Gtk, WebKit2  # noqa: E402 - the versions come first

SCREEN = (390, 844)


def main(profile: str) -> None:
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # end with WebKitWebDriver
    context = _context(profile)
    context.connect("automation-started", lambda _, session: _begin(session, context))
    Gtk.main()


def _context(profile: str) -> WebKit2.WebContext:
    data = WebKit2.WebsiteDataManager(
        base_data_directory=profile, base_cache_directory=f"{profile}/cache"
    )
    data.get_cookie_manager().set_persistent_storage(
        f"{profile}/cookies.sqlite", WebKit2.CookiePersistentStorage.SQLITE
    )
    context = WebKit2.WebContext(website_data_manager=data)
    context.set_automation_allowed(True)
    return context


def _begin(session: WebKit2.AutomationSession, context: WebKit2.WebContext) -> None:
    session.set_application_info(WebKit2.ApplicationInfo())
    session.connect("create-web-view", lambda _: _window(context))


def _window(context: WebKit2.WebContext) -> WebKit2.WebView:
    view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True)
    window = Gtk.Window()
    window.set_default_size(*SCREEN)
    window.add(view)
    window.show_all()
    view.connect("close", lambda _: window.destroy())
    return view


main(sys.argv[1])
