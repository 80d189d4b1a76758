"""Targets and bodies: sentences that set a figure or a state for a future year, and the committees a report names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tieout.model import Catalogue, Entity, Page, Passage, Report
from tieout.text import collapse, fold

_INSIDE = r"(?:[^.;•]|(?<=\d)(?<!\.\d)\.(?=\d{1,3}(?![\d.])))"
"""A character of a sentence; the point of a figure is one, that of a section's number is not."""
_AIM = re.compile(
    rf"\b(?:aims?|targets?|goals?|commit\w*|pledges?|plans?|strives?|intends?|objectives?|seeks?)\b"
    rf"{_INSIDE}{{0,200}}?\b(?:by|until|before|in) (?:the end of |the year |FY ?)?(20[2-6]\d)\b{_INSIDE}{{0,80}}",
    re.IGNORECASE,
)
_MEASURED = re.compile(r"\d+(?:\.\d+)?\s?(?:%|percent|per cent)|neutral|net[- ]zero|\bhalve\b|\bzero\b", re.IGNORECASE)
_BASELINE = re.compile(
    r"\b(?:base(?:line)? year|against|compared (?:to|with)|from a|versus)\b[^.;]{0,30}?((?:19|20)\d\d)", re.IGNORECASE
)
_ROW = re.compile(
    r"(?P<name>[A-Z][\w ,&/()’'-]{3,80}?) (?:= )?(?P<value>(?:[≥≤<>] ?|(?<== ))\d[\d,.]*(?: ?%| [a-z]+)?)"
    r" (?P<progress>\d\S*(?: (?!not |partially |fully |on )[a-z]+)?)(?: \d+ ?%)?"
    r" (?P<status>(?:not |partially |fully )?achieved|on track|not met|met)\b",
)
_ROW_HEAD = re.compile(r"\b(?:[Tt]argets?|[Pp]rogress|[Aa]chievement|[Ss]tatus|[Rr]esults?) (?=[A-Z])")
_YEAR_OF_ROWS = re.compile(r"\b(20\d\d) [Tt]argets?\b|\b[Tt]argets? (?:for |in )?(20\d\d)\b")
_BODY = re.compile(r"\b(?:[A-Z][\w’'-]*(?:,? (?:and|&) | )){1,6}(?:Committee|Council|Working Group|Task Force)\b")
_LEAD = re.compile(r"^(?:(?:The|This|Our|Its|In|An?|Each|Under|At|By|Executive Board and|Committee and)\s)+")
_OUTSIDE = re.compile(
    r"\b(?:Awards?|Parliament|United Nations|National|International|European|IFRS|Security Council"
    r"|Stewardship|Building|World|Federal|Political Action|Standards)\b|^Board and Committee$"
)
"""Words of names that bodies outside the company have."""
_AWARDS = re.compile(r"award|honou?r", re.IGNORECASE)
_BEHIND = 260
_CHAIR = re.compile(r"\b(?:chaired|headed|led) by (?:the |our )?([^.,;•()]{3,80}?)(?=[.,;•()]| and [a-z]+s |$)")
_REPORTS = re.compile(
    r"\breport(?:s|ing)? (?:directly |regularly )?to (?:the |our )?"
    r"([A-Z][\w’'-]*(?:(?: and| of| of the)? [A-Z][\w’'-]*){0,7})"
)
_MEETINGS = re.compile(
    r"\b(?:held|convened|met|had)(?: a total of)? (\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve) (?:[a-z]+ )?(?:meetings?|times)\b"
)


