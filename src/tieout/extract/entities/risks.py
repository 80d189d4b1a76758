"""Climate risks and opportunities by type from the tables that list them: effects, horizon and response as printed.

A risk's row begins at its type ("Market Risks"); where the types are printed without the word, they are those that the
TCFD gave ("Acute", "Policy and legal"). An opportunity's type is any name in capitals; in flattened text the capital of
its description follows directly, so that the last capitalised word of a run belongs to the description.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tieout.model import Catalogue, Entity, Page, Report
from tieout.text import collapse

_COLUMN = (
    r"(?:[Tt]ime(?:frames?| [Ff]rames?)?|[Hh]orizons?|[Rr]esponses?|[Mm]easures?|[Ii]mpacts?|[Mm]itigation"
    r"|[Ss]trateg(?:y|ies))"
)
_HEADER = re.compile(
    rf"\b(Risk|Opportunity|Opportunities)s?(?: and [Oo]pportunit(?:y|ies))? "
    rf"(?:[Tt]ypes?|[Cc]ategor(?:y|ies)|[Dd]escriptions?)\b[\w /&]{{0,160}}?\b{_COLUMN}\b(?: {_COLUMN}\b)*"
)
_RISK = re.compile(r"\b((?:[A-Z][\w’'-]*\s(?:(?:and|or|&)\s)?){1,4}[Rr]isks?)(?![a-z])(?!\s[a-z(])")
_TYPE = re.compile(
    r"\b((?:Acute|Chronic"
    r"|(?:Policy|Legal|Regulat(?:ory|ion))(?:,? (?:and|&) (?:[Ll]egal|[Rr]egulat(?:ory|ion)))?"
    r"|Technolog(?:y|ical)|Market|Reputation(?:al)?)(?: [Pp]hysical)?(?: [Rr]isks?)?)(?=:|\s+[A-Z•“\"(–-])"
)
_PHYSICAL = re.compile(r"\b[Pp]hysical [Rr]isks?\b")
_TRANSITION = re.compile(r"\b[Tt]ransition(?:al)? [Rr]isks?\b")
_INSIDE = frozenset("the our a an its this and or of in to for with on by & new".split())
_LEAST_TYPES = 4
_OPPORTUNITY = re.compile(
    r"(?:^|\.)\s*((?:[A-Z][\w’'-]*\s(?:(?:and|or|of|for|in|&)\s){0,2}){2,9})(?=[A-Z][\w’'-]*\s|[a-z(“\"])"
)
_SMALL = re.compile(r"\s+(?:and|or|of|for|in|&)$")
_FAMILY = re.compile(
    r"^(?:Physical|Transition(?:al)?|Climate(?:[- ]related)?|Other|Known|Emerging|Main|Key|Risk)s? Risks?$|^Risks?$",
    re.IGNORECASE,
)
_PARENT = re.compile(r"\b(?<!Acute )(?<!Chronic )((?:Physical|Transition(?:al)?|Known|Emerging) [Rr]isks?)(?=\s[A-Z])")
_HORIZON = re.compile(r"\b((?:[Ss]hort|[Mm]edium|[Mm]id|[Ll]ong)[- ]term)\b")
_EFFECT = re.compile(r"([A-Z&a-z][\w& ]{2,30}?)\s?([↑↓])")
_MOST_WORDS = 60


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: kind, half-open span of its type, and where the row stops."""

    kind: str
    start: int
    end: int
    stop: int


