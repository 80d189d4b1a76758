"""Rows of one table against each other: equal values of two groups, parts above their whole."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from tieout.audit.finding import AuditFinding
from tieout.audit.rules import Rule
from tieout.model import Observation, Origin
from tieout.quantities import significant

# People come and go within a year, so those trained may outnumber those employed at its end; these do not.
_NOUNS = r"(suppliers|vendors|directors|products|sites|branches|stores|facilities|contracts)"
_WHOLE = re.compile(rf"total (?:number of )?(?:[\w-]+ ){{0,2}}?{_NOUNS}", re.IGNORECASE)
_PART = re.compile(
    rf"(?:total )?(?:number of )?(?:[\w-]+ ){{0,2}}?{_NOUNS} "
    r"(?:inspected|assessed|reviewed|audited|screened|evaluated|certified|covered|trained|terminated|suspended|that|which|whose|who|with|subject)\b",
    re.IGNORECASE,
)
_TELLING = 5  # digits that two groups hardly share by chance


def groups_differ(observations: Sequence[Observation], rule: Rule) -> Iterator[AuditFinding]:
    """Two groups of one split do not share a figure of five digits and more in the last year."""
    latest = max((o.period for o in observations if o.origin is Origin.TABLE), default="")
    splits: dict[tuple[int, str, str, str], list[Observation]] = defaultdict(list)
    for o in observations:
        if (
            o.origin is Origin.TABLE
            and o.period == latest
            and len(o.dimensions) == 1
            and significant(o.raw_value) >= _TELLING
        ):
            splits[(o.passage.page, o.table, o.group, o.metric or o.indicator)].append(o)
    for _, members in sorted(splits.items()):
        first: dict[str, Observation] = {}
        for o in members:
            twin = first.setdefault(o.raw_value, o)
            if twin.dimensions != o.dimensions and twin.passage != o.passage:
                yield AuditFinding(
                    o.report, "duplicate_row", rule.severity,
                    f"{twin.indicator} and {o.indicator} have the same {o.raw_value} ({o.period})",
                    f"{rule.message}: two groups hardly share a figure of {significant(o.raw_value)} digits.",
                    (twin.passage, o.passage), rule.id,
                )  # fmt: skip


def parts_fit_in(observations: Sequence[Observation], rule: Rule) -> Iterator[AuditFinding]:
    """A row that counts some of the suppliers (sites, products …) is not above the row that counts all of them."""
    wholes: dict[tuple[int, str, str, str], Observation] = {}
    for o in observations:
        if o.origin is Origin.TABLE and o.value is not None and (said := _WHOLE.fullmatch(o.indicator)):
            wholes.setdefault((o.passage.page, o.table, said[1].casefold(), o.period), o)
    told = set()
    for o in observations:
        said = _PART.match(o.indicator) if o.origin is Origin.TABLE and o.value is not None else None
        whole = wholes.get((o.passage.page, o.table, said[1].casefold(), o.period)) if said else None
        if whole is None or whole.value is None or o.value is None or o.value <= whole.value or o.passage in told:
            continue
        if o.unit != whole.unit:
            continue
        told.add(o.passage)
        yield AuditFinding(
            o.report, "part_above_whole", rule.severity,
            f"{o.indicator}: {o.raw_value} of {whole.raw_value} ({o.period})",
            f"{rule.message}: {whole.indicator} is {whole.raw_value}, {o.indicator} is {o.raw_value}.",
            (o.passage, whole.passage), rule.id,
        )  # fmt: skip
