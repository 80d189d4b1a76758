"""Runs of labels without punctuation, as flattening leaves lists and matrices: "Waste management Energy use Tax".

A label begins with a capital and goes on in small letters; the next capital begins the next label. Proper names and
acronyms inside a label ("ESG management") are kept together by their neighbours' case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[^\s]+")
_STOP = re.compile(r"[.;:!?•|“”\"()]|\d{2,}")
_BRACKET = re.compile(r"\([a-z][^().;:!?•]{0,60}\)(?=\s|$)")
"""A remark in small letters that a label carries: "Mobility (new work)"."""
_MOST_WORDS = 9


@dataclass(frozen=True, slots=True)
class Segment:
    """One label: half-open span in the page's body and its text."""

    start: int
    end: int
    text: str


def _begins(word: str) -> bool:
    return word[:1].isupper() and not (len(word) > 1 and word.rstrip(",").isupper() and word.isalpha())


def segments(text: str, start: int = 0, end: int | None = None) -> Iterator[Segment]:
    """The labels of a stretch of text in order; words with punctuation end a label."""
    stop = len(text) if end is None else end
    first: int | None = None
    last = start
    closing = start  # where the brackets that belong to the label end
    for match in _WORD.finditer(text, start, stop):
        word = match.group()
        if first is not None and last >= start and (bracket := _BRACKET.match(text, match.start(), stop)):
            closing = bracket.end()
        if match.start() < closing:
            last = closing
            continue
        broken = _STOP.search(word) is not None
        if first is not None and (_begins(word) or broken):
            yield Segment(first, last, text[first:last])
            first = None
        if broken:
            continue
        if first is None:
            first = match.start() if word[:1].isupper() else None
        last = match.end()
    if first is not None:
        yield Segment(first, last, text[first:last])


def runs(text: str, least: int) -> Iterator[list[Segment]]:
    """Stretches of at least ``least`` labels that follow each other directly, each of one to nine words."""
    run: list[Segment] = []
    for segment in segments(text):
        if run and run[-1].text.endswith(",") and len(run[-1].text.split()) < _MOST_WORDS:
            last = run.pop()  # "Diversity, Inclusion and …" is one label
            segment = Segment(last.start, segment.end, text[last.start : segment.end])
        short = len(segment.text.split()) <= _MOST_WORDS
        adjacent = bool(run) and not text[run[-1].end : segment.start].strip()
        if short and (adjacent or not run):
            run.append(segment)
            continue
        if len(run) >= least:
            yield run
        run = [segment] if short else []
    if len(run) >= least:
        yield run
