"""Where the content indexes are: runs of pages dense with codes in rising order, found by structure alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tieout.extract.clauses.book import natural_key
from tieout.extract.clauses.marks import Mark, MarkKind
from tieout.extract.clauses.stream import Stream

# What stands above an index of the framework, or in its header row.
_CUES: dict[str, re.Pattern[str]] = {
    "gri": re.compile(
        r"GRI\W{0,2}(?:Standards?\s)?(?:Content\s|Indicators?\s){0,2}Index|Content Index|Statement of use|GRI 1 used"
        r"|GRI[\s-]{1,2}(?:Standards?|sections?|Disclosures?|Indicators?)\s{1,3}(?:and\s)?(?:Disclosures?|Location|Page|Title)",
        re.IGNORECASE,
    ),
    "hkex-c2": re.compile(
        r"(?:Index|Reporting (?:Guide|Code)|HKEX|Stock Exchange|General Disclosure|Comply or explain"
        r"|Mandatory Disclosure|Aspect [AB]\d)",
        re.IGNORECASE,
    ),
    "esrs": re.compile(
        r"ESRS\W{0,2}(?:Content\s)?Index|disclosure requirements?(?:\s\w+){0,6}\s(?:datapoints?|page)|IRO-2"
        r"|List of (?:material )?(?:datapoints|disclosure requirements)|datapoints in",
        re.IGNORECASE,
    ),
    "tcfd": re.compile(r"TCFD|Task Force (?:on|for) Climate", re.IGNORECASE),
    "ifrs-s2": re.compile(r"IFRS S2|Climate-related Disclosures", re.IGNORECASE),
    "sasb": re.compile(r"SASB|Sustainability Accounting Standards", re.IGNORECASE),
}
_NUMBER = re.compile(r"\d[\d,.]*")
_MOST_PAGES = 60
_LEAST, _LEAST_CUED = 5, 3
_LEAST_SPREAD, _SPREAD_PAGES, _LAST_ANSWER = 8, 8, 2500


@dataclass(frozen=True, slots=True)
class Region:
    """One framework's index: the half-open stream span and the positions of its first and last page."""

    framework: str
    start: int
    end: int
    first: int
    last: int
    cued: bool
    codes: frozenset[str]


def rising(codes: Sequence[str]) -> float:
    """The share of neighbours that do not fall, 1.0 for fewer than two codes."""
    keys = [natural_key(code) for code in codes]
    pairs = list(pairwise(keys))
    return sum(a <= b for a, b in pairs) / len(pairs) if pairs else 1.0


def find_regions(stream: Stream, framework: str, marks: Sequence[Mark]) -> list[Region]:
    """The regions of one framework in reading order; a run that repeats the codes of a better one is left out."""
    listed = _regions(stream, framework, marks, headed=framework == "hkex-c2")
    if framework == "tcfd" and not listed:
        return _spread(stream, framework, marks)
    return listed or (_regions(stream, framework, marks, headed=True) if framework == "gri" else listed)


def _spread(stream: Stream, framework: str, marks: Sequence[Mark]) -> list[Region]:
    """An index that answers in its cells, over many pages: most of the codes, once each and in order, not far apart."""
    best: list[Mark] = []
    chain: list[Mark] = []
    for mark in marks:
        if mark.kind is not MarkKind.ROW:
            continue
        last = chain[-1] if chain else None
        if last is not None and not (
            natural_key(last.codes[0]) < natural_key(mark.codes[0])
            and stream.page_at(mark.start) - stream.page_at(last.start) <= _SPREAD_PAGES
        ):
            best, chain = max(best, chain, key=len), []
        chain.append(mark)
    best = max(best, chain, key=len)
    if len(best) < _LEAST_SPREAD:
        return []
    first, end = stream.page_at(best[0].start), min(len(stream.text), best[-1].end + _LAST_ANSWER)
    codes = frozenset(mark.codes[0] for mark in best)
    return [Region(framework, best[0].start, end, first, stream.page_at(end), True, codes)]


