"""The group headings a row stands under, as a state that rows change on their way down a table."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from tieout.extract.kpi.dimensions import belongs, dimension_of_heading
from tieout.text import fold


@dataclass(slots=True)
class Groups:
    """The headings a row stands under; changes as rows go by."""

    caption: str = ""
    above: list[str] = field(default_factory=list)
    kind: str = ""
    unit: str = ""
    mark: str = ""
    first_label: str = ""
    whole: bool = False
    totals: list[Decimal] = field(default_factory=list)
    members: int = 0

    def enter(self, headings: list[tuple[str, str, str]]) -> None:
        """New headings as (text, unit, mark): one that names a dimension replaces its sibling, others all above."""
        texts = [text for text, _, _ in headings]
        kind = dimension_of_heading(texts[-1])
        bare = bool(kind) and len(texts) == 1
        if bare:
            within = " " not in texts[0].strip()
            self.above = [t for t in self.above if not dimension_of_heading(t) or (within and " by " in fold(t))][
                -2:
            ] + texts
        else:
            self.above = texts
        self.whole = False
        self.unit = headings[-1][1] or (self.unit if bare and " " not in texts[0].strip() else "")
        self.kind = kind
        self.mark = headings[-1][2]
        self.first_label = ""
        self.totals, self.members = [], 0

    def leave(self, *, unit: str = "") -> None:
        """The group is over; headings that name no dimension stay, and so does ``unit``."""
        self.above = [t for t in self.above if not dimension_of_heading(t)]
        self.kind = self.first_label = self.mark = ""
        self.unit = unit
        self.totals, self.members = [], 0

    def printed(self) -> str:
        """The headings, outermost first."""
        return " > ".join(t for t in (self.caption, *self.above) if t)

    def stays(self, label: str, values: list[Decimal], flat: bool) -> bool:
        """Whether a row without a heading of its own still belongs to the group.

        A row that equals the sum of the group's members is their total. In flattened text nothing else ends a group, so
        that its rows must look alike; members of gender and age groups must name one everywhere.
        """
        if (self.members > 1 and values == self.totals and any(values)) or fold(label) in {"total", "sum", "all"}:
            return False
        if self.whole and self.kind not in {"gender", "age"}:
            return True
        if flat or self.kind in {"gender", "age"}:
            return belongs(label, self.kind, self.first_label)
        return True

    def count(self, values: list[Decimal]) -> None:
        """Add a member's values to the running totals."""
        before = self.totals if len(self.totals) == len(values) else [Decimal(0)] * len(values)
        self.totals = [a + b for a, b in zip(before, values, strict=True)]
        self.members += 1
