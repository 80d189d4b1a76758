"""Families: the series that split one metric by one dimension, among which a question ranks or compares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tieout.ask.figures.linking import TOTALS, Candidate
from tieout.ask.figures.series import Series
from tieout.ask.wording.question import Reading
from tieout.ask.wording.words import Term, concepts, terms
from tieout.model import Observation
from tieout.text import fold

_DIMENSION_SAID = 0.15
_CLEARER, _SUMS = 0.15, 0.1
_APART, _PAIR = 10, 2
_ANYBODY = frozenset({"employee"})
"""What every member of a split may be called: "sales employees" are no staff beside sales."""


@dataclass(frozen=True, slots=True)
class Family:
    """The members of one split, in the order printed; ``best`` is the member the question links to best."""

    best: Candidate
    members: tuple[Series, ...]
    score: float

    @property
    def latest(self) -> str:
        """The newest period that most members have."""
        counts: dict[str, int] = {}
        for s in self.members:
            for o in s.valued:
                counts[o.period] = counts.get(o.period, 0) + 1
        return max(counts, key=lambda p: (counts[p], p), default="")

    @property
    def of_all(self) -> bool:
        """Whether it splits a row that is called a total."""
        return any(fold(s.indicator) in TOTALS for s in self.members)

    def of_one_row(self) -> tuple[Series, ...]:
        """The members of the best row, where rows beside it are split alike: landfilled and diverted at each kind of site."""
        values = [self.value_of(s) for s in self.members]
        best = self.best.series
        own = tuple(s for s in self.members if best is not None and s.indicator == best.indicator)
        return own if len(set(values)) < len(values) and len(own) >= _PAIR else self.members

    def has(self, period: str) -> bool:
        """Whether two members or more have a figure for a period."""
        return sum(s.at(period) is not None for s in self.members) > 1

    def said(
        self, content: Sequence[Term], members: Sequence[tuple[Series, Observation]]
    ) -> list[tuple[Series, Observation]]:
        """The members whose dimension value the question says, in the order said."""
        telling = [q for q in content if q.concepts.isdisjoint(_ANYBODY)]
        found = self._places(telling, members)
        if len(found) < _PAIR:
            found = self._places(content, members)
        return [(s, o) for _, s, o in sorted(found, key=lambda f: f[0])]

    def _places(
        self, content: Sequence[Term], members: Sequence[tuple[Series, Observation]]
    ) -> list[tuple[int, Series, Observation]]:
        """Where the terms name each member."""
        found: list[tuple[int, Series, Observation]] = []
        numbers = [(q.start, q.end, q.text) for q in content if q.text.isdigit()]
        for s, o in members:
            ends = [t.text for t in s.dimension_terms if t.text.isdigit()]
            if len(ends) == 2 and not _range_said(ends, numbers):
                continue
            own = [
                t
                for t in s.dimension_terms
                if not any(t.matches(u) for other, _ in members if other is not s for u in other.dimension_terms)
            ]
            places = [q.start for q in content if any(q.matches(t) for t in own or s.dimension_terms)]
            if places:
                found.append((min(places), s, o))
        return found

    @staticmethod
    def value_of(series: Series) -> str:
        """The dimension value(s) of a member, as printed."""
        return ", ".join(d.value for d in series.dimensions) or series.indicator

    def called(self, series: Series, reading: Reading) -> str:
        """The printed value with the question's own word for it, where that differs."""
        printed = self.value_of(series)
        word = next((q.text for q in reading.terms if any(q.matches(t) for t in series.dimension_terms)), "")
        return printed if not word or word in fold(printed) else f"{printed} ({word})"


def families(
    ranked: Sequence[Candidate], series: Sequence[Series], content: Sequence[Term], reading: Reading
) -> list[Family]:
    """The families of the ranked candidates, best first; a dimension that the question names counts for its family."""
    found: dict[tuple[object, ...], Family] = {}
    for candidate in ranked:
        s = candidate.series
        if s is None:
            continue
        key = s.split
        if key in found:
            continue
        members = tuple(m for m in series if m.split == key)
        if len({Family.value_of(m) for m in members}) < 2:
            continue
        kinds = frozenset(c for d in s.dimensions for c in concepts(d.type.replace("_", " ")))
        asked = any(not q.concepts.isdisjoint(kinds) for q in content)
        values = {id(m) for m in members for t in terms(Family.value_of(m)) for q in content if q.matches(t)}
        bonus = _DIMENSION_SAID * (asked + min(1.0, len(values) / 2))
        found[key] = Family(candidate, members, candidate.score + bonus)
    return sorted(found.values(), key=lambda f: -f.score - _CLEARER * f.best.explained - _SUMS * f.of_all)


def _range_said(ends: Sequence[str], numbers: Sequence[tuple[int, int, str]]) -> bool:
    """Whether both ends of a range such as "30 to 50" stand next to each other in the question."""
    low, high = ends
    return any(
        a == low and b == high and 0 <= start - end <= _APART for _, end, a in numbers for start, _, b in numbers
    )
