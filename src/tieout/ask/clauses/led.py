"""Whether a question that names a clause asks for something else: at the place its index row cites, or in the row itself."""

from __future__ import annotations

from collections.abc import Sequence

from tieout.ask.clauses.asked import BEFORE_ROW, BEHIND_ROW, GOES_ON, IN_ITS_PLACE, OPENS, PLACE_BEHIND
from tieout.ask.clauses.linking import ClauseMention
from tieout.ask.wording.question import Reading
from tieout.text import fold


def reads_row(reading: Reading, mentions: Sequence[ClauseMention]) -> bool:
    """Whether a question asks what the index row of a code itself says: "according to the note at 2-18"."""
    if not mentions or not mentions[0].by_code or reading.yes_no:
        return False
    before, behind = _around(reading.folded, mentions[-1])
    if IN_ITS_PLACE.search(before) is not None:
        return False
    return BEFORE_ROW.search(before) is not None or BEHIND_ROW.match(behind) is not None


def goes_on(folded: str, mention: ClauseMention) -> bool:
    """Whether a question asks for something at the place of a clause: "in the chapter that B4.1 cites, which …"."""
    before, behind = _around(folded, mention)
    if GOES_ON.match(behind) is not None:
        return True
    if OPENS.match(folded) is None:
        return False
    return IN_ITS_PLACE.search(before) is not None or PLACE_BEHIND.match(behind) is not None


def _around(folded: str, mention: ClauseMention) -> tuple[str, str]:
    """What stands before and behind the last place where a clause is named; nothing where it is not."""
    at = folded.rfind(fold(mention.text))
    return (folded[:at], folded[at + len(mention.text) :]) if at >= 0 else ("", "")
