"""What is made of rows: of a table, which answer through their figures, or of an index, which say where something stands."""

from __future__ import annotations

from tieout.ask.passages.row_text import told_in_row
from tieout.ask.passages.sentences import Sentence
from tieout.ask.view import View
from tieout.model import Passage

_COVERED, _ON_INDEX = 0.25, 0.5
"""The share of a sentence from which rows make it one of a table, and of a passage from which it is one of an index."""


def made_of_rows(sentence: Sentence, view: View) -> bool:
    """Whether a sentence is made of table rows or a highlight box."""
    p = sentence.passage
    spans = view.rows.get((p.report, p.page), ())
    covered = sum(max(0, min(b, p.end) - max(a, p.start)) for a, b in spans)
    boxed = sum(p.start <= at < p.end for at in view.boxes.get((p.report, p.page), ()))
    return covered > _COVERED * (p.end - p.start) or boxed > 1


def on_index(passage: Passage, view: View) -> bool:
    """Whether a passage is made of index rows that tell nothing themselves."""
    rows = [
        d.passage for d in view.disclosures
        if d.passage is not None and (d.passage.report, d.passage.page) == (passage.report, passage.page) and told_in_row(d, view) is None
    ]  # fmt: skip
    covered = sum(max(0, min(r.end, passage.end) - max(r.start, passage.start)) for r in rows)
    return covered > _ON_INDEX * (passage.end - passage.start)


def is_printed(passage: Passage, view: View) -> bool:
    """Whether a passage meets a row of a table or a highlight box, where a figure stands under its own label."""
    place = (passage.report, passage.page)
    rows, boxes = view.rows.get(place, ()), view.boxes.get(place, ())
    in_row = any(start < passage.end and passage.start < end for start, end in rows)
    return in_row or any(passage.start <= at < passage.end for at in boxes)
