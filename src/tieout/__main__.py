"""``python -m tieout`` is the command line."""

from tieout.shells.cli import main

main()
