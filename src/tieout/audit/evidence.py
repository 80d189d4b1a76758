"""Index rows marked as reported, against what the sections they cite speak of.

Only rows that resolve to sections of the report are judged, with everything that lies under these sections.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tieout.audit.finding import AuditFinding
from tieout.audit.places import Places, Stretch
from tieout.audit.rules import Rule
from tieout.model import Disclosure, DisclosureStatus, Passage

_TARGET = re.compile(
    r"\b(?:targets?|targeted|goals?|objectives?|aims? (?:to|for|at)|aiming|pledges?|pledged|net[- ]zero|neutrality"
    r"|by (?:19|20)\d\d|(?:commit(?:s|ted|ment)?|plans?) to (?:reduc|cut|lower|achiev)\w*|baseline|base year"
    r"|no (?:more|less) than)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\d\s?%|\bper ?cent\b|\bpercentage\b|\ball (?:new |our )?suppliers\b", re.IGNORECASE)
_PERCENT = re.compile(r"\d\s?%")
_OFTEN = 3


def _name(d: Disclosure) -> str:
    return f"{d.framework}:{d.code}"


def rows_are_borne_out(
    disclosures: Sequence[Disclosure], rules: Sequence[Rule], places: Places
) -> Iterator[AuditFinding]:
    """Rows whose cited sections lack the clause's subject, the target or the percentage that the clause asks for."""
    found: dict[object, AuditFinding] = {}
    for finding in _each(disclosures, rules, places):
        # rows that cite one wrong place for one subject are one contradiction
        key = (
            (finding.check, finding.quotes[1:], finding.explanation)
            if finding.kind == "index_wrong_section"
            else finding
        )
        first = found.get(key)
        found[key] = finding if first is None else replace(
            first, clauses=(*first.clauses, *finding.clauses), quotes=(*first.quotes, finding.quotes[0])[:4],
            title=first.title.replace(" points to", f", {finding.clauses[0]} points to", 1),
        )  # fmt: skip
    yield from found.values()


def _each(disclosures: Sequence[Disclosure], rules: Sequence[Rule], places: Places) -> Iterator[AuditFinding]:
    judged = [rule for rule in rules if rule.kind in ("subject", "evidence", "target", "share")]
    for d in disclosures:
        if not d.indexed or d.status is not DisclosureStatus.REPORTED or d.passage is None:
            continue
        ours = [rule for rule in judged if rule.covers(_name(d))]
        runs = places.cited(d) if ours else []
        if not runs or sum(run.end - run.start for run in runs) < 200:
            continue
        for rule in ours:
            found = _judge(d, rule, places, runs)
            if found is not None:
                yield found
                break


def _judge(d: Disclosure, rule: Rule, places: Places, runs: Sequence[Stretch]) -> AuditFinding | None:
    speaks = rule.speaks()
    spoken = [said for _, said in places.sentences(runs) if speaks.search(said)]
    if rule.kind == "subject":
        return None if spoken else _elsewhere(d, rule, places, speaks)
    if rule.kind == "evidence" and spoken:
        return None
    if rule.kind == "target" and _near_target(speaks, [places.text(run) for run in runs]):
        return None
    if rule.kind == "share" and (not spoken or any(_SHARE.search(said) for said in spoken)):
        return None
    nearest = _nearest(d, rule, places, runs)
    return AuditFinding(
        d.report, "no_evidence", rule.severity, f"{_name(d)} is marked as disclosed: {_lacks(rule)}",
        f"{rule.message}. The index cites “{d.references}”.",
        (d.passage, *nearest) if d.passage else (), rule.id, (_name(d),),
    )  # fmt: skip


def _nearest(d: Disclosure, rule: Rule, places: Places, runs: Sequence[Stretch]) -> list[Passage]:
    """What the cited text has instead of a target: its percentages on the subject, and where it says most of it."""
    if rule.kind != "target":
        return places.closest(runs, d.title)
    narrow = re.compile(rf"\b{re.escape(rule.formula.split('|')[0].rstrip('*'))}", re.IGNORECASE)
    said = [(run, text, len(narrow.findall(text))) for run, text in places.long_sentences(runs)]
    shares = [(run, run.start + m.start()) for run, text, n in said if n and (m := _PERCENT.search(text))]
    most = max(said, default=None, key=lambda s: s[2])
    quotes = [places.passage(run, at) for run, at in shares[:2]]
    return list(dict.fromkeys([*quotes, *([places.passage(most[0])] if most and most[2] else [])]))


def _lacks(rule: Rule) -> str:
    what = {"target": "no target in the cited section", "share": "no percentage in the cited section"}
    return what.get(rule.kind, "the cited section does not speak of it")


def _near_target(speaks: re.Pattern[str], texts: Sequence[str], reach: int = 250) -> bool:
    """Whether a target's words and the subject's stand within a sentence or two of each other."""
    return any(
        speaks.search(text, max(0, found.start() - reach), min(len(text), found.end() + reach))
        for text in texts
        for found in _TARGET.finditer(text)
    )


def _elsewhere(d: Disclosure, rule: Rule, places: Places, speaks: re.Pattern[str]) -> AuditFinding | None:
    """The section that has the subject in its title; silent where the report has none."""
    for section in places.report.sections:
        if not section.number or not speaks.search(section.title):
            continue
        runs = places.section(section)
        heading = places.heading(section)
        if heading is None or sum(len(speaks.findall(places.text(run))) for run in runs) < _OFTEN:
            continue
        return AuditFinding(
            d.report, "index_wrong_section", rule.severity,
            f"{_name(d)} points to {d.references[:60]}, but {section.number} {section.title} has the subject",
            f"{rule.message}: “{d.references}”; {section.number} {section.title} (page {section.page}) does.",
            (d.passage, heading) if d.passage else (), rule.id, (_name(d),),
        )  # fmt: skip
    return None
