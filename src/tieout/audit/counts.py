"""Index rows that ask for a number of incidents, against where the report prints that number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tieout.audit.finding import AuditFinding
from tieout.audit.places import Places
from tieout.audit.rules import Rule
from tieout.model import Disclosure, DisclosureStatus, Observation, Origin

_COUNTED = re.compile(
    r"\b(?:incidents?|cases?|violations?|breach(?:es)?|complaints?|lawsuits?|penalt(?:y|ies))\b", re.IGNORECASE
)
_NONE = re.compile(r"\b(?:no|zero|none|not|never|\d[\d,]*)\b", re.IGNORECASE)


def counts_stand_where_cited(
    observations: Sequence[Observation], disclosures: Sequence[Disclosure], rules: Sequence[Rule], places: Places
) -> Iterator[AuditFinding]:
    """A row cites a section that tells the number of incidents, where the report tells it at all.

    Silent where a cited page speaks of such incidents with a number or a denial.
    """
    sizes = Counter(o.passage.page for o in observations if o.origin is Origin.TABLE)
    for rule in (r for r in rules if r.kind == "count"):
        speaks = rule.speaks()
        counted = [
            o
            for o in observations
            if o.value is not None and speaks.search(o.indicator) and _COUNTED.search(o.indicator)
        ]
        for d in disclosures:
            if not d.indexed or d.status is not DisclosureStatus.REPORTED or d.passage is None:
                continue
            runs = places.cited(d) if counted and rule.covers(f"{d.framework}:{d.code}") else []
            if not runs or any(run.page == o.passage.page for run in runs for o in counted):
                continue
            if any(speaks.search(s) and _COUNTED.search(s) and _NONE.search(s) for _, s in places.sentences(runs)):
                continue
            best = max(counted, key=lambda o: (sizes[o.passage.page], -o.passage.page, -o.passage.start))
            yield AuditFinding(
                d.report, "index_wrong_section", rule.severity,
                f"{d.framework}:{d.code} points to {d.references[:60]}, but the number is on page {best.passage.page}",
                f"{rule.message}: “{best.indicator}” is {best.raw_value} on page {best.passage.page}.",
                (d.passage, best.passage), rule.id, (f"{d.framework}:{d.code}",),
            )  # fmt: skip
