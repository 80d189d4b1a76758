"""Where the title of an index row ends and what it points to begins, in text whose columns ran together."""

from __future__ import annotations

import re

_WORD = re.compile(r"\S+")
_FULL_STOP = re.compile(r"[a-z)]\.\s{1,3}(?=[A-Z“\"])")
_FIGURE = re.compile(r"\d{1,3}(?:[,.]\d{1,3})+%?;?|\d{1,3}%")
_SHORT_WORDS = 8
_PROSE_WORDS = 12


def title_end(text: str) -> int:
    """Where a sentence-case title ends: before the first capitalised word that follows a plain lower-case word."""
    before = ""
    for m in _WORD.finditer(text):
        word = m.group()
        if before and before[-1].islower() and word[0].isupper() and not word[1:2].isupper() and len(word) > 1:
            return m.start()
        if before and before[-1].islower() and word.endswith(("'s", "’s")) and word[0].isupper():
            return m.start()
        if before and before[-1].isalpha() and _FIGURE.fullmatch(word):
            return m.start()
        if before.endswith((".", "?")) and len(before) > 4 and word[0].isupper():
            return m.start()
        before = word
    return len(text)


def figure_start(text: str, turn: int, start: int) -> int:
    """Where a figure that answers stands between title and reference ("… 120 t; see p. 15"), else ``start``."""
    return turn if turn < start and text[turn].isdigit() else start


def named_start(text: str, turn: int, start: int) -> int:
    """Back to the name of a section that the file does not know, printed before its page ("Our rivers, page 2")."""
    named = turn < start and text[:start].rstrip().endswith(",") and not text[turn].isdigit()
    return turn if named and len(_WORD.findall(text[turn:start])) <= _SHORT_WORDS else start


def sentence_start(text: str, start: int) -> int:
    """Back from a reference to the beginning of its cell, where the requirement before it ends with a full stop."""
    ends = [m.end() for m in _FULL_STOP.finditer(text, 0, start)]
    return ends[-1] if ends and len(_WORD.findall(text[ends[-1] : start])) <= _PROSE_WORDS else start
