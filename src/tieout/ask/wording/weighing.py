"""How much a word tells, and how much of a question a name says.

A question's terms are numbered; what a name or a row says of them is a bit mask, so that thousands of names are compared
with one look-up a concept.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from tieout.ask.wording.lexicon import LIGHT
from tieout.ask.wording.words import Term, stem, terms

_GENERIC = frozenset(
    [
        "number",
        "total",
        "rate",
        "share",
        "average",
        "company",
        "year",
        "month",
        "gender",
        "age",
        "region",
        "category",
        "purchase",
        "consumption",
        "cost",
        "person",
        "use",
        "combat",
    ]
)
_GENERIC_WEIGHT, _LIGHT_WEIGHT = 0.35, 0.25
_TELLING = 0.41
"""The share of the rarest word's weight from which a word tells."""
_LIGHT_STEMS = frozenset(stem(w) for w in LIGHT)


class Weights:
    """The weight of terms, from how many of the known names have them.

    Args:
        names: every wording that stands for something.
    """

    def __init__(self, names: Iterable[str]) -> None:
        known = tuple(dict.fromkeys(names))
        counts = Counter(c for name in known for c in {c for t in terms(name) for c in t.concepts})
        self._idf = {c: math.log(1 + len(known) / (1 + n)) for c, n in counts.items()}
        self._rare = math.log(1 + len(known))

    def weight(self, term: Term) -> float:
        """How much a term tells: the rarer, the more; generic and light words little."""
        weight = min(self._idf.get(c, self._rare) for c in term.concepts)
        if not term.concepts.isdisjoint(_GENERIC):
            return weight * _GENERIC_WEIGHT
        return weight * _LIGHT_WEIGHT if term.concepts <= _LIGHT_STEMS else weight

    def tells(self, term: Term) -> bool:
        """Whether a term says what is meant, as generic and light words and those that many names share do not."""
        return self.weight(term) >= _TELLING * self._rare


class Asked:
    """A question's content as bits.

    Args:
        content: its terms.
        weights: how much each tells.
    """

    def __init__(self, content: Sequence[Term], weights: Weights) -> None:
        self.content = tuple(content)
        self.concepts = frozenset(c for t in content for c in t.concepts)
        self._weights = [weights.weight(t) for t in content]
        self._total = sum(self._weights) or 1.0
        self._bits: dict[str, int] = {}
        for i, term in enumerate(content):
            for concept in term.concepts:
                self._bits[concept] = self._bits.get(concept, 0) | 1 << i
        self._shares: dict[int, float] = {}
        self._unsaid: dict[int, tuple[str, ...]] = {}

    def mask(self, concepts: frozenset[str]) -> int:
        """The bits of the terms that these concepts say."""
        found = 0
        for concept in self.concepts & concepts:
            found |= self._bits[concept]
        return found

    def share(self, mask: int) -> float:
        """The share of the question's weight that a mask says, 0..1."""
        share = self._shares.get(mask)
        if share is None:
            share = sum(w for i, w in enumerate(self._weights) if mask >> i & 1) / self._total
            self._shares[mask] = share
        return share

    def unsaid(self, mask: int) -> tuple[str, ...]:
        """The words that a mask leaves unsaid."""
        unsaid = self._unsaid.get(mask)
        if unsaid is None:
            unsaid = tuple(t.text for i, t in enumerate(self.content) if not mask >> i & 1)
            self._unsaid[mask] = unsaid
        return unsaid


class Name:
    """A wording with its terms weighed once.

    Args:
        number: its place among all names.
        text: the wording.
        weights: how much each term tells.
    """

    __slots__ = ("concepts", "number", "parts", "text", "total")

    def __init__(self, number: int, text: str, weights: Weights) -> None:
        own = terms(text)
        self.number = number
        self.text = text
        self.parts = tuple((t.concepts, weights.weight(t)) for t in own)
        self.total = sum(w for _, w in self.parts) or 1.0
        self.concepts = frozenset(c for t in own for c in t.concepts)

    def said(self, asked: Asked) -> float:
        """The share of the name that the question says, 0..1."""
        return sum(w for concepts, w in self.parts if not asked.concepts.isdisjoint(concepts)) / self.total


class Heard:
    """Which of many names a question says something of: those that share no concept with it are never looked at."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._names = names
        found: dict[str, list[Name]] = {}
        for name in names:
            for concept in name.concepts:
                found.setdefault(concept, []).append(name)
        self._of_concept = found

    def by(self, asked: Asked) -> dict[int, tuple[int, float]]:
        """Of each such name, by its number: what it says of the question as bits, and the share of it that is said."""
        found: dict[int, tuple[int, float]] = {}
        for concept in asked.concepts:
            for name in self._of_concept.get(concept, ()):
                if name.number not in found:
                    found[name.number] = (asked.mask(name.concepts), name.said(asked))
        return found
