"""Climate risks and opportunities by type from the tables that list them: effects and horizon as printed.

A risk's row begins at its type ("Market Risks"). An opportunity's type is any name in capitals; in flattened text the
capital of its description follows directly, so that the last capitalised word of a run belongs to the description.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tieout.model import Catalogue, Entity, Page, Report
from tieout.text import collapse

_HEADER = re.compile(
    r"\b(Risk|Opportunity|Opportunities)s?(?: and [Oo]pportunit(?:y|ies))? "
    r"(?:[Tt]ypes?|[Cc]ategor(?:y|ies)|[Dd]escriptions?)\b[\w /&]{0,160}?"
    r"\b(?:[Tt]imeframes?|[Hh]orizons?|[Rr]esponses?|[Mm]easures?|[Ii]mpacts?)\b"
    r"(?: (?:[Tt]imeframes?|[Hh]orizons?|[Rr]esponses?|[Mm]easures?|[Ii]mpacts?))*"
)
_RISK = re.compile(r"\b((?:[A-Z][\w’'-]*\s(?:(?:and|or|&)\s)?){1,4}[Rr]isks?)(?![a-z])(?!\s[a-z(])")
_OPPORTUNITY = re.compile(
    r"(?:^|\.)\s*((?:[A-Z][\w’'-]*\s(?:(?:and|or|of|for|in|&)\s){0,2}){2,9})(?=[A-Z][\w’'-]*\s|[a-z(“\"])"
)
_SMALL = re.compile(r"\s+(?:and|or|of|for|in|&)$")
_FAMILY = re.compile(
    r"^(?:Physical|Transition(?:al)?|Climate(?:[- ]related)?|Other|Known|Emerging|Main|Key|Risk)s? Risks?$|^Risks?$",
    re.IGNORECASE,
)
_HORIZON = re.compile(r"\b((?:[Ss]hort|[Mm]edium|[Mm]id|[Ll]ong)[- ]term)\b")
_EFFECT = re.compile(r"([A-Z&a-z][\w& ]{2,30}?)\s?([↑↓])")
Row = tuple[str, str, int, int, int]
"""Kind, label, start and end of the label, and where the row stops."""


def _risk_rows(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    rows = []
    for match in _RISK.finditer(text, start, stop):
        label = _own_label(match[1])
        if label:
            rows.append((match.end(1) - len(label), match.end(1)))
    return rows


def _opportunity_rows(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Types in front of a description; a row has an arrow or a horizon before the next begins."""
    rows: list[tuple[int, int]] = []
    body = text[start:stop]
    for match in _OPPORTUNITY.finditer(body):
        run = _SMALL.sub("", match[1].rstrip())
        if not body[match.end() :][:1].isupper():  # the run's last word opens the description
            run = _SMALL.sub("", run.rpartition(" ")[0])
        begin = start + match.start(1)
        told = not rows or _HORIZON.search(text, rows[-1][1], begin) or _EFFECT.search(text, rows[-1][1], begin)
        if len(run.split()) > 1 and told:
            rows.append((begin, begin + len(run)))
    return rows


def _rows(page: Page) -> Iterator[Row]:
    text = page.body.text
    headers = list(_HEADER.finditer(text))
    for n, header in enumerate(headers):
        stop = headers[n + 1].start() if n + 1 < len(headers) else len(text)
        kind = "risk" if header[1] == "Risk" else "opportunity"
        found = (_risk_rows if kind == "risk" else _opportunity_rows)(text, header.end(), stop)
        for m, (start, end) in enumerate(found):
            yield kind, collapse(text[start:end]), start, end, found[m + 1][0] if m + 1 < len(found) else stop


def extract_risks(report: Report, catalogue: Catalogue) -> tuple[Entity, ...]:
    """One entity a risk or opportunity type; ``detail`` tells effects and horizon where they are printed."""
    del catalogue  # the types are the report's own words
    made: dict[tuple[str, str], Entity] = {}
    for page in report.pages:
        for kind, label, start, end, stop in _rows(page):
            body = page.body.text[end:stop]
            effects = [f"{collapse(e[1])}{e[2]}" for e in _EFFECT.finditer(body)]
            horizon = list(dict.fromkeys(h.casefold() for h in _HORIZON.findall(body[:1200])))
            detail = "; ".join(filter(None, (", ".join(effects), ", ".join(horizon))))
            passage = report.passage(page, start, end)
            section = report.section_at(page.number, passage.start)
            made.setdefault(
                (kind, label),
                Entity(
                    report=report.id, kind=kind, label=label, passages=(passage,),
                    section=section.id if section else "", detail=detail,
                ),
            )  # fmt: skip
    return tuple(made.values())


def _own_label(printed: str) -> str:
    """The label without the family that was run together with it: "Physical Risk Acute Physical Risks"."""
    return "" if _FAMILY.match(printed) else re.sub(r"^(?:Physical|Transition(?:al)?) Risks? (?=[A-Z])", "", printed)
