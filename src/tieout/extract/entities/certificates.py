"""Certificates held and standards followed: "ISO 27001 Information Security Management System Certification", CMMI5."""

from __future__ import annotations

import re

from tieout.extract.entities.wording import KNOWN_STANDARDS
from tieout.model import Catalogue, Entity, Passage, Report
from tieout.text import collapse, fold

_TAIL = r"(?: (?:[A-Z][\w’'-]*|and|of|for|&)){0,10}? (?:Certifications?|Certificates?|Systems?|Standards?)"
_ISO = re.compile(rf"\bISO(?:/IEC)?\s?\d{{4,5}}(?:-\d)?(?::\d{{4}})?(?:{_TAIL})*")
_OTHER = re.compile(
    r"\b(?:CMMI\s?(?:Level\s?)?\d(?: [a-z]+ certification)?|SOC\s?[123](?: Type II?)?|EMAS|LEED(?: [A-Z][a-z]+)?|BREEAM"
    r"|PCI[- ]DSS|FSC|MSC|TISAX|IATF\s?16949|EcoVadis)\b"
)
_KNOWN = re.compile(rf"\b(?:{KNOWN_STANDARDS})\b")
_HELD = re.compile(r"certif|accredit|audit|obtain|passed|awarded|holds?\b", re.IGNORECASE)
_NEAR = 160


def extract_certificates(report: Report, catalogue: Catalogue) -> tuple[Entity, ...]:
    """Certifications and standards, by kind and first place; each number of a norm is one thing."""
    del catalogue  # norms carry their own names
    found: dict[tuple[str, str], tuple[str, list[Passage]]] = {}
    for page in report.pages:
        text = page.body.text
        for pattern in (_ISO, _OTHER, _KNOWN):
            for match in pattern.finditer(text):
                label = collapse(match.group())
                around = text[max(0, match.start() - _NEAR) : match.end() + _NEAR // 2]
                held = pattern is not _KNOWN and _HELD.search(around) is not None
                kind = "certification" if held else "standard"
                key = (kind, _norm(label))
                known, passages = found.get(key, (label, []))
                passages.append(report.passage(page, match.start(), match.end()))
                found[key] = (label if len(label) > len(known) else known, passages)
    made = []
    for (kind, _key), (label, passages) in found.items():
        section = report.section_at(passages[0].page, passages[0].start)
        made.append(
            Entity(
                report=report.id, kind=kind, label=label, passages=tuple(dict.fromkeys(passages)),
                section=section.id if section else "",
            )
        )  # fmt: skip
    return tuple(sorted(made, key=lambda e: (e.kind, e.passages[0].page, e.passages[0].start)))


def _norm(label: str) -> str:
    """What makes two wordings the same norm: its number."""
    iso = re.match(r"ISO(?:/IEC)?\s?(\d{4,5}(?:-\d)?)", label)
    return f"iso {iso[1]}" if iso else fold(label)
