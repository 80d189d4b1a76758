"""A stand-in for alignments: a word is near to another text where one of its words can stand for the same thing."""

from __future__ import annotations

from tieout.ask.wording.words import Term, terms

SAID, UNSAID = 0.9, 0.2


class Said:
    """Which words of a text another one says; ``reach`` counts words here."""

    def __init__(self, text: str, other: str) -> None:
        self._own = terms(text)
        self._other = terms(other)

    def nearness(
        self, span: tuple[int, int], around: tuple[int, int] | None = None, reach: tuple[int, int] = (0, 0)
    ) -> float:
        """0.9 for a word that is said, 0.2 for one that is not, 0.0 where no word stands."""
        own = [t for t in self._own if t.start < span[1] and span[0] < t.end]
        near = self._other if around is None else self._beside(around, reach)
        said = [SAID if any(t.matches(o) for o in near) else UNSAID for t in own]
        return sum(said) / len(said) if said else 0.0

    def _beside(self, around: tuple[int, int], reach: tuple[int, int]) -> tuple[Term, ...]:
        inside = [i for i, t in enumerate(self._other) if t.start < around[1] and around[0] < t.end]
        if not inside:
            return self._other
        return self._other[max(0, inside[0] - reach[0]) : inside[-1] + 1 + reach[1]]
