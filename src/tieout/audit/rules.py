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
    """One rule: its id, kind, formula over metric ids, severity ("info" counts as low), message and tolerance.

    ``subjects`` are the metrics or clauses it is for; "*" at the end stands for any ending.
    """

    id: str
    name: str
    kind: str
    formula: str
    severity: str
    message: str
    tolerance: str = ""
    subjects: tuple[str, ...] = ()

    def covers(self, name: str) -> bool:
        """Whether the rule is for this clause or metric."""
        return any(name.startswith(s[:-1]) if s.endswith("*") else name == s for s in self.subjects)

    def speaks(self) -> re.Pattern[str]:
        """The words of a rule about what a text must speak of: "tax*|levy"."""
        alternatives = (re.escape(w).replace(r"\*", r"\w*").replace(r"\ ", r"[\s-]+") for w in self.formula.split("|"))
        return re.compile(rf"\b(?:{'|'.join(alternatives)})\b", re.IGNORECASE)

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
                tuple(r["kpi_ids"].split("|")),
            )
            for r in rows
        ]
    except (OSError, KeyError) as error:
        raise OntologyError(f"the table of checks cannot be read ({error})", subject=str(path)) from error
    return {rule.id: rule for rule in rules}
