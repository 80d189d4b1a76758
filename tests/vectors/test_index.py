from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tieout.errors import EncoderError, IndexIntegrityError
from tieout.vectors.index import VectorIndex


def unit(count: int, dimension: int = 16, seed: int = 0) -> np.ndarray:
    rows = np.random.default_rng(seed).standard_normal((count, dimension)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@pytest.fixture(params=["flat", "ivf"])
def index(request: pytest.FixtureRequest) -> VectorIndex:
    return VectorIndex.build(unit(4000), flat_rows=100 if request.param == "ivf" else 10_000)


def test_each_row_finds_itself_first(index: VectorIndex) -> None:
    rows = unit(4000)
    for row in (0, 17, 3999):
        best = index.search(rows[row], 3)
        assert best[0][0] == row
        assert best[0][1] == pytest.approx(1.0, abs=1e-5)
        assert [score for _, score in best] == sorted((score for _, score in best), reverse=True)


def test_scope_is_exact_and_never_left(index: VectorIndex) -> None:
    rows = unit(4000)
    allowed = np.arange(3, 4000, 97)
    best = index.search(rows[0], 5, allowed)
    expected = allowed[np.argsort(-(rows[allowed] @ rows[0]))[:5]]
    assert [row for row, _ in best] == expected.tolist()


@pytest.mark.parametrize("k", [0, -1])
def test_nothing_asked_nothing_given(index: VectorIndex, k: int) -> None:
    assert index.search(unit(1)[0], k) == []


def test_more_asked_than_there_is_gives_no_row_minus_one() -> None:
    index = VectorIndex.build(unit(3))
    assert sorted(row for row, _ in index.search(unit(1)[0], 50)) == [0, 1, 2]
    assert [row for row, _ in index.search(unit(1)[0], 50, np.array([2]))] == [2]
    assert index.search(unit(1)[0], 50, np.array([], dtype=np.int64)) == []


def test_many_neighbours_are_found_in_lists_too() -> None:
    rows = unit(4000)
    index = VectorIndex.build(rows, flat_rows=100)
    found = {row for row, _ in index.search(rows[0], 1500)}
    true = set(np.argsort(-(rows @ rows[0]))[:1500].tolist())
    assert len(found) == 1500
    assert len(found & true) >= 0.9 * 1500


def test_equal_scores_are_in_row_order() -> None:
    index = VectorIndex.build(np.tile(unit(1), (5, 1)))
    assert [row for row, _ in index.search(unit(1)[0], 5)] == [0, 1, 2, 3, 4]


def test_an_empty_index_answers() -> None:
    assert VectorIndex.build(np.empty((0, 8), dtype=np.float32)).search(unit(1, 8)[0], 3) == []


@pytest.mark.parametrize("flat_rows", [100, 10_000])
def test_same_vectors_same_bytes(flat_rows: int) -> None:
    first, second = (VectorIndex.build(unit(3000), flat_rows=flat_rows).to_bytes() for _ in range(2))
    assert first == second


def test_stored_vectors_come_back(index: VectorIndex) -> None:
    wanted = np.array([5, 2, 3999])
    np.testing.assert_array_equal(index.vectors(wanted), unit(4000)[wanted])
    assert index.vectors(wanted[:0]).shape == (0, 16)


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_numbers_that_are_none_are_refused(bad: float) -> None:
    rows = unit(4)
    rows[1, 2] = bad
    with pytest.raises(EncoderError, match="not finite"):
        VectorIndex.build(rows)
    with pytest.raises(EncoderError, match="not finite"):
        VectorIndex.build(unit(4)).search(rows[1], 1)


def test_a_vector_of_another_length_is_refused() -> None:
    with pytest.raises(EncoderError, match="shape 1 x 8"):
        VectorIndex.build(unit(4)).search(unit(1, 8)[0], 1)
    with pytest.raises(EncoderError):
        VectorIndex.build(unit(4)[0])


@pytest.mark.parametrize("damage", [lambda b: b"", lambda b: b[:20], lambda b: b"nonsense" + b, lambda b: b[:-7]])
def test_a_damaged_file_is_an_error_with_a_remedy(tmp_path: Path, damage: object) -> None:
    path = tmp_path / "vectors.faiss"
    path.write_bytes(damage(VectorIndex.build(unit(30)).to_bytes()))  # type: ignore[operator]
    with pytest.raises(IndexIntegrityError, match="tieout rebuild"):
        VectorIndex.open(path, 16)


def test_a_missing_file_and_another_size_are_errors(tmp_path: Path) -> None:
    path = tmp_path / "vectors.faiss"
    with pytest.raises(IndexIntegrityError, match="cannot be read"):
        VectorIndex.open(path, 16)
    path.write_bytes(VectorIndex.build(unit(30)).to_bytes())
    assert len(VectorIndex.open(path, 16, 30)) == 30
    with pytest.raises(IndexIntegrityError, match="30 vectors of 16"):
        VectorIndex.open(path, 17)
    with pytest.raises(IndexIntegrityError, match="expected 31"):
        VectorIndex.open(path, 16, 31)
