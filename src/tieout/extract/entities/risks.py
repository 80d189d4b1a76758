"""Climate risks by type from the table that lists them: description, financial effect, horizon and response."""

from __future__ import annotations

import re

from tieout.model import Catalogue, Entity, Report
from tieout.text import collapse

_HEADER = re.compile(
    r"\b(?:Risk|Opportunity)(?: and [Oo]pportunity)? (?:[Tt]ypes?|[Cc]ategor(?:y|ies)|[Dd]escription)\b[\w /&]{0,160}?"
    r"\b(?:[Tt]imeframe|[Hh]orizon|[Rr]esponses?|[Mm]easures?|[Ii]mpacts?)\b"
)
_TYPE = re.compile(r"\b((?:[A-Z][\w’'-]*(?: and | or | & | )){1,4}Risks?)(?![a-z])(?! [a-z])")
_FAMILY = re.compile(
    r"^(?:Physical|Transition(?:al)?|Climate(?:[- ]related)?|Other|Risk)s? Risks?$|^Risks?$", re.IGNORECASE
)
_HORIZON = re.compile(r"\b((?:[Ss]hort|[Mm]edium|[Mm]id|[Ll]ong)[- ]term)\b")
_EFFECT = re.compile(r"([A-Z&a-z][\w& ]{2,30}?)\s?([↑↓])")


def extract_risks(report: Report, catalogue: Catalogue) -> tuple[Entity, ...]:
    """One entity a risk type; ``detail`` tells effects and horizon where they are printed."""
    del catalogue  # risk types are the report's own words
    made: dict[str, Entity] = {}
    for page in report.pages:
        text = page.body.text
        header = _HEADER.search(text)
        if header is None:
            continue
        rows = [m for m in _TYPE.finditer(text, header.end()) if not _FAMILY.match(m[1].strip())]
        for n, row in enumerate(rows):
            label = _own_label(row[1])
            if not label or label in made:
                continue
            start = row.end(1) - len(label)
            stop = rows[n + 1].start() if n + 1 < len(rows) else len(text)
            body = text[row.end() : stop]
            effects = [f"{collapse(e[1])}{e[2]}" for e in _EFFECT.finditer(body)]
            horizon = list(dict.fromkeys(h.casefold() for h in _HORIZON.findall(body)))
            detail = "; ".join(filter(None, (", ".join(effects), ", ".join(horizon))))
            passage = report.passage(page, start, row.end(1))
            section = report.section_at(page.number, passage.start)
            made[label] = Entity(
                report=report.id, kind="risk", label=collapse(label), passages=(passage,),
                section=section.id if section else "", detail=detail,
            )  # fmt: skip
    return tuple(made.values())


def _own_label(printed: str) -> str:
    """The label without the family that was run together with it: "Physical Risk Acute Physical Risks"."""
    printed = re.sub(r"^.*\b(?:Measures|Responses?|Timeframe|Impacts?) (?=[A-Z])", "", printed)
    return "" if _FAMILY.match(printed) else re.sub(r"^(?:Physical|Transition(?:al)?) Risks? (?=[A-Z])", "", printed)
