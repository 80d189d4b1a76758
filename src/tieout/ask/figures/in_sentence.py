"""A course that one sentence tells: what its figures are of, the whole sentence says, not only the words before them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from tieout.ask.figures.linking import Candidate
from tieout.ask.figures.series import Series
from tieout.ask.wording.question import Reading
from tieout.ask.wording.words import Term, terms
from tieout.model import Origin
from tieout.text import collapse

_BEFORE = 250
"""Characters before a sentence within which the one that it goes on from ends."""


def told_by_sentence(
    ranked: Sequence[Candidate],
    content: Sequence[Term],
    reading: Reading,
    series: Sequence[Series],
    tells: Callable[[Term], bool],
    page_text: Callable[[str, int], str],
) -> Candidate | None:
    """The course whose sentence says every telling word of the question; None where none does, or more than one.

    Args:
        ranked: what the question may mean, best first.
        content: its terms.
        reading: the question, for its years.
        series: all rows in reach: a sentence that tells two courses does not tell which is which.
        tells: whether a term tells anything.
        page_text: gives the text of a report's page.
    """
    asked = [t for t in content if tells(t)]
    found: list[Candidate] = []
    for candidate in ranked:
        own = candidate.series
        if own is None or own.origin is not Origin.TEXT or len(own.valued) < 2:
            continue
        if not all(own.at(year) is not None for year in reading.years) or not _alone(own, series):
            continue
        place = own.valued[-1].passage
        label = terms(own.indicator)
        # A sentence that says what is measured, and not of what, goes on from the one before it.
        goes_on = bool(label) and all(any(q.matches(t) for q in content) for t in label)
        before = page_text(place.report, place.page)[max(0, place.start - _BEFORE) : place.start] if goes_on else ""
        said = terms(collapse(f"{before} {place.quote}"))
        if len(asked) > 1 and all(any(q.matches(t) for t in said) for q in asked):
            found.append(replace(candidate, explained=1.0, unexplained=()))
    return found[0] if len(found) == 1 else None


def _alone(own: Series, series: Sequence[Series]) -> bool:
    """Whether all its figures stand in one sentence, and no other figure does."""
    place = {(o.report, o.passage.page, o.passage.start) for o in own.observations}
    others = (o for s in series if s is not own for o in s.observations)
    return len(place) == 1 and not any((o.report, o.passage.page, o.passage.start) in place for o in others)
