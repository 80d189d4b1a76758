"""Which printed figure stands in for a metric that the question names better, and that no row was linked to.

A row says what it measures in several places: its label, the heading above it, the column it stands in, and the line below
the table that defines its label. Where these together say all that the metric's name says, the row is of that metric.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tieout.ask.figures.linking import Candidate
from tieout.ask.figures.naming import same_kind
from tieout.ask.figures.observed import series_of, within
from tieout.ask.figures.series import Series
from tieout.ask.view import View
from tieout.ask.wording.distinctions import PARTS, QUALIFIERS, SCOPES, SUBJECTS
from tieout.ask.wording.emission_scopes import other_scopes, scopes_in
from tieout.ask.wording.lexicon import LIGHT
from tieout.ask.wording.words import Term, concepts, terms
from tieout.model import Origin
from tieout.text import collapse, fold

_CLOSE, _ALL_SAID, _SOMEWHAT_NEAR = 0.06, 0.95, 0.5
_TRIED = 8
_FULLER = 0.3
"""By how much more of the question a row must say than one that is a little nearer."""
_KIND = frozenset({"share", "rate", "ratio", "percentage", "proportion", "number", "total", "average"})
"""Concepts that say what kind of figure it is, not of what."""


def standing_in(
    ranked: Sequence[Candidate], absent: Candidate, content: Sequence[Term], view: View
) -> Candidate | None:
    """The measured candidate that may answer for a metric of which no row is known, or None.

    Args:
        ranked: all candidates, best first.
        absent: the metric that is named better than any row.
        content: the question's terms.
        view: where the rows stand, for the lines that define their labels.
    """
    wanted = scopes_in(absent.metric.label) if absent.metric is not None else frozenset[str]()
    if wanted:  # all three scopes together are not the first two
        ranked = [
            c
            for c in ranked
            if c.series is None or not other_scopes(wanted, scopes_in(f"{c.series.group} {c.series.indicator}"))
        ]
    measured = next((c for c in ranked if c.series is not None), None)
    if measured is not None and measured.score >= absent.score - _CLOSE:
        near = [c for c in ranked if c.series is not None and c.score >= absent.score - _CLOSE]
        fuller = max(near, key=lambda c: c.explained)
        return fuller if fuller.explained >= measured.explained + _FULLER else measured
    of_it = [c for c in ranked if c.series is not None][:_TRIED]
    said = next((c for c in of_it if says_all(c, absent, content, view)), None)
    if said is not None and absent.metric is not None:
        return _as_metric(said, absent, content, view)
    return measured if measured is not None and stands_in(measured, absent, content) else None


def _as_metric(row: Candidate, absent: Candidate, content: Sequence[Term], view: View) -> Candidate:
    """The row as the metric it is of: what either says of the question is said."""
    metric = absent.metric.label if absent.metric is not None else ""
    known = terms(f"{metric} {absent.name}")
    left = tuple(w for w in row.unexplained if not any(t.matches(k) for t in terms(w) for k in known))
    weight = view.linker.weight
    total = sum(weight(q) for q in content) or 1.0
    explained = 1.0 - sum(weight(q) for q in content if q.text in left) / total
    return replace(
        row, metric=absent.metric, unexplained=left, explained=explained, nearness=max(row.nearness, absent.nearness)
    )


def stands_in(measured: Candidate, absent: Candidate, content: Sequence[Term]) -> bool:
    """Whether a measured thing may answer for a metric that is named a little better: nearly as good, or all is said."""
    if measured.score >= absent.score - _CLOSE:
        return True
    series = series_of(measured)
    if _narrower(series, absent, content):
        return False
    said = measured.explained >= _ALL_SAID
    alike = series.origin is Origin.TABLE or (absent.metric is not None and same_kind(absent.metric, series))
    if said and alike and measured.nearness >= _SOMEWHAT_NEAR and measured.score >= absent.score - 4 * _CLOSE:
        return True
    # A long printed label is far from a metric's short name; where it says every word of it, it is that metric.
    if not said or absent.metric is None or not within(absent.name, series.label):
        return False
    return same_kind(absent.metric, series) and measured.score >= absent.score - 6 * _CLOSE


def says_all(candidate: Candidate, absent: Candidate, content: Sequence[Term], view: View) -> bool:
    """Whether a row's label, heading, column and definition say every telling word of a metric's name, and no other part."""
    series, metric = series_of(candidate), absent.metric
    if metric is None or series.metric is not None or candidate.said < 1.0 or not same_kind(metric, series):
        return False
    kinds = {d.value for d in series.dimensions if d.type == "series"}
    asked = frozenset().union(*(t.concepts for t in (*content, *terms(metric.label))))
    # A goal of the running text is a row of its own, where a goal is asked for.
    if "change" in kinds or not (series.origin is Origin.TABLE or ("target" in kinds and "target" in asked)):
        return False
    values = " ".join(d.value.replace("_", " ") for d in series.dimensions)
    printed = terms(f"{series.group} {series.indicator} {values}")
    defined = terms(definition(series, view))
    named = [t for t in terms(metric.label) if not t.concepts & _KIND and t.text not in LIGHT]
    if not named or not all(any(t.matches(u) for u in (*printed, *defined)) for t in named):
        return False
    # The row's own words must meet the metric by more than what kind of figure it is.
    if not any(t.matches(u) for t in named for u in terms(f"{series.indicator} {values}")):
        return False
    own = concepts(f"{series.group} {series.indicator} {values}")
    return not ((PARTS | QUALIFIERS) & own) - asked


def defined_as_another(series: Series, content: Sequence[Term], view: View) -> bool:
    """Whether the page defines a row's label as of something that neither the question nor the row says: a "retention rate" of those on leave."""
    asked = frozenset().union(*(t.concepts for t in content))
    own = concepts(f"{series.group} {series.label}")
    return bool((SUBJECTS & concepts(definition(series, view))) - asked - own)


def definition(series: Series, view: View) -> str:
    """What the page of a row says that its label means, as a note below the table does ("Retention rate: share of …"), or nothing."""
    label = re.sub(r"[\W\d]+$", "", collapse(series.indicator))
    if len(label.split()) < 2 or not series.observations:
        return ""
    place = series.observations[0].passage
    text = view.page_text(place.report, place.page)[place.end :]
    pattern = rf"{re.escape(label)}\s*(?::|=| is defined as| means)\s+(?P<told>[^\d\W][^.;]{{10,400}})".replace(
        "\\ ", r"\s+"
    )
    found = re.search(pattern, text, re.IGNORECASE)
    return fold(collapse(found["told"])) if found is not None else ""


def _narrower(series: Series, absent: Candidate, content: Sequence[Term]) -> bool:
    """Whether a row of no known metric says what is asked for only by its group, and is narrower: heating, under energy."""
    label = terms(series.label)
    if series.metric is not None or all(any(q.matches(t) for t in label) for q in content):
        return False
    known = (*content, *terms(absent.name))
    own = (t for t in label if t.text not in LIGHT and not t.concepts & SCOPES)
    return any(not any(t.matches(u) for u in known) for t in own)