def extract_targets(report: Report, catalogue: Catalogue) -> tuple[Entity, ...]:
    """Targets with their year; a sentence that names no measure of success is no target."""
    del catalogue
    made: dict[str, Entity] = {}
    for page in report.pages:
        for match in _AIM.finditer(page.body.text):
            if not _MEASURED.search(match.group()):
                continue
            if int(match[1]) <= int(report.period or 0):
                continue  # a year that has passed is a result, not an aim
            label = collapse(match.group())
            base = _BASELINE.search(label)
            measure = _MEASURED.search(label)
            detail = f"year={match[1]}" + (f"; baseline={base[1]}" if base else "")
            detail += f"; value={collapse(measure.group())}" if measure else ""
            passage = report.passage(page, match.start(), match.end())
            section = report.section_at(page.number, passage.start)
            made.setdefault(
                fold(label),
                Entity(
                    report=report.id, kind="target", label=label, passages=(passage,),
                    section=section.id if section else "", detail=detail,
                ),
            )  # fmt: skip
        for entity in _target_rows(report, page):
            made.setdefault(fold(entity.label), entity)
    return tuple(made.values())


def _target_rows(report: Report, page: Page) -> Iterator[Entity]:
    """Rows of a table that sets a bound and tells what came of it: "Reply rate ≥ 95% 97% achieved"."""
    text = page.body.text
    for row in _ROW.finditer(text):
        years = [y[1] or y[2] for y in _YEAR_OF_ROWS.finditer(text, 0, row.start("value"))]
        year = f"year={years[-1]}; " if years else ""
        heads = [head.end() for head in _ROW_HEAD.finditer(row["name"])]
        start = row.start() + (heads[-1] if heads else 0)
        passage = report.passage(page, start, row.end())
        section = report.section_at(page.number, passage.start)
        label = collapse(text[start : row.end("value")])
        yield Entity(
            report=report.id, kind="target", label=label, passages=(passage,),
            section=section.id if section else "",
            detail=f"{year}value={row['value']}; progress={row['progress']}; status={row['status']}",
        )  # fmt: skip


def _facts(text: str) -> list[str]:
    """Who chairs, whom it reports to and how often it met, from the sentences behind a body's name."""
    found = [
        ("chair", _CHAIR.search(text)),
        ("reports to", _REPORTS.search(text)),
        ("meetings", _MEETINGS.search(text)),
    ]
    return [
        f"{key}={collapse(match[1])}" for key, match in found if match and re.search(r"[A-Z]|meetings", match[1] + key)
    ]


def extract_committees(report: Report, catalogue: Catalogue) -> tuple[Entity, ...]:
    """The company's committees and councils by name, with every place that names them.

    ``detail`` holds who chairs, whom they report to and the number of meetings, where the sentences behind a name tell.
    """
    del catalogue
    found: dict[str, tuple[str, list[Passage], list[str]]] = {}
    for page in report.pages:
        text = page.body.text
        for match in _BODY.finditer(text):
            lead = _LEAD.match(match.group())
            start = match.start() + (lead.end() if lead else 0)
            label = collapse(text[start : match.end()])
            passage = report.passage(page, start, match.end())
            section = report.section_at(page.number, passage.start)
            if len(label.split()) < 2 or _OUTSIDE.search(label) or (section and _AWARDS.search(section.title)):
                continue
            entry = found.setdefault(fold(label), (label, [], []))
            entry[1].append(passage)
            entry[2].extend(_facts(text[match.end() : match.end() + _BEHIND]))
    for key in sorted(found, key=lambda k: (-len(k), k)):
        # "Directors Safety Committee" ran together with its neighbour; "Pay and Safety Committee" did not.
        cuts = [n for n, mark in enumerate(key) if mark == " " and not key[:n].endswith((" and", " &"))]
        shorter = [key[n + 1 :] for n in reversed(cuts) if key[n + 1 :] in found]
        if shorter:
            _, passages, facts = found.pop(key)
            found[shorter[0]][1].extend(passages)
            found[shorter[0]][2].extend(facts)
    made = []
    for label, passages, facts in found.values():
        places = sorted(set(passages), key=lambda p: (p.page, p.start))
        section = report.section_at(places[0].page, places[0].start)
        made.append(
            Entity(
                report=report.id, kind="committee", label=label, passages=tuple(places),
                section=section.id if section else "", detail="; ".join(dict.fromkeys(facts)),
            )
        )  # fmt: skip
    return tuple(sorted(made, key=lambda e: (e.passages[0].page, e.passages[0].start)))
