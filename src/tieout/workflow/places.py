"""The sentences of a report as places of the graph, so that a quote from running text has a node to lead a path to.

Sentences are cut from the text alone, not by the chunker: another chunker leaves every place as it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from tieout.documents.sentences import sentence_spans
from tieout.model import Findings, Passage, Report

PLACES = "places.json"
_LONGEST = 800
"""Characters of a finding's passage that still tells where a quote inside it stands."""


def sentence_places(report: Report) -> tuple[Passage, ...]:
    """The sentences and other pieces with a word in them, in page order; none crosses the heading of a section."""
    headings: dict[int, list[int]] = {}
    for section in report.sections:
        headings.setdefault(section.page, []).append(section.start)
    found = []
    for page in report.pages:
        text = page.body.text
        starts = [page.body.derived_index(start) for start in headings.get(page.number, [])]
        cuts = sorted({0, *starts, len(text)})
        for start, end in pairwise(cuts):
            for a, b in sentence_spans(text, start, end):
                if any(c.isalpha() for c in text[a:b]):
                    found.append(report.passage(page, a, b))
    return tuple(found)


def finding_places(findings: Findings) -> set[Passage]:
    """Every passage that a finding stands on."""
    found = {o.passage for o in findings.observations}
    found |= {p for o in findings.observations for p in o.notes}
    found |= {p for d in findings.disclosures for p in (d.passage, *d.evidence) if p is not None}
    return found | {p for e in findings.entities for p in e.passages}


def places_file(findings: Iterable[Passage], sentences: Iterable[Passage]) -> bytes:
    """The places as JSON: [page, start, end] in order, those of findings apart from the sentences."""
    told = {
        name: sorted({(p.page, p.start, p.end) for p in places})
        for name, places in (("findings", findings), ("sentences", sentences))
    }
    return json.dumps(told, separators=(",", ":")).encode() + b"\n"


class Places:
    """Looks up the place of the graph that holds a quote."""

    def __init__(self, folder: Path) -> None:
        told = json.loads((folder / PLACES).read_text(encoding="utf-8"))
        self._findings, self._sentences = (_by_page(told[name]) for name in ("findings", "sentences"))

    def holding(self, passage: Passage) -> tuple[int, int, int] | None:
        """(page, start, end) of the place that a path should lead to; None where the graph has none.

        A finding's own passage comes first, since a path through the finding says more than one through a section;
        then the sentence that holds the quote; then the one in which it begins.
        """
        findings = self._findings.get(passage.page, [])
        sentences = self._sentences.get(passage.page, [])
        choices = (
            [(s, e) for s, e in findings if s <= passage.start and passage.end <= e and e - s <= _LONGEST],
            [(s, e) for s, e in sentences if s <= passage.start and passage.end <= e],
            [(s, e) for s, e in sentences if s <= passage.start < e],
        )
        for around in choices:
            if around:
                start, end = min(around, key=lambda place: (place[1] - place[0], place))
                return passage.page, start, end
        return None


def _by_page(rows: Iterable[Sequence[int]]) -> dict[int, list[tuple[int, int]]]:
    pages: dict[int, list[tuple[int, int]]] = {}
    for page, start, end in rows:
        pages.setdefault(page, []).append((start, end))
    return pages
