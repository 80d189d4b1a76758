"""What leaves the program is text and nothing else."""

from __future__ import annotations

import pytest

from tieout.shells.drawing import path_figure
from tieout.shells.render import as_csv, csv_cell, printable


@pytest.mark.parametrize("cell", ["=1+1", "@x", "+cmd|' /C calc'!A0", "-x", "\t=1"])
def test_formulas_are_defused(cell: str) -> None:
    assert csv_cell(cell).startswith("'")


@pytest.mark.parametrize("cell", ["-12.5", "+3", "-", "1,234", "plain"])
def test_figures_and_words_stay(cell: str) -> None:
    assert csv_cell(cell) == cell


def test_control_and_direction_characters_are_dropped() -> None:
    assert printable("a\x1b[31mb\u202ec\x00") == "a[31mbc"
    assert as_csv([{"a": "x\x07"}], ["a"]) == "a\nx\n"


def test_labels_of_a_drawing_are_escaped() -> None:
    link = {"subject": "urn:a", "subject_label": "<b>x</b>", "predicate": "urn:p", "predicate_label": "<i>",
            "object": "urn:b", "object_label": "<script>"}  # fmt: skip
    drawn = path_figure({"links": [link]}).to_json()
    assert "<script>" not in drawn
    assert "&lt;script&gt;" in drawn
