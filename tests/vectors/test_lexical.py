from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tieout.errors import IndexIntegrityError
from tieout.vectors.lexical import K1, B, LexicalIndex

ROWS = [["water", "use", "water"], ["waste", "use"], [], ["energi"]]


def test_bm25_as_in_the_formula() -> None:
    index = LexicalIndex.build(ROWS)
    idf = np.log(1 + (4 - 1 + 0.5) / (1 + 0.5))
    norm = K1 * (1 - B + B * 3 / (6 / 4))
    expected = idf * 2 * (K1 + 1) / (2 + norm)
    scores = index.scores({"water": 1.0})
    assert scores[0] == pytest.approx(expected)
    assert scores[1:].tolist() == [0, 0, 0]


def test_weights_scale_and_unknown_terms_add_nothing() -> None:
    index = LexicalIndex.build(ROWS)
    np.testing.assert_allclose(index.scores({"use": 2.0, "unheard": 5.0}), 2 * index.scores({"use": 1.0}))


def test_the_rarer_term_counts_more() -> None:
    index = LexicalIndex.build(ROWS)
    assert index.rarity("water") > index.rarity("use") > 0


@pytest.mark.parametrize("rows", [[], [[]], ROWS])
def test_written_and_read_again(tmp_path: Path, rows: list[list[str]]) -> None:
    index = LexicalIndex.build(rows)
    index.save(tmp_path)
    again = LexicalIndex.open(tmp_path)
    assert len(again) == len(rows)
    np.testing.assert_array_equal(again.scores({"water": 1.0}), index.scores({"water": 1.0}))


def test_same_texts_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        LexicalIndex.build(ROWS).save(tmp_path / name)
    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert len(files) == 5
    for name in files:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


@pytest.mark.parametrize("name", ["terms.txt", "offsets.npy", "rows.npy", "counts.npy", "lengths.npy"])
@pytest.mark.parametrize("damage", ["missing", "cut", "another"])
def test_a_damaged_file_is_an_error(tmp_path: Path, name: str, damage: str) -> None:
    LexicalIndex.build(ROWS).save(tmp_path)
    path = tmp_path / name
    if damage == "missing":
        path.unlink()
    elif damage == "cut":
        path.write_bytes(path.read_bytes()[: -9 if name != "terms.txt" else 5])
    elif name == "terms.txt":
        path.write_text("one\ntwo")
    else:
        np.save(path, np.array([7, 7, 7], dtype=np.int32))
    with pytest.raises(IndexIntegrityError):
        LexicalIndex.open(tmp_path)


def test_pickled_arrays_are_not_loaded(tmp_path: Path) -> None:
    LexicalIndex.build(ROWS).save(tmp_path)
    np.save(tmp_path / "rows.npy", np.array([print], dtype=object), allow_pickle=True)
    with pytest.raises(IndexIntegrityError):
        LexicalIndex.open(tmp_path)
