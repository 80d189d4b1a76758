"""Certificates held and standards followed: "ISO 27001 Information Security Management System Certification", CMMI5."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tieout.extract.entities.wording import KNOWN_STANDARDS
from tieout.model import Catalogue, Entity, Passage, Report
from tieout.text import collapse, fold

_TAIL = r"(?:\s(?:[A-Z][\w’'-]*|and|of|for|&)){0,10}?\s(?:Certifications?|Certificates?|Systems?|Standards?)"
_SMALL_TAIL = (
    r"(?!\smanagement)(?:\s(?:quality|environmental|occupational|health|safety|information|security|energy|business|continuity|food|privacy"
    r"|service|technology|anti-bribery|compliance|asset|management|and|&)){1,8}\ssystems?(?:\s(?:certifications?|certificates?|standards?))?"
)
_ISO = re.compile(
    rf"\b(?:(?:DIN|EN|ÖNORM) )*ISO(?:/IEC)?\s?(\d{{4,5}}(?:-\d)?)(?::\d{{4}})?"
    rf"(?:{_TAIL}(?:\sCertifications?)?|{_SMALL_TAIL})?"
)
_OTHER = re.compile(
    r"\b(?:CMMI\s?(?:Level\s?)?\d(?: [a-z]+ certification)?|SOC\s?[123](?: Type II?)?|EMAS"
    r"|LEED(?: Gold| Silver| Platinum| Certified)?|BREEAM|PCI[- ]DSS|FSC|HACCP|FSSC\s?22000|BRCGS"
    r"|BEAM Plus(?: Platinum| Gold| Silver| Bronze)?|PEFC|MSC|RSPO|GOTS"
    r"|OEKO-TEX|TISAX|IATF\s?16949|OHSAS\s?18001|SA\s?8000|GB/T\s?\d{5}|EcoVadis|DGNB|BOMA BEST)(?![a-z])"
)
_KNOWN = tuple((key, re.compile(rf"\b(?:{pattern})(?![a-z])".replace(" ", r"\s+"))) for key, pattern in KNOWN_STANDARDS)
_ANY_KNOWN = re.compile("|".join(pattern.replace(" ", r"\s+") for _, pattern in KNOWN_STANDARDS))
"""One look at a page tells whether any of the many is worth looking for."""
_HELD = re.compile(r"certif|accredit|audited|obtain|passed|awarded|\bholds?\b", re.IGNORECASE)
_MARKS = frozenset(("FSC", "MSC", "GOTS"))
"""Marks whose initials mean other things too: taken only where a certificate is spoken of."""
_BODY = re.compile(r"(?:Initiative|Board)(?: \([^()]*\))?$")
"""How a body's name ends: the standard's own name says more where the report has it."""
_NEAR = 160


def _named(text: str) -> Iterator[tuple[str, str, int, int]]:
    """(kind, key, start, end) of each norm and standard of a page."""
    for pattern in (_ISO, _OTHER):
        for match in pattern.finditer(text):
            held = _HELD.search(text[max(0, match.start() - _NEAR) : match.end() + _NEAR // 2])
            number = f"iso {match[1]}" if pattern is _ISO else fold(match.group())
            if pattern is _ISO or held or match.group() not in _MARKS:
                yield "certification" if held else "standard", number, match.start(), match.end()
    for key, pattern in _KNOWN if _ANY_KNOWN.search(text) else ():
        for match in pattern.finditer(text):
            yield "standard", key, match.start(), match.end()


def extract_certificates(report: Report, catalogue: Catalogue) -> tuple[Entity, ...]:
    """Certifications and standards, by kind and first place; a norm held at one place is a certification throughout."""
    del catalogue  # norms carry their own names
    found: dict[str, list[tuple[str, str, Passage]]] = {}
    for page in report.pages:
        text = page.body.text
        for kind, key, start, end in _named(text):
            label = collapse(text[start:end])
            found.setdefault(key, []).append((kind, label, report.passage(page, start, end)))
    made = []
    for places in found.values():
        kind = min(kind for kind, _, _ in places)  # "certification" before "standard"
        prints = Counter(label for _, label, _ in places)
        # A certificate's fullest wording says most; a framework is known by what the report mostly calls it.
        full = kind == "certification"
        _, label, first = max(places, key=lambda p: (not _BODY.search(p[1]), 0 if full else prints[p[1]], len(p[1])))
        passages = dict.fromkeys((first, *sorted((p for _, _, p in places), key=lambda p: (p.page, p.start))))
        section = report.section_at(first.page, first.start)
        made.append(
            Entity(
                report=report.id, kind=kind, label=label, passages=tuple(passages),
                section=section.id if section else "",
            )
        )  # fmt: skip
    return tuple(sorted(made, key=lambda e: (e.kind, e.passages[0].page, e.passages[0].start)))
