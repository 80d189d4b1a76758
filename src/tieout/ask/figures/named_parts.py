"""Several parts of one split named in one question: "the turnover of men and women" asks for both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from tieout.ask.draft import Draft
from tieout.ask.figures.linking import Candidate
from tieout.ask.figures.observed import series_of
from tieout.ask.figures.series import Series
from tieout.ask.joined import joined
from tieout.ask.wording.words import Term, terms
from tieout.model import AnswerStatus

_MOST = 5


def also_named(best: Candidate, content: Sequence[Term], series: Sequence[Series]) -> list[Series]:
    """The other parts of the best candidate's split that the question names, in the order of the report.

    Args:
        best: the row that answers; without a dimension it is no part.
        content: the question's terms.
        series: all rows in reach.
    """
    own = series_of(best)
    if len(own.dimensions) != 1 or not _named(own, content):
        return []
    seen: set[object] = {own.dimensions}
    found: list[Series] = []
    for other in series:
        # One value is told of each part: a figure printed twice is no part of its own.
        if other.split == own.split and other.dimensions not in seen and _apart(other, own) and _named(other, content):
            seen.add(other.dimensions)
            found.append(other)
    return found[:_MOST]


def only_parts_unsaid(best: Candidate, content: Sequence[Term], series: Sequence[Series]) -> bool:
    """Whether a question says nothing that a row leaves unsaid but the other parts of its split; arguments as above."""
    others = [t for part in also_named(best, content, series) for t in part.dimension_terms]
    return bool(others) and all(any(t.matches(o) for o in others) for u in best.unexplained for t in terms(u))


def with_named_parts(
    draft: Draft, best: Candidate, content: Sequence[Term], series: Sequence[Series], tell: Callable[[Candidate], Draft]
) -> Draft:
    """An answer with those of the other parts that the question names.

    Args:
        draft: what is told of the best candidate.
        best: the row that it is of.
        content: the question's terms.
        series: all rows in reach.
        tell: gives what is told of a row.
    """
    if draft.status is not AnswerStatus.ANSWERED:
        return draft
    for part in also_named(best, content, series):
        more = tell(replace(best, series=part))
        draft = joined(draft, more) if more.status is AnswerStatus.ANSWERED else draft
    return draft


def _apart(other: Series, own: Series) -> bool:
    """Whether neither part's words are among the other's: who says "non-rented" does not name the rented."""
    one, two = ({t.text for t in s.dimension_terms} for s in (other, own))
    return not one <= two and not two <= one


def _named(part: Series, content: Sequence[Term]) -> bool:
    own = part.dimension_terms
    return bool(own) and all(any(q.matches(t) for q in content) for t in own)
