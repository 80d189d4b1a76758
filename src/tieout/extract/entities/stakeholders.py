"""Stakeholder groups with their concerns and channels, from the table that lists them (flattened or in lines)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tieout.extract.entities.segments import Segment, segments
from tieout.extract.entities.topics import link_topic
from tieout.extract.entities.wording import STAKEHOLDERS
from tieout.model import Catalogue, Entity, Page, Relation, Report
from tieout.text import collapse

_HEADER = re.compile(
    r"\bStakeholders?(?: groups?| type)?\s+(?:(?:[Mm]ain |[Kk]ey |[Mm]ajor )?(?:[Tt]opics?|[Ii]ssues?|[Cc]oncerns?"
    r"|[Ee]xpectations?|[Dd]emands?|[Cc]ommunication|[Ee]ngagement|[Rr]equirements?|[Ff]ocus))[\w /&]{0,120}?"
    r"(?:[Cc]hannels?|[Mm]ethods?|[Cc]oncerns?|[Ee]xpectations?|[Rr]esponses?|[Mm]easures?)\b"
)
_GROUP = re.compile(rf"(?:{STAKEHOLDERS})(?![a-z])(?:\s*/\s*[A-Z]\w+(?: groups?)?|,? and (?:other )?[a-z]+)*")
_BULLET = re.compile(r"[•▪●■◆‣–]\s*")
_ITEM_END = re.compile(r"[•▪●■◆‣]")


@dataclass(frozen=True, slots=True)
class _Row:
    start: int
    end: int
    label: str


def _rows(text: str, start: int, stop: int) -> list[_Row]:
    """Where each group's row begins: at a group's name that is followed by a capital and preceded by an ended cell."""
    found: list[_Row] = []
    for match in _GROUP.finditer(text, start, stop):
        before = text[max(start, match.start() - 2) : match.start()]
        after = text[match.end() : match.end() + 2].lstrip()
        if match.start() > start and not before[-1:].isspace():
            continue
        previous = text[start : match.start()].rstrip()
        inside = previous[-1:] in ",&" or previous.split()[-1:] in (["of"], ["and"], ["the"], ["for"], ["with"])
        opens_bullet = _ITEM_END.search(previous[-2:]) is not None
        if inside or opens_bullet or (after and after[0].islower()):
            continue
        if found and not _ITEM_END.search(text[found[-1].end : match.start()]):
            continue  # a row has channels, set off by bullets, before the next begins
        found.append(_Row(match.start(), match.end(), collapse(match.group())))
    return found


def _topics(text: str, row: _Row, stop: int) -> list[Segment]:
    """The labels between a group's name and its first bullet."""
    bullet = _ITEM_END.search(text, row.end, stop)
    return list(segments(text, row.end, bullet.start() if bullet else stop))


def _page_rows(page: Page) -> list[tuple[_Row, int]]:
    """Each row with where it ends."""
    text = page.body.text
    header = _HEADER.search(text)
    if header is None:
        return []
    rows = _rows(text, header.end(), len(text))
    if not rows:
        return []
    ends = [*(row.start for row in rows[1:]), len(text)]
    return list(zip(rows, ends, strict=True))


def extract_stakeholders(report: Report, catalogue: Catalogue) -> tuple[Entity, ...]:
    """The groups in order; ``detail`` lists concerns and channels as printed."""
    made: dict[str, Entity] = {}
    for page in report.pages:
        text = page.body.text
        for row, stop in _page_rows(page):
            concerns = _topics(text, row, stop)
            channels = [collapse(c) for c in _BULLET.split(text[row.end : stop])[1:] if c.strip()]
            relations = []
            for concern in concerns:
                topic, score = link_topic(concern.text, catalogue)
                target = f"topic:{topic.id}" if topic else concern.text
                relations.append(Relation("concern", target, score=score or 1.0))
            end = concerns[-1].end if concerns else row.end
            passage = report.passage(page, row.start, end)
            section = report.section_at(page.number, passage.start)
            detail = f"concerns: {'; '.join(c.text for c in concerns)}"
            detail += f" | channels: {'; '.join(channels)}" if channels else ""
            made.setdefault(
                row.label,
                Entity(
                    report=report.id, kind="stakeholder", label=row.label, passages=(passage,),
                    section=section.id if section else "", detail=detail, relations=tuple(relations),
                ),
            )  # fmt: skip
    return tuple(made.values())
