"""What an audit yields: findings, each with the places on the page that show it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from tieout.model import Passage

SEVERITIES = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class AuditFinding:
    """Two or more places of a report that do not fit together.

    ``kind`` is a word for programs, ``check`` the id of the rule; ``quotes`` are as short as proves it, at most four.
    """

    report: str
    kind: str
    severity: str
    title: str
    explanation: str
    quotes: tuple[Passage, ...]
    check: str
    clauses: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """An id made of the check and the places, so that the same finding keeps its name."""
        places = " ".join(f"{q.page}:{q.start}-{q.end}" for q in self.quotes)
        return f"{self.check}-{hashlib.sha256(f'{self.report} {places} {self.title}'.encode()).hexdigest()[:8]}"

    @property
    def rank(self) -> tuple[int, int, int, str]:
        """Most severe first, then page order."""
        first = self.quotes[0] if self.quotes else Passage(self.report, 0, 0, 0, "")
        return (SEVERITIES.index(self.severity), first.page, first.start, self.id)
