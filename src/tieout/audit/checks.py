"""Every check in its order: a report's facts to findings, most severe first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tieout.audit.arithmetic import intensities_follow, mentions_agree, splits_add_up
from tieout.audit.factors import factor_is_used
from tieout.audit.finding import AuditFinding
from tieout.audit.history import notes_agree, precision_is_kept
from tieout.audit.implied import implied_ratios
from tieout.audit.index import pointers_resolve, reasons_are_given
from tieout.audit.rules import load_rules
from tieout.audit.weights import averages_agree, groups_reconcile
from tieout.model import Disclosure, Observation, Report


@dataclass(frozen=True, slots=True)
class Audit:
    """The findings of one report and how many things were looked at, by name."""

    findings: tuple[AuditFinding, ...]
    checked: dict[str, int]


def audit_report(
    observations: Sequence[Observation], disclosures: Sequence[Disclosure], report: Report, ontology: Path
) -> Audit:
    """Run every check on one report's facts.

    Args:
        observations: the report's figures with their metrics.
        disclosures: its statements to clauses.
        report: the report as read, for what its sentences and sections say.
        ontology: the folder of the rules.
    """
    rules = load_rules(ontology)
    found: list[AuditFinding] = []
    for rule in rules.values():
        found += splits_add_up(observations, rule)
        found += intensities_follow(observations, rule)
        found += averages_agree(observations, rule)
    found += implied_ratios(observations, rules["CHK-DENOM-CONSISTENT"], found)
    found += factor_is_used(observations, report, rules["CHK-S2-FACTOR"])
    found += groups_reconcile(observations, rules["CHK-TURNOVER-RECON"])
    found += precision_is_kept(observations, rules["CHK-YOY-PRECISION"])
    found += notes_agree(observations, rules["CHK-NOTE-DIRECTION"])
    found += mentions_agree(observations, rules["CHK-NARR-TABLE"])
    found += pointers_resolve(disclosures, rules["CHK-INDEX-SECTION"])
    found += reasons_are_given(disclosures, rules["CHK-EXPLAIN-REASON"])
    checked = {
        "figures": len(observations),
        "figures with a metric": sum(bool(o.metric) for o in observations),
        "index rows": sum(d.indexed for d in disclosures),
        "sum rules": sum(rule.split() is not None for rule in rules.values()),
        "intensity rules": sum(rule.ratio() is not None for rule in rules.values()),
    }
    return Audit(tuple(sorted(found, key=lambda f: f.rank)), checked)
