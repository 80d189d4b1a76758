"""Index rows that answer their clause themselves, in words behind its title, instead of saying where."""

from __future__ import annotations

import re

from tieout.ask.view import View
from tieout.ask.wording.words import terms
from tieout.model import Disclosure, Passage
from tieout.patterns import lazy

_LEAST = 8
"""Words behind the title from which a row tells something."""
_TITLE = 14
"""Words within which a printed title ends: a framework's titles are printed with some variation."""
_WORD = lazy(r"[^\W\d_][\w’'-]*")


def told_in_row(row: Disclosure, view: View, *, pointing: bool = False) -> Passage | None:
    """What an index row says behind its code and title; None where it says next to nothing.

    Args:
        row: the row.
        view: the reports in reach.
        pointing: whether one counts that points to a place as well.
    """
    if row.passage is None or (not pointing and (row.locations or row.references)):
        return None
    label = next(
        (c.label for c in view.catalogue.clauses if (c.framework, c.code) == (row.framework, row.code)), row.title
    )
    own, quote = terms(f"{label} {row.framework}"), row.passage.quote
    at = re.search(re.escape(row.code).replace("\\-", "[-–]"), quote)
    words = list(_WORD.finditer(quote, at.end() if at is not None else 0))
    titled = [i for i, w in enumerate(words[:_TITLE]) if any(t.matches(o) for t in terms(w.group()) for o in own)]
    behind = words[titled[-1] + 1 :] if titled else words
    if len(behind) < _LEAST:
        return None
    rest = quote[behind[0].start() :].rstrip()
    start = row.passage.start + behind[0].start()
    return Passage(row.report, row.passage.page, start, start + len(rest), rest)
