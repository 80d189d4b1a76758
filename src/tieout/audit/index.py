"""Checks of the content index: pointers that lead nowhere, omissions without a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tieout.audit.finding import AuditFinding
from tieout.audit.rules import Rule
from tieout.model import Disclosure, DisclosureStatus

_NUMBERED = re.compile(r"(?<![\w.])\d{1,2}(?:\.\d{1,2}){1,3}(?![\w.])")  # not the C1.2a of another document


def _name(d: Disclosure) -> str:
    return f"{d.framework}:{d.code}"


def pointers_resolve(disclosures: Sequence[Disclosure], rule: Rule) -> Iterator[AuditFinding]:
    """A row that points to a numbered section points to one that the report has."""
    for d in disclosures:
        if not d.indexed or d.passage is None:
            continue
        known = {at.section.split("~")[0].removeprefix("s") for at in d.locations if at.section}
        missing = [n for n in dict.fromkeys(_NUMBERED.findall(d.references)) if n not in known]
        if missing and not any(at.section or at.page for at in d.locations):
            yield AuditFinding(
                d.report, "index_wrong_section", rule.severity,
                f"{_name(d)} points to {', '.join(missing)}, which is not there",
                f"The index cites “{d.references}”; no section of the report has this number or title.",
                (d.passage,), rule.id, (_name(d),),
            )  # fmt: skip


def reasons_are_given(disclosures: Sequence[Disclosure], rule: Rule) -> Iterator[AuditFinding]:
    """A clause that is left out has the company's reason."""
    for d in disclosures:
        if d.indexed and d.status is DisclosureStatus.STATED_ABSENT and not d.explanation and d.passage is not None:
            yield AuditFinding(
                d.report, "no_reason", rule.severity, f"{_name(d)} is left out without a reason",
                "The index marks the clause as left out and gives no reason.", (d.passage,), rule.id, (_name(d),),
            )  # fmt: skip
