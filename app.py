"""Open the library, build the web app, launch: ``python app.py [--index DIR] [--host NAME] [--port N]``."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from tieout.config import load_settings
from tieout.shells.server import serve


def main() -> None:
    """Read the arguments and serve."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--index", type=Path)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=7860)
    options = parser.parse_args()
    settings = load_settings()
    serve(replace(settings, index=options.index) if options.index else settings, host=options.host, port=options.port)


if __name__ == "__main__":
    main()
