"""What an index row points to, as text: the cited sections with what lies under them, or the cited pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from tieout.model import Disclosure, Passage, Report, Section
from tieout.text import words

_FORMAL = frozenset(
    (
        "descri practi used imple monit steps taken whethe number total percen propor achiev which they thei where "
        "how and"
    ).split()
)
_FEW = 15  # words before a heading that are no section's text
_SENTENCE = re.compile(r"[^.!?;•\n]{1,600}")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of one page's body: half-open offsets in ``report.page(page).body.text``."""

    page: int
    start: int
    end: int


class Places:
    """The sections of one report as text, without the pages of its index.

    Args:
        report: the report as read.
        disclosures: its index rows; a page with several of them is a page of the index.
    """

    def __init__(self, report: Report, disclosures: Sequence[Disclosure]) -> None:
        self.report = report
        self._pages = {p.number: p for p in report.pages}
        rows: dict[int, set[tuple[str, str]]] = {}
        for d in disclosures:
            if d.indexed and d.passage is not None:
                rows.setdefault(d.passage.page, set()).add((d.framework, d.code))
        self.index_pages = {page for page, codes in rows.items() if len(codes) >= 3}
        self._under: dict[str, list[Section]] = {}
        for s in report.sections:
            self._under.setdefault(s.parent, []).append(s)
        self._headings: dict[int, list[Section]] = {}
        for s in report.sections:
            self._headings.setdefault(s.page, []).append(s)
        self._next: dict[str, Section] = {s.id: t for s, t in zip(report.sections, report.sections[1:], strict=False)}

    def cited(self, d: Disclosure) -> list[Stretch]:
        """The text a row points to; empty where it points to nothing in this report, or to something not resolved."""
        sections = [at.section for at in d.locations if at.section]
        if len(sections) != len(d.locations) or not sections:
            return []
        ids = {s.id: s for s in self.report.sections}
        if any(s not in ids for s in sections):
            return []
        above = {a for s in sections for a in self._above(s, ids)}
        pages = [run for s in dict.fromkeys(sections) if s not in above for run in self.section(ids[s])]
        return list(dict.fromkeys(pages))

    def _above(self, section: str, ids: dict[str, Section]) -> Iterator[str]:
        at = ids.get(section)
        while at is not None and at.parent:
            yield at.parent
            at = ids.get(at.parent)

    def section(self, section: Section) -> list[Stretch]:
        """The pages that a section and all that lies under it touch, whole, outside the index.

        Whole, because a heading in the middle of a flattened page may stand behind the text of its own section.
        """
        return [
            Stretch(number, 0, len(self._pages[number].body.text))
            for number in sorted(self._touched(section))
            if number in self._pages and number not in self.index_pages
        ]

    def _touched(self, section: Section) -> set[int]:
        after = self._next.get(section.id)
        last = max(self._pages) if after is None else after.page
        if after is not None and after.page > section.page:
            before = self._pages[after.page].body.text[: self._pages[after.page].body.derived_index(after.start)]
            last -= len(before.split()) < _FEW
        pages = set(range(section.page, last + 1))
        for child in self._under.get(section.id, ()):
            pages |= self._touched(child)
        return pages

    def heading(self, section: Section) -> Passage | None:
        """The printed heading of a section; None where its page belongs to the index."""
        page = self._pages.get(section.page)
        if page is None or section.page in self.index_pages:
            return None
        start = page.body.derived_index(section.start)
        end = page.body.derived_index(section.end)
        return self.passage(Stretch(section.page, start, end)) if end > start else None

    def text(self, run: Stretch) -> str:
        """The text of a stretch."""
        return self._pages[run.page].body.text[run.start : run.end]

    def sentences(self, runs: Sequence[Stretch]) -> Iterator[tuple[Stretch, str]]:
        """The sentences of stretches, in order, without the headings of sections."""
        for run in runs:
            body = self._pages[run.page].body
            cuts = [(body.derived_index(s.start), body.derived_index(s.end)) for s in self._headings.get(run.page, ())]
            for start, end in zip([run.start, *(c[1] for c in cuts)], [*(c[0] for c in cuts), run.end], strict=True):
                for found in _SENTENCE.finditer(body.text, start, max(start, end)):
                    yield Stretch(run.page, found.start(), found.end()), found.group()

    def passage(self, run: Stretch, at: int | None = None, most: int = 240) -> Passage:
        """A stretch as a Passage, without outer white space; of a long one the words around ``at`` (else its start)."""
        page = self._pages[run.page]
        text = page.body.text[run.start : run.end]
        start = run.start + len(text) - len(text.lstrip())
        end = run.start + len(text.rstrip())
        if end - start > most and at is not None and at - start > most // 2:
            start = page.body.text.find(" ", at - most // 2, at) + 1 or at
        if end - start > most:
            end = page.body.text.rfind(" ", start + most // 2, start + most)
            end = start + most if end < 0 else end
        return self.report.passage(page, start, end)

    def closest(self, runs: Sequence[Stretch], title: str, most: int = 2) -> list[Passage]:
        """The sentences of stretches that come nearest to a clause's title; what is seldom said there weighs more."""
        wanted = _features(title)
        said = [(run, wanted & _features(text)) for run, text in self.long_sentences(runs)]
        often = Counter(stem for _, stems in said for stem in stems)
        scored = sorted((-sum(Fraction(1, often[s]) for s in stems), i) for i, (_, stems) in enumerate(said) if stems)
        return [self.passage(said[i][0], most=130) for _, i in scored[:most]]

    def long_sentences(self, runs: Sequence[Stretch]) -> Iterator[tuple[Stretch, str]]:
        """Sentences of six words and more: no headings."""
        return ((run, text) for run, text in self.sentences(runs) if len(text.split()) >= 6)


def _features(text: str) -> set[str]:
    """The stems of the telling words of a text, and its pairs of neighbours."""
    stems = [w[:6].rstrip("s") for w in words(text.casefold()) if len(w) > 3]
    telling = [s for s in stems if s not in _FORMAL]
    return {*telling, *(f"{a} {b}" for a, b in pairwise(telling))}
