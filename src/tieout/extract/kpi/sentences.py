"""Body text cut into stretches that read on: sentences, headings, the items of a list. Linear in the text."""

from __future__ import annotations

import itertools
import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_END = re.compile(
    r"[.!?;][\"'”’)\]]{0,3}(?:\s+|$)|(?<=[a-z)”])\.\d{1,2}\s+(?=[A-Z])|(?<=20\d\d)\.\d\s+(?=[A-Z])"
    r"|(?<=:)\s+(?=[A-Z•·])|\n\s*\n|[•▪●◦]|\s(?=·\s)"
)
_ABBREVIATIONS = _words(
    """
    no nos e.g i.e mr mrs ms dr ltd co inc corp vs approx incl excl sec art st u.s fig nr ca cf resp al etc para
    vol p pp
    """
)
_WORD_BEFORE = re.compile(r"([^\s(“\"]+)$")
_BRACKET = 300
"""Longest bracket whose semicolons do not end a stretch, in characters."""
_SHORT = 0.72
"""A line shorter than this part of a full line can end a stretch."""
_FULL = 0.9
"""The quantile of line lengths that counts as a full line."""


def _line_breaks(text: str) -> list[int]:
    """Offsets of line ends that end a stretch: the line is short and the next begins with a capital or a bracket."""
    lines: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    lengths = sorted(len(text[a:b].strip()) for a, b in lines)
    full = lengths[int(len(lengths) * _FULL)] if lengths else 0
    breaks: list[int] = []
    for (a, b), (c, d) in itertools.pairwise(lines):
        this, following = text[a:b].strip(), text[c:d].strip()
        if not this or not following or this[-1] in ",-–&(/":
            continue
        if len(this) < _SHORT * full and (following[0].isupper() or following[0] in "(•·▪*" or following[0].isdigit()):
            breaks.append(b)
    return breaks


def stretches(text: str, flat: bool) -> list[tuple[int, int]]:
    """Half-open spans of the stretches of ``text`` in order, white space trimmed, none empty."""
    cuts: list[int] = []
    for found in _END.finditer(text):
        end = found.end()
        if found.group()[0] == ".":
            word = _WORD_BEFORE.search(text, max(0, found.start() - 20), found.start())
            following = text[end : end + 1]
            if word and (word[1].casefold() in _ABBREVIATIONS or (len(word[1]) == 1 and word[1].isupper())):
                continue
            if following and not (following.isupper() or following.isdigit() or following in '“"‘(•·[*¹²³'):
                continue
        if found.group()[0] == ";":
            near = text[max(cuts[-1] if cuts else 0, found.start() - _BRACKET) : found.start()]
            if near.count("(") > near.count(")"):
                continue
        cuts.append(end)
    if not flat:
        cuts = sorted({*cuts, *_line_breaks(text)})
    spans: list[tuple[int, int]] = []
    start = 0
    for cut in [*cuts, len(text)]:
        a, b = start, cut
        while a < b and text[a].isspace():
            a += 1
        while b > a and text[b - 1].isspace():
            b -= 1
        if a < b:
            spans.append((a, b))
        start = max(start, cut)
    return spans
