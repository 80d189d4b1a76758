"""Which end of a rank a superlative asks for."""

from __future__ import annotations

import re

from tieout.ask.wording.question import Reading


def wants_lowest(reading: Reading) -> bool:
    """Whether a superlative asks for the small end; "worst" and "best" are left to the metric's direction."""
    return (
        re.search(r"\b(?:least|fewest|lowest|smallest|shortest|slowest|lightest|minimum|bottom)\b", reading.folded)
        is not None
    )


def wants_good(reading: Reading) -> bool | None:
    """True for "best", False for "worst", None where neither is said."""
    if re.search(r"\bbest\b", reading.folded):
        return True
    return False if re.search(r"\bworst\b", reading.folded) else None
