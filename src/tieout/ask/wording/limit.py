"""The figure that a yes-or-no question compares with: "is it above 5,000?"."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tieout.ask.wording.bounds import bounds
from tieout.ask.wording.question import Reading
from tieout.patterns import lazy

_LIMIT = lazy(
    r"\b(?:(?P<over>above|over|more than|greater than|higher than|larger than|beyond|exceed(?:ed|s)?|in excess of|surpass(?:ed)?|top(?:ped)?)"
    r"|(?P<under>below|under|less than|fewer than|lower than|smaller than|short of)"
    r"|(?P<least>at least|no less than|no fewer than|reach(?:ed)?)|(?P<most>at most|no more than|up to))"
    r" (?:the )?(?P<figure>\d[\d,]*(?:\.\d+)?)(?![\d/-]| to \d)(?: (?P<scale>thousand|million|billion))?"
)


@dataclass(frozen=True, slots=True)
class Limit:
    """A figure that a yes-or-no question compares with; ``span`` is its half-open place in the folded text."""

    way: str
    figure: Decimal
    span: tuple[int, int]

    def of_class(self, label: str) -> bool:
        """Whether a printed label has it as the bound of a class: staff over 50 are no count held against 50."""
        return (self.way, str(self.figure)) in bounds(label)

    def holds(self, value: Decimal) -> bool:
        """Whether a value is on the side asked about."""
        if self.way == "over":
            return value > self.figure
        if self.way == "under":
            return value < self.figure
        return value >= self.figure if self.way == "least" else value <= self.figure


def limit(reading: Reading) -> Limit | None:
    """The figure that a yes-or-no question compares with, or None; a year is no such figure."""
    every = list(_LIMIT.finditer(reading.folded)) if reading.yes_no else []
    found = every[-1] if every else None
    if found is None or found["figure"] in reading.years:
        return None
    scale = {"thousand": 3, "million": 6, "billion": 9}.get(found["scale"] or "", 0)
    way = next(name for name in ("over", "under", "least", "most") if found[name])
    return Limit(way, Decimal(found["figure"].replace(",", "")).scaleb(scale), found.span())