def _regions(stream: Stream, framework: str, marks: Sequence[Mark], *, headed: bool) -> list[Region]:
    """Regions by the density of rows; ``headed`` lets the heads of aspects or standards count as rows too."""
    by_page: dict[int, list[Mark]] = {}
    for mark in marks:
        if not mark.codes or (mark.kind is MarkKind.HEAD and not (headed and mark.standard)):
            continue
        by_page.setdefault(stream.page_at(mark.start), []).append(mark)
    cue = _CUES[framework]
    cued = {page for page in by_page if _has_cue(stream, cue, page, by_page[page][0].start)}
    seeds = [page for page, found in sorted(by_page.items()) if _dense(stream, page, found, page in cued)]
    regions: list[Region] = []
    for seed in seeds:
        if regions and seed <= regions[-1].last:
            continue
        first = last = seed
        lowest = regions[-1].last + 1 if regions else 0
        while first > lowest and last - first < _MOST_PAGES and _joins(stream, by_page, first - 1, first):
            first -= 1
        while last - first < _MOST_PAGES and _joins(stream, by_page, last + 1, last):
            last += 1
        found = [mark for page in range(first, last + 1) for mark in by_page[page]]
        codes = frozenset(code for mark in found for code in mark.codes)
        has_cue = any(page in cued for page in range(first, last + 1))
        if len(codes) < (_LEAST_CUED if has_cue else _LEAST) or (
            framework == "sasb" and not any("." in code for code in codes)
        ):
            continue
        start = _start(stream, cue, first, found[0].start, marks)
        regions.append(Region(framework, start, stream.page_span(last)[1], first, last, has_cue, codes))
    return _best(regions)


def _has_cue(stream: Stream, cue: re.Pattern[str], page: int, before: int) -> bool:
    start, end = stream.page_span(page)
    return cue.search(stream.text, start, min(end, before + 400)) is not None


def _dense(stream: Stream, page: int, found: Sequence[Mark], cued: bool) -> bool:
    codes = [mark.codes[0] for mark in found]
    distinct = len(set(codes))
    start, end = stream.page_span(page)
    per_thousand = distinct * 1000 / max(1, end - start)
    if distinct < 3 or (rising(codes) < 0.6 and codes[0].count("-") < 2):
        return False
    if cued:
        return per_thousand >= 0.8
    return distinct >= 8 or (distinct >= 5 and per_thousand >= 1.5)


def _joins(stream: Stream, by_page: dict[int, list[Mark]], page: int, neighbour: int) -> bool:
    """Whether ``page`` carries on the index of its neighbour: enough codes, on the right side of the neighbour's."""
    found, beside = by_page.get(page, []), by_page.get(neighbour, [])
    if not found or not beside:
        return False
    codes = [mark.codes[0] for mark in found]
    start, end = stream.page_span(page)
    if len(set(codes)) * 1000 / max(1, end - start) < 0.4 or rising(codes) < 0.5:
        return False
    ends = (beside[-1].codes[0], codes[0]) if page > neighbour else (codes[-1], beside[0].codes[0])
    return len(set(codes)) >= 3 or natural_key(ends[0]) <= natural_key(ends[1])


def _start(stream: Stream, cue: re.Pattern[str], page: int, first_row: int, marks: Sequence[Mark]) -> int:
    """Where the region begins: at the first cue above its first row, else at the first mark of the page."""
    start, _ = stream.page_span(page)
    found = cue.search(stream.text, start, first_row)
    if found:
        return found.start()
    heads = [mark.start for mark in marks if start <= mark.start <= first_row and mark.kind is not MarkKind.STOP]
    return min([first_row, *heads])


def _best(regions: Sequence[Region]) -> list[Region]:
    kept: list[Region] = []
    for region in sorted(regions, key=lambda r: (not r.cued, -len(r.codes), r.start)):
        rivals = [k for k in kept if len(k.codes & region.codes) * 2 > len(region.codes)]
        if not rivals:
            kept.append(region)
    return sorted(kept, key=lambda r: r.start)
