"""Sentences that are made of the rows of a table, which answer through their figures and not as text."""

from __future__ import annotations

from tieout.ask.passages.sentences import Sentence
from tieout.ask.view import View

_COVERED = 0.25
"""The share of a sentence from which rows make it one of a table."""


def made_of_rows(sentence: Sentence, view: View) -> bool:
    """Whether a sentence is made of table rows or a highlight box."""
    p = sentence.passage
    spans = view.rows.get((p.report, p.page), ())
    covered = sum(max(0, min(b, p.end) - max(a, p.start)) for a, b in spans)
    boxed = sum(p.start <= at < p.end for at in view.boxes.get((p.report, p.page), ()))
    return covered > _COVERED * (p.end - p.start) or boxed > 1
