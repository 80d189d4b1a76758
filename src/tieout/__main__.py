"""``python -m tieout`` is the command line."""

from tieout.shells.start import main

main()
