"""The audit's rules as data: ``ontology/checks.tsv`` read once."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from tieout.errors import OntologyError

_SUM = re.compile(r"(?:sum\()?([\w-]+)(?:\[[\w-]+\](?:\+[\w-]+\[[\w-]+\])*)?\)?==([a-z][\w-]+)")
_PRODUCT = re.compile(r"([\w-]+)\*([\w-]+)==([\w-]+)")
_MEAN = re.compile(r"wmean\(([\w-]+),([\w-]+)\)")
_RATIO = re.compile(r"([\w-]+)/([\w-]+)==([\w-]+)")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its id, kind, formula over metric ids, severity ("info" counts as low), message and tolerance."""

    id: str
    name: str
    kind: str
    formula: str
    severity: str
    message: str
    tolerance: str = ""

    @property
    def slack(self) -> Decimal:
        """The relative tolerance ("0.5%" is 0.005); zero where rounding alone counts."""
        return Decimal(self.tolerance[:-1]) / 100 if self.tolerance.endswith("%") else Decimal(0)

    def split(self) -> tuple[str, str] | None:
        """(metric of the parts, metric of the whole) of a rule that a split adds up; None for another rule."""
        found = _SUM.fullmatch(self.formula.replace(" ", ""))
        return (found[1], found[2]) if found and self.kind == "sum" else None

    def ratio(self) -> tuple[str, str, str] | None:
        """(amount, denominator, intensity) of a rule that an intensity follows; None for another rule."""
        found = _RATIO.fullmatch(self.formula.replace(" ", ""))
        return (found[1], found[2], found[3]) if found and self.kind == "ratio" else None

    def product(self) -> tuple[str, str, str] | None:
        """(amount, factor, result) of a rule that a product follows; None for another rule."""
        found = _PRODUCT.fullmatch(self.formula.replace(" ", ""))
        return (found[1], found[2], found[3]) if found and self.kind == "product" else None

    def weighted(self) -> tuple[tuple[str, str], ...]:
        """(average by a split, heads by the same split) pairs that imply one average of all; empty for another rule."""
        return tuple((m[1], m[2]) for m in _MEAN.finditer(self.formula.replace(" ", "")))


def load_rules(ontology: Path) -> dict[str, Rule]:
    """All rules by id.

    Raises:
        OntologyError: the table is missing or lacks a column.
    """
    path = ontology / "checks.tsv"
    try:
        rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines(), delimiter="\t"))
        rules = [
            Rule(
                r["check_id"],
                r["name"],
                r["kind"],
                r["formula"],
                r["severity"].replace("info", "low"),
                r["message"],
                r["tolerance"],
            )
            for r in rows
        ]
    except (OSError, KeyError) as error:
        raise OntologyError(f"the table of checks cannot be read ({error})", subject=str(path)) from error
    return {rule.id: rule for rule in rules}
