from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tieout.errors import EncoderError, IndexIntegrityError
from tieout.model import Chunk, Passage
from tieout.vectors import passages
from tieout.vectors.passages import PassageIndex, embedding_text, encode_chunks


@pytest.fixture
def folder(tmp_path: Path, chunks: list[Chunk], encoder: Any) -> Path:
    PassageIndex.build(tmp_path / "passages", chunks, encode_chunks(chunks, encoder), encoder)
    return tmp_path / "passages"


@pytest.fixture
def index(folder: Path, encoder: Any) -> PassageIndex:
    return PassageIndex.open(folder, encoder.name, encoder.dimension)


def test_the_right_passage_comes_first(index: PassageIndex, encoder: Any) -> None:
    best = index.search("Does the company report on landfill waste?", encoder)[0]
    assert (best.report, best.chunk, best.row) == ("birch-2023", "birch-2023#1", 3)
    assert dict(best.parts).keys() == {"dense", "lexical"}
    assert best.score == pytest.approx(1.0)


def test_a_scope_is_never_left(index: PassageIndex, encoder: Any) -> None:
    assert index.reports == ("alder-2023", "birch-2023")
    hits = index.search("landfill waste", encoder, 100, {"alder-2023"})
    assert len(hits) == 3
    assert {hit.report for hit in hits} == {"alder-2023"}
    assert index.search("waste", encoder, 10, {"nobody"}) == []
    assert index.search("waste", encoder, 10, set()) == []
    assert index.search("waste", encoder, 0) == []


def test_a_large_index_is_searched_by_candidates(
    index: PassageIndex, encoder: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = index.search("water withdrawal", encoder, 2)
    monkeypatch.setattr(passages, "_CANDIDATES", 2)
    assert [hit.row for hit in index.search("water withdrawal", encoder, 2)] == [hit.row for hit in whole]


@pytest.mark.parametrize("question", ["", "\0", "😀😀", "\ud800", "x" * 100_000, "the of and"])
def test_hostile_questions_are_answered(index: PassageIndex, encoder: Any, question: str) -> None:
    hits = index.search(question, encoder, 5)
    assert len(hits) == 5
    assert len({hit.row for hit in hits}) == 5


def test_same_question_same_hits(index: PassageIndex, encoder: Any) -> None:
    assert index.search("board and staff", encoder) == index.search("board and staff", encoder)


def test_same_chunks_same_bytes(tmp_path: Path, chunks: list[Chunk], encoder: Any) -> None:
    for name in ("one", "two"):
        PassageIndex.build(tmp_path / name, chunks, encode_chunks(chunks, encoder), encoder)
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert len(names) == 8
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name


def test_another_model_is_an_error_never_a_rebuild(folder: Path, encoder: Any) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(EncoderError, match=r"words@1.*words@2"):
        PassageIndex.open(folder, "words@2", encoder.dimension)
    with pytest.raises(EncoderError, match=r"64.*65"):
        PassageIndex.open(folder, encoder.name, 65)
    assert before == {path.name: path.read_bytes() for path in folder.iterdir()}


def test_every_flipped_byte_is_found(folder: Path, encoder: Any) -> None:
    for path in sorted(folder.iterdir()):
        data = path.read_bytes()
        path.write_bytes(data[:-3] + bytes([data[-3] ^ 1]) + data[-2:])
        with pytest.raises((IndexIntegrityError, EncoderError)):
            PassageIndex.open(folder, encoder.name, encoder.dimension)
        path.write_bytes(data)
    assert len(PassageIndex.open(folder, encoder.name, encoder.dimension)) == 7


@pytest.mark.parametrize(
    "seal", ["", "[]", "{}", '{"schema": "passages/1"}', "\ud800".encode("utf-8", "surrogatepass")]
)
def test_a_malformed_seal_is_an_error(folder: Path, encoder: Any, seal: str | bytes) -> None:
    (folder / "index.json").write_bytes(seal if isinstance(seal, bytes) else seal.encode())
    with pytest.raises(IndexIntegrityError):
        PassageIndex.open(folder, encoder.name, encoder.dimension)


def test_a_seal_names_no_file_outside_its_folder(folder: Path, encoder: Any) -> None:
    value = json.loads((folder / "index.json").read_text())
    value["files"]["../../../../etc/hostname"] = "0" * 64
    (folder / "index.json").write_text(json.dumps(value))
    with pytest.raises(IndexIntegrityError):
        PassageIndex.open(folder, encoder.name, encoder.dimension)


def test_vectors_must_fit_the_chunks(tmp_path: Path, chunks: list[Chunk], encoder: Any) -> None:
    vectors = encode_chunks(chunks, encoder)
    with pytest.raises(EncoderError):
        PassageIndex.build(tmp_path / "x", chunks, vectors[1:], encoder)
    vectors[2, 3] = np.nan
    with pytest.raises(EncoderError, match="not finite"):
        PassageIndex.build(tmp_path / "x", chunks, vectors, encoder)


def test_an_index_without_chunks_opens_and_finds_nothing(tmp_path: Path, encoder: Any) -> None:
    PassageIndex.build(tmp_path / "x", [], encode_chunks([], encoder), encoder)
    index = PassageIndex.open(tmp_path / "x", encoder.name, encoder.dimension)
    assert len(index) == 0
    assert index.search("water", encoder) == []


def test_the_heading_trail_is_embedded_and_kept_apart() -> None:
    passage = Passage("r", 1, 0, 4, "Text")
    assert embedding_text(Chunk("c", passage, "", (), "Text")) == "Text"
    found = Chunk("c", passage, "s", ("Part A", "Environment", "Water\nuse"), "Text")
    assert embedding_text(found) == "Environment. Water use. Text"
    assert found.text == "Text"


def test_ids_with_line_separators_stay_one_row(tmp_path: Path, encoder: Any) -> None:
    odd = [Chunk("a\u2028b\n\ud800", Passage("r\u0085", 1, 0, 5, "water"), "", (), "water")]
    PassageIndex.build(tmp_path / "x", odd, encode_chunks(odd, encoder), encoder)
    hit = PassageIndex.open(tmp_path / "x", encoder.name, encoder.dimension).search("water", encoder)[0]
    assert (hit.chunk, hit.report) == ("a\u2028b\n\ud800", "r\u0085")


def test_progress_ends_at_the_last_chunk(chunks: list[Chunk], encoder: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passages, "_BLOCK", 3)
    told: list[tuple[int, int]] = []
    vectors = encode_chunks(chunks, encoder, lambda done, total: told.append((done, total)))
    assert told == [(3, 7), (6, 7), (7, 7)]
    np.testing.assert_array_equal(vectors, encoder.encode([c.text for c in chunks]))
