"""`python -m webapp` serves the app; `python -m webapp <command>` does what operators need."""

import sys

from webapp.app import create_app
from webapp.cli import run
from webapp.config import Settings, read_settings
from webapp.json_logs import start_logging
from webapp.memory import return_large_blocks
from webapp.serving import Server, listen
from webapp.storage.upkeep.opening import close_database, sqlite_file
from webapp.web.shared.headers import COMMON


def main() -> int:
    """Run the command line; return the exit code."""
    return run(sys.argv[1:], serve)


def serve() -> None:
    """Migrate the database and serve the app until a signal to stop."""
    start_logging()
    return_large_blocks()
    settings = read_settings()
    app = create_app(settings)
    server = Server(app, listen(settings), COMMON, settings.trusted_proxy)
    print(greeting(settings), flush=True)
    server.run()
    close_database()


def greeting(settings: Settings) -> str:
    """Return what a person who starts the server needs to know."""
    file = sqlite_file(settings.database_url)
    return (
        f"Small Wins is at {settings.local_address}\n"
        f"Your data is in {file or 'PostgreSQL, as DATABASE_URL says'}.\n"
        "To stop it, press Ctrl+C."
    )


if __name__ == "__main__":
    sys.exit(main())
