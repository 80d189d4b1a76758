"""Which rows an index has: the rule book's edition, rows for many duties at once, a zero told as not applicable."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tieout.audit.finding import AuditFinding
from tieout.audit.rules import Rule
from tieout.model import Disclosure, DisclosureStatus, Passage, Report

_PART_D = re.compile(r"(?:Part )?D(?:\b|\d)")
_BEFORE_2025 = ("A1.2", "A4", "A4.1")
_EARLY = re.compile(r"\bearly[- ]adopt\w*|\badopted early\b|\bvoluntar\w+ (?:adopt|appl)\w*", re.IGNORECASE)
_ZERO = re.compile(
    r"\b(?:has|have|had|was|were|is|are) (?:not|never) (?:been )?"
    r"(?:subject to|involved in|recorded|received|identified|subjected)\b"
    r"|\b(?:there (?:was|were|is|are) no|no) [\w -]{0,60}\b"
    r"(?:recall(?:s|ed)?|cases?|incidents?|complaints?|fatalit\w+|accidents?|occurred|recorded|received)\b"
    r"|\bdid not (?:receive|record|have any|experience)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b(?:number|percentage|rate|total|incidents|cases)\b", re.IGNORECASE)
_NOT_APPLICABLE = re.compile(r"\b(?:not applicable|n/a)\b", re.IGNORECASE)
_REDONE = re.compile(
    r"\b(?:have|has|had|were|was) (?:also )?(?:been )?(?:re-?calculated|restated|re-?computed)\b"
    r"|\b(?:adjustment|correction|restatement|recalculation|revision)s? of (?:the )?(?:previous|prior)[- ]year"
    r"|\b(?:previous|prior)[- ]year[^.;]{0,60}\b(?:have|has|were|was) (?:also )?(?:been )?"
    r"(?:adjusted|corrected|revised)\b",
    re.IGNORECASE,
)
_NONE_REDONE = re.compile(
    r"\b(?:no|without(?: any)?) (?:\w+ )?(?:corrections?|restatements?|adjustments?|recalculations?|revisions?)\b"
    r"|\b(?:nothing|none|not) (?:was |were |been |has been |have been )?(?:restated|corrected|adjusted|recalculated)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?;•\n]{1,400}")


def edition_in_force(disclosures: Sequence[Disclosure], report: Report, rule: Rule) -> Iterator[AuditFinding]:
    """A year before 2025 is told by the aspects of HKEX C2 then in force, unless the report says it adopts early."""
    rows = {d.code: d for d in disclosures if d.framework == "hkex-c2" and d.indexed and d.passage is not None}
    climate = next((d for code, d in rows.items() if _PART_D.match(code)), None)
    if climate is None or not report.period.isdigit() or int(report.period) > 2024:
        return
    if any(code in rows for code in _BEFORE_2025) or any(_EARLY.search(p.body.text) for p in report.pages):
        return
    around = [rows[code].passage for code in ("A1.1", "A1.3") if code in rows]
    quotes = tuple(_head(q) for q in (*around, climate.passage) if q is not None)
    if len(quotes) >= 2:
        yield AuditFinding(
            report.id, "framework_version", rule.severity,
            f"{rule.message}: {report.period} is told by the Code that begins with 2025",
            "The index has Part D (in force for years from 1 January 2025) and neither A1.2 nor A4 (in force before); "
            "no early adoption is stated.", quotes, rule.id, (f"hkex-c2:{climate.code}",),
        )  # fmt: skip


def _head(row: Passage, most: int = 8) -> Passage:
    """The first words of a row: its code and title."""
    ends = [m.end() for m in re.finditer(r"\S+", row.quote)][:most]
    return Passage(row.report, row.page, row.start, row.start + ends[-1], row.quote[: ends[-1]]) if ends else row


def duties_have_rows(disclosures: Sequence[Disclosure], rule: Rule) -> Iterator[AuditFinding]:
    """Part D of HKEX C2 is not one row with one status."""
    rows = [d for d in disclosures if d.framework == "hkex-c2" and d.indexed and _PART_D.match(d.code) and d.passage]
    if len(rows) == 1 and rows[0].code.startswith("Part") and rows[0].passage is not None:
        yield AuditFinding(
            rows[0].report, "index_granularity", rule.severity, f"{rule.message}: {rows[0].code}",
            "The index gives one status to all paragraphs of the part.", (_head(rows[0].passage),), rule.id,
            (f"hkex-c2:{rows[0].code}",),
        )  # fmt: skip


def zeros_are_disclosed(disclosures: Sequence[Disclosure], rule: Rule) -> Iterator[AuditFinding]:
    """A clause that counts something is not "not applicable" where the reason says that there was none."""
    for d in disclosures:
        if d.status is not DisclosureStatus.STATED_ABSENT or not d.indexed or d.passage is None:
            continue
        if _ZERO.search(d.explanation) and _COUNTED.search(d.title) and _NOT_APPLICABLE.search(d.passage.quote):
            yield AuditFinding(
                d.report, "status_misuse", rule.severity,
                f"{d.framework}:{d.code} is called not applicable, the fact is zero",
                f"The reason says: “{d.explanation[:160]}”. A zero is a disclosure.", (d.passage,), rule.id,
                (f"{d.framework}:{d.code}",),
            )  # fmt: skip


def restatements_are_indexed(disclosures: Sequence[Disclosure], report: Report, rule: Rule) -> Iterator[AuditFinding]:
    """Figures that a note calls recalculated or restated are told under GRI 2-4, if the index has the row."""
    row = next((d for d in disclosures if (d.framework, d.code) == ("gri", "2-4") and d.indexed and d.passage), None)
    if row is None or row.passage is None:
        return
    denied = _NONE_REDONE.search(row.passage.quote) is not None
    silent = row.status in (DisclosureStatus.NOT_FOUND, DisclosureStatus.STATED_ABSENT)
    said = _redone(report) if silent or denied else None
    if said is not None:
        names = "says that nothing was restated" if denied else "names no restatement"
        yield AuditFinding(
            report.id, "restatement_index", rule.severity, rule.message,
            f"Page {said.page} says that figures were calculated anew; the row 2-4 {names}.",
            (said, row.passage), rule.id, ("gri:2-4",),
        )  # fmt: skip


def _redone(report: Report) -> Passage | None:
    """The first sentence that says that emissions, figures or data were calculated anew."""
    for page in report.pages:
        for found in _SENTENCE.finditer(page.body.text):
            text = found.group()
            if _REDONE.search(text) and re.search(r"\b(?:emissions?|figures?|data|values?|consumption)\b", text):
                start = found.start() + len(text) - len(text.lstrip())
                return report.passage(page, start, found.start() + len(text.rstrip()))
    return None
