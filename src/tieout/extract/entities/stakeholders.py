"""Stakeholder groups with their concerns and channels, from the table that lists them (flattened or in lines).

Where no page has such a table, the groups are those of a row of heads or of a sentence that lists them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from tieout.extract.entities.groups import Group, head_row, is_plural, listed_groups, table_groups
from tieout.extract.entities.segments import segments
from tieout.extract.entities.topics import link_topic
from tieout.extract.entities.wording import STAKEHOLDER_COLUMNS
from tieout.model import Catalogue, Entity, Page, Relation, Report
from tieout.text import collapse, fold

_HEADER = re.compile(
    rf"\bStakeholders?(?:[’']s?)?(?:\s(?i:groups?|types?|categor(?:y|ies)))?((?:\s+(?:(?i:{STAKEHOLDER_COLUMNS})(?![\w-])|[/&])){{1,16}})"
)
_CONCERN = re.compile(
    r"topic|issue|concern|interest|expectation|demand|need|requirement|request|appeal|focus|priorit", re.I
)
_CHANNEL = re.compile(
    r"channel|communicat|engage|method|means|mode|platform|mechanism|activit|dialogue|participat", re.I
)
_BULLET = re.compile(r"[•▪●■◆‣·]\s*")
_SMALL = frozenset("of and the for with to by from in on or our its their & , - –".split())
_FAMILY = re.compile(r"\s*\b(?:Internal|External) [Ss]takeholders?\s*$")
"""What heads the next rows, at the end of a row."""
_KINDS = frozenset("internal external primary secondary stakeholder stakeholders key".split())
_LEAST_ROWS = 3
_MOST_ITEM = 16
_NEAR = 500
_FIRST = 40
_MOST_HEADERS = 4
"""Headers tried on a page: a bound on the work that a hostile text can ask for."""


@dataclass(frozen=True, slots=True)
class _Row:
    group: Group
    stop: int
    concerns: tuple[str, ...]
    channels: tuple[str, ...]
    mixed: tuple[str, ...]
    """Items of both columns, where nothing tells which is which."""


def _begins_row(text: str, start: int, group: Group) -> bool:
    before = text[start : group.start]
    word = before.split()[-1:] or [""]
    bulleted = _BULLET.search(before[-2:]) is not None
    return not bulleted and not word[0].endswith((",", "&", "/", "-")) and word[0].casefold() not in _SMALL


def _rows(text: str, start: int, *, mixed: bool = False) -> list[Group]:
    """Where each group's row begins; a row has items before the next one begins, right behind it if ``mixed``."""
    found: list[Group] = []
    bullets = _BULLET.search(text, start) is not None
    seen: set[str] = set()
    for group in table_groups(text, start, len(text)):
        name = fold(text[group.start : group.end])
        marked = _BULLET.match(text[group.end : group.end + 4].lstrip()) is not None
        if name in seen or not _begins_row(text, start, group) or not (marked or (is_plural(name) and not mixed)):
            continue
        between = text[found[-1].end : group.start] if found else ""
        if found and (not _BULLET.search(between) if bullets else len(between.split()) < 2):
            continue
        seen.add(name)
        found.append(group)
    return found


def _cut(item: str) -> str:
    """An item without the sentence that flattening put behind the table's last cell."""
    words = item.split()
    return collapse(item) if len(words) <= _MOST_ITEM else collapse(re.split(r"(?<=[a-z])[.] ", item)[0])


def _cells(text: str, group: Group, stop: int, *, concerns_first: bool) -> _Row:
    stop -= len(family[0]) if (family := _FAMILY.search(text[group.end : stop])) else 0
    body = text[group.end : stop]
    parts = _BULLET.split(body)
    plain = [collapse(s.text) for s in segments(text, group.end, group.end + len(parts[0]))]
    marked = [_cut(part) for part in parts[1:] if part.strip()]
    if plain and marked:
        concerns, channels = (plain, marked) if concerns_first else (marked, plain)
        return _Row(group, stop, tuple(concerns), tuple(channels), ())
    return _Row(group, stop, (), (), tuple(plain or marked))


def _table(page: Page) -> list[_Row]:
    text = page.body.text
    for header in islice(_HEADER.finditer(text), _MOST_HEADERS):
        concern, channel = _CONCERN.search(header[1]), _CHANNEL.search(header[1])
        if concern is None and channel is None:
            continue
        first = channel is None or (concern is not None and concern.start() < channel.start())
        groups = _rows(text, header.end())
        lead = text[header.end() : groups[0].start].split() if groups else []
        between = [word for word in lead if word.casefold() not in _KINDS]
        if len(between) > 1 or len(groups) < (2 if _BULLET.search(text, header.end()) else _LEAST_ROWS):
            continue
        return _filled(text, groups, concerns_first=first)
    return []


def _filled(text: str, groups: list[Group], *, concerns_first: bool) -> list[_Row]:
    stops = [*(g.start for g in groups[1:]), len(text)] if groups else []
    return [_cells(text, g, stop, concerns_first=concerns_first) for g, stop in zip(groups, stops, strict=True)]


def _continued(page: Page, table: list[_Row]) -> list[_Row]:
    """The rows of a table that goes on from the page before: each group has its items right behind it, as there."""
    text = page.body.text
    mixed = all(row.mixed for row in table)
    groups = _rows(text, 0, mixed=mixed) if table and _BULLET.search(text) else []
    if groups and not mixed and groups[0].start > _FIRST:
        groups = []
    return _filled(text, groups, concerns_first=not table or bool(table[0].concerns))


def _detail(row: _Row) -> str:
    named = (("concerns", row.concerns), ("channels", row.channels), ("concerns and channels", row.mixed))
    return " | ".join(
        f"{name}: {'; '.join(items)}" for name, items in named if items or (name == "concerns" and row.channels)
    )


def _entity(report: Report, page: Page, group: Group, end: int, row: _Row | None, catalogue: Catalogue) -> Entity:
    relations = []
    for concern in (*row.concerns, *row.mixed) if row else ():
        topic, score = link_topic(concern, catalogue)
        if topic or (row and row.concerns):
            relations.append(Relation("concern", f"topic:{topic.id}" if topic else concern, score=score or 1.0))
    passage = report.passage(page, group.start, end)
    section = report.section_at(page.number, passage.start)
    return Entity(
        report=report.id, kind="stakeholder", label=collapse(page.body.text[group.start : group.end]),
        passages=(passage,), section=section.id if section else "", detail=_detail(row) if row else "",
        relations=tuple(relations),
    )  # fmt: skip


def extract_stakeholders(report: Report, catalogue: Catalogue) -> tuple[Entity, ...]:
    """The groups in order; ``detail`` lists concerns and channels as printed."""
    made: dict[str, Entity] = {}
    rows: list[_Row] = []
    for page in report.pages:
        rows = _table(page) or _continued(page, rows)
        for row in rows:
            first_mark = _BULLET.search(page.body.text, row.group.end, row.stop)
            last = first_mark.start() if first_mark else row.group.end
            end = len(page.body.text[:last].rstrip()) if row.concerns and row.channels else row.group.end
            found = _entity(report, page, row.group, max(end, row.group.end), row, catalogue)
            made.setdefault(fold(found.label), found)
    for read in () if made else (head_row, listed_groups):
        for page in report.pages:
            text = page.body.text
            for group in read(text) if "takeholder" in text else ():
                if read is head_row and "takeholder" not in text[max(0, group.start - _NEAR) : group.end + _NEAR]:
                    continue
                found = _entity(report, page, group, group.end, None, catalogue)
                made.setdefault(fold(found.label), found)
        if made:
            break
    return tuple(made.values())
