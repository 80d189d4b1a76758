"""Bit flips and cuts in any file of a generation: found every time, and then the generation before answers."""

from __future__ import annotations

import errno
import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tieout.errors import IndexIntegrityError, StorageError
from tieout.storage import IndexFolder
from tieout.storage.manifest import read_manifest

from .world import commit_state, failing, sound_state, state_of

MUTATIONS = 200


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for state in (1, 2):
        commit_state(IndexFolder(tmp_path / "root"), state).close()
    return tmp_path / "root"


def damage(path: Path, rng: random.Random) -> None:
    """Flip one bit, cut the end off, or add a byte."""
    data = bytearray(path.read_bytes())
    path.chmod(0o644)
    match rng.choice(["flip", "flip", "flip", "cut", "add"]):
        case "flip":
            at = rng.randrange(len(data) * 8)
            data[at // 8] ^= 1 << at % 8
        case "cut":
            del data[rng.randrange(len(data)) :]
        case "add":
            data.append(rng.randrange(256))
    path.write_bytes(data)


def generation_files(root: Path) -> list[Path]:
    return sorted(p for p in (root / "gen-000002").rglob("*") if p.is_file() and p.name != "constant")


def test_every_mutation_is_found(root: Path) -> None:
    rng = random.Random(7)
    files = generation_files(root)
    assert {"MANIFEST.json", "derived.json", "graph.nq", "000001.sst"} <= {p.name for p in files}
    found = 0
    for mutation in range(MUTATIONS):
        path = files[mutation % len(files)]
        whole = path.read_bytes()
        damage(path, rng)
        with pytest.raises(IndexIntegrityError, match="tieout rebuild"):
            IndexFolder(root).begin()
        generation = IndexFolder(root).current()
        assert generation is not None
        assert generation.number == 1
        assert "generation 2 is damaged" in generation.warning
        assert "tieout rebuild" in generation.warning
        assert state_of(generation) == 1
        assert IndexFolder(root).verify().problems
        path.write_bytes(whole)
        found += 1
    assert found == MUTATIONS
    assert sound_state(root) == 2


def test_every_mutation_of_the_pointer_is_found(root: Path) -> None:
    rng = random.Random(8)
    whole = (root / "CURRENT").read_bytes()
    for _ in range(50):
        damage(root / "CURRENT", rng)
        generation = IndexFolder(root).current()
        assert generation is not None
        assert "CURRENT is damaged" in generation.warning
        assert state_of(generation) == 2
        (root / "CURRENT").write_bytes(whole)


def test_without_the_digests_flips_go_unseen(root: Path) -> None:
    rng = random.Random(9)
    unseen = 0
    for path in generation_files(root):
        if path.suffix != ".json":
            data = bytearray(path.read_bytes())
            data[rng.randrange(len(data))] ^= 1
            path.chmod(0o644)
            path.write_bytes(data)
            generation = IndexFolder(root, hash_limit=0).current()
            assert generation is not None
            unseen += generation.warning == ""
            generation.close()
    assert unseen > 0


def test_a_file_shared_by_both_generations_leaves_nothing_usable(root: Path) -> None:
    shared = root / "gen-000002" / "constant"
    assert shared.stat().st_nlink == 2
    shared.chmod(0o644)
    shared.write_bytes(b"another constant text\n.")
    with pytest.raises(IndexIntegrityError, match="no usable generation") as caught:
        IndexFolder(root).current()
    assert "tieout rebuild" in str(caught.value)
    with pytest.raises(IndexIntegrityError):
        IndexFolder(root).begin()


@pytest.mark.parametrize("name", ["graph.nq", "MANIFEST.json", "derived.json", "store"])
def test_a_missing_file_is_damage(root: Path, name: str) -> None:
    path = root / "gen-000002" / name
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    generation = IndexFolder(root).current()
    assert generation is not None
    assert state_of(generation) == 1
    assert "missing" in generation.warning


def test_a_missing_generation_is_damage(root: Path) -> None:
    shutil.rmtree(root / "gen-000002")
    generation = IndexFolder(root).current()
    assert generation is not None
    assert "generation 2 is missing; generation 1 answers instead" in generation.warning
    generation.close()
    assert "generation 2 is missing" in IndexFolder(root).verify().problems


def test_a_lost_pointer_is_told_and_never_taken_for_an_empty_index(root: Path) -> None:
    (root / "CURRENT").unlink()
    generation = IndexFolder(root).current()
    assert generation is not None
    assert "CURRENT is missing" in generation.warning
    assert state_of(generation) == 2
    with pytest.raises(IndexIntegrityError, match="CURRENT is missing"):
        IndexFolder(root).begin()


def test_a_link_in_place_of_a_file_is_damage(root: Path, tmp_path: Path) -> None:
    path = root / "gen-000002" / "graph.nq"
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    generation = IndexFolder(root).current()
    assert generation is not None
    assert "graph.nq is not a plain file" in generation.warning
    generation.close()


def test_another_generations_derived_files_are_damage(root: Path) -> None:
    for name in ("derived.json", "store/000001.sst"):
        target = root / "gen-000002" / name
        target.unlink()
        shutil.copy(root / "gen-000001" / name, target)
    generation = IndexFolder(root).current()
    assert generation is not None
    assert "derived.json belongs to another generation" in generation.warning
    generation.close()


@pytest.mark.parametrize("victim", ["gen-000002/graph.nq", "gen-000002/MANIFEST.json", "CURRENT"])
def test_a_repair_makes_it_whole_again(root: Path, victim: str) -> None:
    damage(root / victim, random.Random(1))
    folder = IndexFolder(root)
    manifest = folder.newest_manifest()
    assert manifest is not None
    assert manifest.facts == {"state": 1 if victim.endswith("MANIFEST.json") else 2}
    with folder.begin(action="rebuild", repair=True) as transaction:
        assert transaction.base is not None
        transaction.keep_tree("store")
        for name in transaction.base.names():
            if not name.startswith("store/"):
                transaction.keep(name)
        repaired = transaction.commit({"state": state_of(folder.current())})
    assert repaired.number == 3
    repaired.close()
    assert sound_state(root) in (1, 2)


def test_damage_that_appears_while_open_is_found_by_verify(root: Path) -> None:
    folder = IndexFolder(root)
    assert state_of(folder.current()) == 2
    path = root / "gen-000002" / "vectors.bin"
    path.chmod(0o644)
    path.write_bytes(path.read_bytes().replace(b"line 7", b"line 8"))
    assert folder.verify().problems == (
        "generation 2 is damaged: vectors.bin is altered: its SHA-256 is not the one recorded",
    )


def test_an_altered_source_is_found(root: Path) -> None:
    folder = IndexFolder(root)
    name = folder.sources()[0]
    assert folder.read_source(name[:64]).startswith(b"source of state")
    (root / "sources" / name).write_bytes(b"other")
    with pytest.raises(IndexIntegrityError, match="altered"):
        folder.read_source(name)
    assert folder.verify().problems == (f"sources/{name} is altered",)
    with pytest.raises(IndexIntegrityError, match="missing"):
        folder.read_source("0" * 64)


def test_a_sound_generation_that_is_not_the_committed_one_is_damage(root: Path) -> None:
    for path in (root / "gen-000002" / "MANIFEST.json", root / "gen-000002" / "derived.json"):
        path.chmod(0o644)
    manifest, _ = read_manifest(root / "gen-000002")
    forged = replace(manifest, facts={"state": 1})
    (root / "gen-000002" / "MANIFEST.json").write_bytes(forged.to_bytes())
    (root / "gen-000002" / "derived.json").write_bytes(forged.derived_bytes())
    generation = IndexFolder(root).current()
    assert generation is not None
    assert generation.number == 1
    assert "not the one that CURRENT names" in generation.warning
    generation.close()


def test_a_process_that_cannot_read_blames_itself_and_not_the_index(root: Path) -> None:
    folder = IndexFolder(root, files=failing(1, errno.EMFILE, forever=True))
    with pytest.raises(StorageError, match="reading the index failed: too many open files"):
        folder.current()
    folder = IndexFolder(root, files=failing(2, errno.EMFILE, forever=True))
    with pytest.raises(StorageError, match="reading the index failed: too many open files"):
        folder.current()


def test_a_device_that_cannot_read_a_file_is_damage(root: Path) -> None:
    generation = IndexFolder(root, files=failing(3, errno.EIO)).current()
    assert generation is not None
    assert generation.number == 1
    assert "cannot be read: Input/output error" in generation.warning
    generation.close()


def test_a_same_numbered_generation_put_in_place_is_read_anew(root: Path, tmp_path: Path) -> None:
    folder = IndexFolder(root)
    assert state_of(folder.current()) == 2
    other = tmp_path / "other"
    for state in (1, 7):
        commit_state(IndexFolder(other), state).close()
    shutil.rmtree(root)
    shutil.copytree(other, root)
    damage(root / "gen-000002" / "vectors.bin", random.Random(3))
    generation = folder.current()
    assert generation is not None
    assert "vectors.bin" in generation.warning
    generation.close()
