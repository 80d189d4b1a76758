"""The emission factor that a note states, against Scope 2 and purchased electricity of each year the note speaks for.

A stated factor and a stated recalculation are claims that the table can bear out or not: emissions over electricity
gives the factor that was in fact used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tieout.audit.arithmetic import Interval, apart, interval, shown, whole
from tieout.audit.finding import AuditFinding
from tieout.audit.rules import Rule
from tieout.model import Observation, Origin, Page, Passage, Report

_REDONE = re.compile(
    r"\b(?:re-?calculated|restated|re-?computed|recast|adjusted retrospectively)\b[^.]{0,120}\b(?:factors?|method\w*)\b"
    r"|\b(?:factors?|method\w*)\b[^.]{0,160}\b(?:re-?calculated|restated|re-?computed|recast)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SENTENCE_END = re.compile(r"\.(?=\s|$)")
_REACH = 900  # a claim belongs to the factor of its own note


def _factor(observations: Sequence[Observation], metric: str) -> Observation | None:
    """The one grid factor of the report; None where it states several (countries, years) or none."""
    stated = [o for o in observations if o.metric == metric and o.value_canonical and interval(o)]
    return stated[0] if stated and len({o.value_canonical for o in stated}) == 1 else None


def _claim(report: Report, page: Page, factor: Observation) -> tuple[Passage, tuple[str, ...]] | None:
    """The sentence near the factor that says which years were calculated anew with it, and these years."""
    text = page.body.text
    centre = page.body.derived_index(factor.passage.start)
    for found in _REDONE.finditer(text, max(0, centre - _REACH), min(len(text), centre + _REACH)):
        start = max(
            (m.end() for m in _SENTENCE_END.finditer(text, max(0, found.start() - 300), found.start())),
            default=found.start(),
        )
        closing = _SENTENCE_END.search(text, found.end(), found.end() + 300)
        end = closing.start() if closing else found.end()
        start += len(text[start:end]) - len(text[start:end].lstrip())
        years = tuple(dict.fromkeys(_YEAR.findall(text[start:end])))
        if years:
            return report.passage(page, start, end), years
    return None


def _implied(amount: Observation, base: Observation) -> Interval | None:
    top, bottom = interval(amount), interval(base)
    if top is None or bottom is None or bottom[0] <= 0:
        return None
    return top[0] / bottom[1], top[1] / bottom[0]


def factor_is_used(observations: Sequence[Observation], report: Report, rule: Rule) -> Iterator[AuditFinding]:
    """Scope 2 is electricity times the stated factor in every year the note claims.

    Silent where no year follows the factor: Scope 2 then holds more than this electricity (heat, several grids).
    """
    ids = rule.product()
    if ids is None:
        return
    base_metric, factor_metric, amount_metric = ids
    factor = _factor(observations, factor_metric)
    stated = interval(factor) if factor is not None else None
    page = next((p for p in report.pages if factor is not None and p.number == factor.passage.page), None)
    if factor is None or stated is None or page is None or factor.value_canonical is None:
        return
    slack = factor.value_canonical * rule.slack
    allowed = (stated[0] - slack, stated[1] + slack)
    rows: dict[str, tuple[Observation, Observation, Interval]] = {}
    for year in sorted({o.period for o in observations if o.metric == amount_metric and o.origin is Origin.TABLE}):
        amount, base = whole(observations, amount_metric, year), whole(observations, base_metric, year)
        span = _implied(amount, base) if amount is not None and base is not None else None
        if amount is not None and base is not None and span is not None:
            rows[year] = (amount, base, span)
    claim = _claim(report, page, factor)
    years = claim[1] if claim else (factor.period,)
    wrong = [y for y in years if y in rows and apart(rows[y][2], allowed)]
    if not wrong or not any(not apart(span, allowed) for _, _, span in rows.values()):
        return
    told = "; ".join(_told(year, *rows[year], factor, year in wrong) for year in years if year in rows)
    says = f"The note says that {', '.join(claim[1])} were calculated anew with it. " if claim else ""
    amount, base, _ = rows[wrong[-1]]
    figure = factor.raw_value
    yield AuditFinding(
        factor.report, "restatement_claim_false" if claim else "factor", rule.severity,
        f"{amount.indicator} of {', '.join(wrong)} do not follow from the stated emission factor {figure}",
        f"{says}Emissions over electricity, {told}; the stated factor is {figure}.",
        (factor.passage, *((claim[0],) if claim else ()), amount.passage, base.passage), rule.id,
    )  # fmt: skip


def _told(year: str, amount: Observation, base: Observation, span: Interval, factor: Observation, wrong: bool) -> str:
    """The factor that a year implies and, where it is another one, what the stated one would give."""
    implied = f"{year}: {amount.raw_value} / {base.raw_value} = {shown((span[0] + span[1]) / 2)}"
    if not wrong or base.value_canonical is None or factor.value_canonical is None:
        return implied
    product = (base.value_canonical * factor.value_canonical).quantize(Decimal("0.01"))
    return f"{implied}, with {factor.value_canonical} it would be {shown(product)}"
