"""The samples give what was reviewed: figures, clauses, entities, answers. ``make golden`` rewrites the files."""

from __future__ import annotations

from tests.golden.produce import FOLDER, golden

from tieout import Library

FILES = 10
"""Three tables for each of three reports, and the answers."""


def test_the_samples_give_what_was_reviewed(library: Library) -> None:
    made = golden(library)
    kept = {path.name: path.read_bytes().decode() for path in FOLDER.iterdir() if path.suffix in {".csv", ".json"}}
    assert len(made) == FILES
    assert sorted(made) == sorted(kept)
    for name, text in made.items():
        assert text == kept[name], f"{name} is not as reviewed: run make golden and read the diff"
