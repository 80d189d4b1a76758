"""Targets and bodies: sentences that set a figure or a state for a future year, and the committees a report names."""

from __future__ import annotations

import re

from tieout.model import Catalogue, Entity, Passage, Report
from tieout.text import collapse, fold

_AIM = re.compile(
    r"\b(?:aims?|targets?|goals?|commit\w*|pledges?|plans?|strives?|intends?|objectives?|seeks?)\b[^.;•]{0,200}?"
    r"\b(?:by|until|before|in) (?:the end of |the year |FY ?)?(20[2-6]\d)\b[^.;•]{0,80}",
    re.IGNORECASE,
)
_MEASURED = re.compile(r"\d+(?:\.\d+)?\s?(?:%|percent|per cent)|neutral|net[- ]zero|\bhalve\b|\bzero\b", re.IGNORECASE)
_BASELINE = re.compile(
    r"\b(?:base(?:line)? year|against|compared (?:to|with)|from a|versus)\b[^.;]{0,30}?((?:19|20)\d\d)", re.IGNORECASE
)
_BODY = re.compile(r"\b(?:[A-Z][\w’'-]*(?:,? (?:and|&) | )){1,6}(?:Committee|Council|Working Group|Task Force)\b")
_LEAD = re.compile(r"^(?:The|This|Our|Its|In|An?|Each|Under|At|By) ")


def extract_targets(report: Report, catalogue: Catalogue) -> tuple[Entity, ...]:
    """Targets with their year; a sentence that names no measure of success is no target."""
    del catalogue
    made: dict[str, Entity] = {}
    for page in report.pages:
        for match in _AIM.finditer(page.body.text):
            if not _MEASURED.search(match.group()):
                continue
            label = collapse(match.group())
            base = _BASELINE.search(label)
            detail = f"year={match[1]}" + (f"; baseline={base[1]}" if base else "")
            passage = report.passage(page, match.start(), match.end())
            section = report.section_at(page.number, passage.start)
            made.setdefault(
                fold(label),
                Entity(
                    report=report.id, kind="target", label=label, passages=(passage,),
                    section=section.id if section else "", detail=detail,
                ),
            )  # fmt: skip
    return tuple(made.values())


def extract_committees(report: Report, catalogue: Catalogue) -> tuple[Entity, ...]:
    """Committees and councils by name, with every place that names them."""
    del catalogue
    found: dict[str, tuple[str, list[Passage]]] = {}
    for page in report.pages:
        for match in _BODY.finditer(page.body.text):
            lead = _LEAD.match(match.group())
            start = match.start() + (lead.end() if lead else 0)
            label = collapse(page.body.text[start : match.end()])
            if len(label.split()) > 1:
                found.setdefault(fold(label), (label, []))[1].append(report.passage(page, start, match.end()))
    made = []
    for label, passages in found.values():
        section = report.section_at(passages[0].page, passages[0].start)
        made.append(
            Entity(
                report=report.id, kind="committee", label=label, passages=tuple(dict.fromkeys(passages)),
                section=section.id if section else "",
            )
        )  # fmt: skip
    return tuple(made)
