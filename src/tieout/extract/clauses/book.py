"""The clauses of the catalogue as an index reader needs them: by framework, code and edition, in the printed order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tieout.model import Catalogue, Clause

_PARTS = re.compile(r"\d+|[^\W\d_]+")


# Words of codes that stand in the standard's own order rather than in the alphabet's: ESRS, then the pillars of TCFD.
_RANKS = {
    word: f" {rank:02}"
    for rank, word in enumerate(("BP", "GOV", "SBM", "IRO", "MDR", "STR", "RM", "MT", "E", "S", "G"))
}


def natural_key(code: str) -> tuple[tuple[int, int | str], ...]:
    """A sort key that puts "2-9" before "2-10", "A1" before "A1.1" and "SBM-1" before "E1-1"; numbers before words."""
    parts = _PARTS.findall(code[:80])
    return tuple((0, int(part)) if part.isdigit() else (1, _RANKS.get(part, part)) for part in parts)


@dataclass(frozen=True, slots=True)
class ClauseBook:
    """Clauses of one framework. ``editions`` maps a code to its clauses, oldest edition first."""

    framework: str
    editions: dict[str, tuple[Clause, ...]]

    def __contains__(self, code: str) -> bool:
        return code in self.editions

    def find(self, code: str, edition: str = "", year: int = 0) -> Clause | None:
        """The clause of this code: of ``edition`` where that is known, else the newest not younger than ``year``."""
        found = self.editions.get(code)
        if not found:
            return None
        for clause in found:
            if edition and clause.edition == edition:
                return clause
        if year:
            dated = [c for c in found if c.edition.isdigit() and int(c.edition) <= year]
            if dated:
                return dated[-1]
        return found[-1]

    def children(self, parent: str) -> tuple[Clause, ...]:
        """The clauses directly below the clause id ``parent``, in printed order."""
        below = [c for clauses in self.editions.values() for c in clauses if c.parent == parent]
        return tuple(sorted(below, key=lambda c: natural_key(c.code)))


@lru_cache(maxsize=4)
def books(catalogue: Catalogue) -> dict[str, ClauseBook]:
    """One book a framework, by framework id."""
    grouped: dict[str, dict[str, list[Clause]]] = {}
    for clause in catalogue.clauses:
        grouped.setdefault(clause.framework, {}).setdefault(clause.code, []).append(clause)
    return {
        framework: ClauseBook(
            framework,
            {code: tuple(sorted(found, key=lambda c: (c.edition, c.version))) for code, found in codes.items()},
        )
        for framework, codes in sorted(grouped.items())
    }
