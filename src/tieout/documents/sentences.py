"""Sentence ends in report prose: cheap, linear, and careful with abbreviations and figures."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?。！？][\"'”’)\]]{0,2}(?=\s)|[•▪●■◆‣](?=\s)|[;:](?=\s*\n)|\n\s*\n")
_ABBREVIATIONS = frozenset(
    """
    approx art bn bzw ca cf ch co corp dept dr e.g ed eg est etc ev excl fig fr gen hr i.e ie inc incl jr ltd
    m max min mio mn mr mrs ms no nos nr p para paras pp prof rev sec sect sen sr st u.s v vol vs z.b
    """.split()  # a block of words reads better than a list of quotes
)
_LAST_WORD = re.compile(r"[\w.]+\Z")


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Half-open spans of the sentences of ``text[start:end]`` without outer white space; no word is lost."""
    stop = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    at = start
    for mark in _END.finditer(text, start, stop):
        cut = mark.end()
        if mark.group()[0] in "•▪●■◆‣":
            cut = mark.start()  # a bullet begins what follows it
        elif mark.group()[0] == "." and not _is_full_stop(text, mark.start(), stop):
            continue
        _append(spans, text, at, cut)
        at = max(at, cut)
    _append(spans, text, at, stop)
    return spans


def _is_full_stop(text: str, dot: int, stop: int) -> bool:
    before = _LAST_WORD.search(text, max(0, dot - 20), dot)
    word = before.group().casefold() if before else ""
    if word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()):
        return False
    after = text[dot + 1 : min(stop, dot + 8)].lstrip("\"'”’)] \t\n")
    return not after[:1].islower()


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))
