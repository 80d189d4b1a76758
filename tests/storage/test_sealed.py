"""Sealed files and manifests take any bytes: the right ones, or a clear refusal."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tieout.storage.manifest import FileEntry, Manifest, read_manifest
from tieout.storage.sealed import BrokenSealError, seal, unseal

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)
BODY = st.dictionaries(st.text(), PLAIN)
MANIFEST = Manifest(1, 0, {"reports": 2}, {"graph.nq": FileEntry(3, "0" * 64)}, ("store",), {})


@given(BODY)
def test_what_is_sealed_comes_back(body: dict[str, object]) -> None:
    try:
        data = seal(body)  # type: ignore[arg-type]
    except UnicodeEncodeError:
        return  # half a surrogate pair has no bytes
    assert unseal(data) == body


@settings(max_examples=1000)
@given(st.binary() | st.text().map(lambda text: text.encode(errors="replace")))
def test_any_bytes_are_refused_cleanly(data: bytes) -> None:
    with pytest.raises(BrokenSealError):
        unseal(data)


@settings(max_examples=300)
@given(st.data())
def test_any_changed_bit_is_found(data: st.DataObject) -> None:
    whole = seal({"number": 1, "files": {"a": {"size": 1, "sha256": "0" * 64}}})
    at = data.draw(st.integers(0, len(whole) * 8 - 1))
    changed = bytearray(whole)
    changed[at // 8] ^= 1 << at % 8
    with pytest.raises(BrokenSealError):
        unseal(bytes(changed))


def test_hostile_nesting_is_refused() -> None:
    with pytest.raises(BrokenSealError):
        unseal(b'{"body":' + b"[" * 100_000)


@settings(max_examples=300)
@given(BODY | st.fixed_dictionaries({name: PLAIN for name in ("schema", "facts", "files", "derived", "number")}))
def test_a_sealed_manifest_of_any_other_shape_is_refused(
    tmp_path_factory: pytest.TempPathFactory, body: dict[str, object]
) -> None:
    folder = tmp_path_factory.getbasetemp() / "shape"
    folder.mkdir(exist_ok=True)
    try:
        (folder / "MANIFEST.json").write_bytes(seal(body))  # type: ignore[arg-type]
    except UnicodeEncodeError:
        return
    with pytest.raises(BrokenSealError):
        read_manifest(folder)


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "MANIFEST.json", "a/../../b"])
def test_a_manifest_cannot_point_outside(tmp_path: Path, name: str) -> None:
    hostile = Manifest(1, 0, {}, {name: FileEntry(1, "0" * 64)})
    (tmp_path / "MANIFEST.json").write_bytes(hostile.to_bytes())
    with pytest.raises(BrokenSealError, match="cannot name a file"):
        read_manifest(tmp_path)


def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    newer = Manifest(1, 0, {}, {}, schema=2)
    (tmp_path / "MANIFEST.json").write_bytes(newer.to_bytes())
    with pytest.raises(BrokenSealError, match="schema 2, this version reads 1"):
        read_manifest(tmp_path)


def test_a_renamed_generation_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "gen-000002"
    folder.mkdir()
    (folder / "MANIFEST.json").write_bytes(MANIFEST.to_bytes())
    (folder / "derived.json").write_bytes(MANIFEST.derived_bytes())
    with pytest.raises(BrokenSealError, match="of generation 1"):
        read_manifest(folder)


def test_equal_content_has_one_digest_wherever_it_stands() -> None:
    later = Manifest(9, 8, MANIFEST.facts, MANIFEST.files, MANIFEST.derived, {"store/x": FileEntry(1, "1" * 64)})
    assert later.content_digest() == MANIFEST.content_digest()
    assert later.to_bytes() != MANIFEST.to_bytes()
    other = Manifest(1, 0, MANIFEST.facts, {"graph.nq": FileEntry(3, "1" * 64)}, MANIFEST.derived)
    assert other.content_digest() != MANIFEST.content_digest()
