from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tieout.errors import EncoderError, IndexIntegrityError
from tieout.vectors.labels import LabelIndex

PAIRS = [
    ("water", "Water withdrawal"),
    ("water", "Water drawn from wells"),
    ("waste", "Waste sent to landfill"),
    ("pay", "Pay gap"),
    ("pay", "Pay gap"),
]


@pytest.fixture
def index(tmp_path: Path, encoder: Any) -> LabelIndex:
    LabelIndex.build(tmp_path / "labels", PAIRS, encoder)
    return LabelIndex.open(tmp_path / "labels", encoder.name, encoder.dimension)


def test_a_key_is_found_by_its_best_text(index: LabelIndex, encoder: Any) -> None:
    assert len(index) == 4
    found = index.search(encoder.encode(["water from wells"])[0], 10)
    assert found[0][0] == "water"
    assert sorted(key for key, _ in found) == ["pay", "waste", "water"]
    assert len(index.search(encoder.encode(["water"])[0], 2)) == 2


def test_only_allowed_keys(index: LabelIndex, encoder: Any) -> None:
    vector = encoder.encode(["water"])[0]
    assert [key for key, _ in index.search(vector, 5, {"pay", "unknown"})] == ["pay"]
    assert index.search(vector, 5, set()) == []


def test_no_pairs(tmp_path: Path, encoder: Any) -> None:
    LabelIndex.build(tmp_path / "none", [], encoder)
    index = LabelIndex.open(tmp_path / "none", encoder.name, encoder.dimension)
    assert index.search(encoder.encode(["water"])[0], 5) == []


def test_another_model_or_damage_is_an_error(tmp_path: Path, index: LabelIndex, encoder: Any) -> None:
    with pytest.raises(EncoderError):
        LabelIndex.open(tmp_path / "labels", "other", encoder.dimension)
    (tmp_path / "labels" / "rows.jsonl").write_text("")
    with pytest.raises(IndexIntegrityError):
        LabelIndex.open(tmp_path / "labels", encoder.name, encoder.dimension)


def test_order_of_pairs_changes_no_byte(tmp_path: Path, encoder: Any) -> None:
    LabelIndex.build(tmp_path / "one", PAIRS, encoder)
    LabelIndex.build(tmp_path / "two", PAIRS[::-1], encoder)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()
