"""Every check in its order: a report's facts to findings, most severe first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tieout.audit.arithmetic import intensities_follow, mentions_agree, splits_add_up
from tieout.audit.codes import (
    duties_have_rows,
    edition_in_force,
    restatements_are_indexed,
    zeros_are_disclosed,
)
from tieout.audit.counts import counts_stand_where_cited
from tieout.audit.evidence import rows_are_borne_out
from tieout.audit.factors import factor_is_used
from tieout.audit.finding import AuditFinding
from tieout.audit.history import notes_agree, precision_is_kept
from tieout.audit.implied import implied_ratios
from tieout.audit.index import pointers_resolve, reasons_are_given
from tieout.audit.places import Places
from tieout.audit.rows import groups_differ, parts_fit_in
from tieout.audit.rules import load_rules
from tieout.audit.swaps import digits_changed_places
from tieout.audit.weights import averages_agree, groups_reconcile
from tieout.audit.wording import (
    boundary_is_one,
    horizons_are_disjoint,
    language_is_one,
    participants_are_counted,
    section_numbers_are_unique,
    surveys_tell_their_rate,
)
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
    places = Places(report, disclosures)
    found += rows_are_borne_out(disclosures, list(rules.values()), places)
    found += counts_stand_where_cited(observations, disclosures, list(rules.values()), places)
    found += digits_changed_places(observations, report, rules["CHK-NARR-TABLE"], found)
    found += edition_in_force(disclosures, report, rules["CHK-FRAMEWORK-VERSION"])
    found += duties_have_rows(disclosures, rules["CHK-INDEX-GRANULARITY"])
    found += zeros_are_disclosed(disclosures, rules["CHK-STATUS-MISUSE"])
    found += restatements_are_indexed(disclosures, report, rules["CHK-RESTATE-INDEX"])
    found += horizons_are_disjoint(report, rules["CHK-HORIZON"])
    found += surveys_tell_their_rate(observations, report, rules["CHK-SURVEY-RATE"])
    found += participants_are_counted(observations, report, rules["CHK-PERSON-TIMES"])
    found += section_numbers_are_unique(report, rules["CHK-SECTION-UNIQUE"])
    found += language_is_one(report, rules["CHK-LANG-RESIDUE"])
    found += boundary_is_one(report, rules["CHK-BOUNDARY"])
    found += groups_differ(observations, rules["CHK-DUPLICATE-ROW"])
    found += parts_fit_in(observations, rules["CHK-PART-LE-WHOLE"])
    checked = {
        "figures": len(observations),
        "figures with a metric": sum(bool(o.metric) for o in observations),
        "index rows": sum(d.indexed for d in disclosures),
        "sum rules": sum(rule.split() is not None for rule in rules.values()),
        "intensity rules": sum(rule.ratio() is not None for rule in rules.values()),
    }
    return Audit(tuple(sorted(found, key=lambda f: f.rank)), checked)
