"""Open the library, build the web app, launch: ``python app.py [--index DIR] [--host NAME] [--port N]``."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from tieout.config import load_settings
from tieout.errors import TieoutError
from tieout.shells.server import serve


def main() -> None:
    """Read the arguments and serve."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--index", type=Path)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=7860)
    options = parser.parse_args()
    try:
        settings = load_settings()
        settings = replace(settings, index=options.index) if options.index else settings
        serve(settings, host=options.host, port=options.port)
    except TieoutError as error:
        sys.stderr.write(f"tieout: {error}\n")
        sys.exit(error.exit_code)


if __name__ == "__main__":
    main()