def _risk_rows(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    rows = []
    for match in _RISK.finditer(text, start, stop):
        label = _own_label(match[1])
        if label:
            rows.append((match.end(1) - len(label), match.end(1)))
    return rows if len(rows) > 1 else []  # a table that lists one type is none


def _typed_rows(text: str) -> list[tuple[int, int]]:
    """The TCFD's types of risk on a page that speaks of both families, each at its first place as a cell."""
    if not (_PHYSICAL.search(text) and _TRANSITION.search(text)):
        return []
    rows: dict[str, tuple[int, int]] = {}
    for match in _TYPE.finditer(text):
        before = text[max(0, match.start() - 20) : match.start()].split()[-1:]
        if not before or before[0].casefold() not in _INSIDE:
            rows.setdefault(match[1].casefold().split()[0][:6], match.span(1))
    return sorted(rows.values()) if len(rows) >= _LEAST_TYPES else []


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


def _rows(page: Page) -> Iterator[_Row]:
    text = page.body.text
    headers = list(_HEADER.finditer(text))
    tables = [
        ("risk" if header[1] == "Risk" else "opportunity", header.end(), following.start() if following else len(text))
        for header, following in pairwise([*headers, None])
        if header
    ]
    found = [
        (kind, (_risk_rows if kind == "risk" else _opportunity_rows)(text, start, stop), stop)
        for kind, start, stop in tables
    ]
    if not any(spans for kind, spans, _ in found if kind == "risk"):
        found.append(("risk", _typed_rows(text), len(text)))
    for kind, spans, stop in found:
        for (start, end), (following, _) in pairwise([*spans, (stop, stop)]):
            yield _Row(kind, start, end, max(end, following))


def _detail(text: str, row: _Row, family: str) -> str:
    """Effects and horizon, then the family above the row, what stands before them, and what behind as the response."""
    body = text[row.end : row.stop]
    effects = list(_EFFECT.finditer(body))
    spans = list(_HORIZON.finditer(body[:1200]))
    if spans and not effects and not spans[0][1][0].isupper():
        spans = []  # "short-term" inside a sentence is no cell
    told = [
        ", ".join(f"{collapse(e[1])}{e[2]}" for e in effects),
        ", ".join(dict.fromkeys(h[1].casefold() for h in spans)),
    ]
    named = [("type", family if row.kind == "risk" else "")]
    if not (effects or spans):
        named.append(("description", _without_family(body)))
    else:
        first = min(m.start() for m in (*effects, *spans))
        last = max(m.end() for m in (*effects, *spans))
        named += [("description", body[:first]), ("response", _without_family(body[last:]))]
    said = [(name, value.strip(" :–-\n").split()[:_MOST_WORDS]) for name, value in named]
    parts = [f"{name}: {' '.join(value)}" for name, value in said if value]
    return " | ".join(filter(None, ("; ".join(filter(None, told)), *parts)))


def _without_family(text: str) -> str:
    """A row's end without the family that heads the next row."""
    return re.sub(r"\s(?:Physical|Transition(?:al)?|Known|Emerging) [Rr]isks?\s*$", "", text)


def extract_risks(report: Report, catalogue: Catalogue) -> tuple[Entity, ...]:
    """One entity a risk or opportunity type; ``detail`` tells effects, horizon, type, description and response."""
    del catalogue  # the types are the report's own words
    made: dict[tuple[str, str], Entity] = {}
    for page in report.pages:
        text = page.body.text
        families = [(match.start(1), match[1]) for match in _PARENT.finditer(text)]
        for row in _rows(page):
            above = bisect.bisect_right(families, (row.start, ""))
            family = families[above - 1][1] if above else ""
            label = collapse(text[row.start : row.end])
            passage = report.passage(page, row.start, row.end)
            section = report.section_at(page.number, passage.start)
            made.setdefault(
                (row.kind, label),
                Entity(
                    report=report.id, kind=row.kind, label=label, passages=(passage,),
                    section=section.id if section else "", detail=_detail(text, row, family),
                ),
            )  # fmt: skip
    return tuple(made.values())


def _own_label(printed: str) -> str:
    """The label without the family that was run together with it: "Physical Risk Acute Physical Risks"."""
    return "" if _FAMILY.match(printed) else re.sub(r"^(?:Physical|Transition(?:al)?) Risks? (?=[A-Z])", "", printed)
