"""What an index folder promises when nothing goes wrong."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tieout.errors import IndexBusyError, IndexIntegrityError, StorageError
from tieout.storage import IndexFolder
from tieout.storage.operations import FileOperations

from .world import commit_state, sound_state, state_of


@pytest.fixture
def folder(tmp_path: Path) -> IndexFolder:
    return IndexFolder(tmp_path / "deep" / "index")


def test_nothing_there_is_no_generation(folder: IndexFolder) -> None:
    assert folder.current() is None
    assert folder.current_number() == 0
    assert folder.newest_manifest() is None
    assert not folder.root.exists(), "reading leaves no trace"


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("a file", encoding="utf-8")
    with pytest.raises(StorageError, match="index"):
        IndexFolder(tmp_path / "index").current()
    with pytest.raises(StorageError, match="index"):
        IndexFolder(tmp_path / "index").begin()


def test_a_commit_can_be_read(folder: IndexFolder) -> None:
    with commit_state(folder, 1) as generation:
        assert generation.number == 1
        assert generation.names() == (
            "constant",
            "graph.nq",
            "reports/acme/pages.jsonl",
            "store/000001.sst",
            "vectors.bin",
        )
        assert generation.file("store").is_dir()
        with pytest.raises(IndexIntegrityError, match=r"no secrets\.txt"):
            generation.file("secrets.txt")
    assert state_of(folder.current()) == 1
    assert folder.current_number() == 1


def test_identical_content_makes_no_generation(folder: IndexFolder) -> None:
    commit_state(folder, 1).close()
    log = (folder.root / "log.jsonl").read_bytes()
    again = commit_state(folder, 1, now="later")
    assert again.number == 1
    assert state_of(again) == 1
    assert (folder.root / "log.jsonl").read_bytes() == log
    assert sorted(p.name for p in folder.root.glob("gen-*")) == ["gen-000001"]


def test_the_manifest_is_a_function_of_the_input(tmp_path: Path) -> None:
    manifests = []
    for name, now in (("a", ""), ("b", "2025-01-01T00:00:00Z")):
        folder = IndexFolder(tmp_path / name)
        for state in (1, 2):
            commit_state(folder, state, now=now).close()
        manifests.append((folder.root / "gen-000002" / "MANIFEST.json").read_bytes())
    assert manifests[0] == manifests[1]
    assert b"store/" not in manifests[0], "files that differ from run to run are listed elsewhere"


def test_a_block_left_without_commit_leaves_nothing(folder: IndexFolder) -> None:
    commit_state(folder, 1).close()
    with pytest.raises(ZeroDivisionError), folder.begin() as transaction:
        transaction.write("graph.nq", b"half")
        raise ZeroDivisionError
    with folder.begin():
        pass
    assert sound_state(folder.root) == 1
    assert not list(folder.root.glob("tmp-*"))


def test_a_refused_self_check_leaves_the_old_generation(folder: IndexFolder) -> None:
    commit_state(folder, 1).close()

    def refuse(path: Path) -> None:
        assert (path / "graph.nq").read_bytes() == b"new"
        raise IndexIntegrityError("probe failed")

    with pytest.raises(IndexIntegrityError, match="probe failed"), folder.begin() as transaction:
        transaction.write("graph.nq", b"new")
        transaction.commit({}, refuse)
    assert sound_state(folder.root) == 1


def test_a_self_check_that_changes_a_file_is_refused(folder: IndexFolder) -> None:
    def meddle(path: Path) -> None:
        (path / "graph.nq").chmod(0o644)
        (path / "graph.nq").write_bytes(b"old")

    with pytest.raises(StorageError, match="changed while"), folder.begin() as transaction:
        transaction.write("graph.nq", b"new")
        transaction.commit({}, meddle)
    assert folder.current() is None


def test_only_the_generation_before_is_kept(folder: IndexFolder) -> None:
    for state in range(1, 5):
        commit_state(folder, state).close()
    assert sorted(p.name for p in folder.root.glob("gen-*")) == ["gen-000003", "gen-000004"]


def test_a_pinned_generation_outlives_its_time(folder: IndexFolder) -> None:
    pinned = commit_state(folder, 1)
    for state in (2, 3, 4):
        commit_state(folder, state).close()
    assert state_of(pinned) == 1  # closes it
    commit_state(folder, 5).close()
    assert not pinned.path.exists()


def test_without_the_pin_a_reader_loses_its_files(folder: IndexFolder) -> None:
    unpinned = commit_state(folder, 1)
    unpinned.close()
    for state in (2, 3):
        commit_state(folder, state).close()
    with pytest.raises(FileNotFoundError):
        state_of(unpinned)


def test_a_kept_file_shares_its_bytes_and_cannot_be_written_through(folder: IndexFolder) -> None:
    commit_state(folder, 1).close()
    with commit_state(folder, 2) as generation:
        assert generation.file("constant").stat().st_nlink == 2
        assert generation.file("constant").stat().st_mode & 0o222 == 0
    with folder.begin() as transaction:
        transaction.keep("constant")
        transaction.write("constant", b"new")  # takes the link out first
    with folder.begin() as transaction:
        transaction.keep_tree("store")
        with pytest.raises(ValueError, match="kept files"):
            transaction.path("store")
    with pytest.raises(StorageError, match="kept file was written to"), folder.begin() as transaction:
        transaction.keep("constant")
        linked = folder.root / f"tmp-{os.getpid()}" / "constant"
        linked.chmod(0o644)
        linked.write_bytes(b"through the link")
        transaction.commit({})
    assert folder.verify().problems, "the base is damaged by now, and that is told"


def test_keeping_copies_where_the_disk_has_no_links(folder: IndexFolder) -> None:
    class Linkless(FileOperations):
        def link(self, source: Path, target: Path) -> None:
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))

    commit_state(folder, 1).close()
    with commit_state(IndexFolder(folder.root, files=Linkless()), 2) as generation:
        assert generation.file("constant").stat().st_nlink == 1
    assert sound_state(folder.root) == 2


def test_a_kept_tree_stays_derived(folder: IndexFolder) -> None:
    commit_state(folder, 1).close()
    with folder.begin() as transaction:
        assert transaction.keep_tree("store") == ("store/000001.sst",)
        assert transaction.keep_tree("nothing") == ()
        with transaction.commit({"state": 1}) as generation:
            assert generation.manifest.derived == ("store",)
            assert list(generation.manifest.files) == []
    with pytest.raises(IndexIntegrityError, match="no ghost to keep"), folder.begin() as transaction:
        transaction.keep("ghost")


@pytest.mark.parametrize(
    "name", ["", "/etc/passwd", "../x", "a/../b", "a//b", ".", "a\0b", "a\\b", "MANIFEST.json", "x" * 256]
)
def test_names_stay_inside(folder: IndexFolder, name: str) -> None:
    with folder.begin() as transaction, pytest.raises(ValueError, match="cannot name"):
        transaction.path(name)


def test_only_plain_files_are_committed(folder: IndexFolder) -> None:
    with pytest.raises(StorageError, match="plain files"), folder.begin() as transaction:
        transaction.path("link").symlink_to("/etc/passwd")
        transaction.commit({})


def test_a_second_writer_is_refused_and_named(folder: IndexFolder) -> None:
    with folder.begin() as transaction:
        with pytest.raises(IndexBusyError, match=f"ingest already running by pid {os.getpid()}"):
            folder.begin()
        transaction.write("graph.nq", b"x")
        transaction.commit({}).close()
        with pytest.raises(ValueError, match="has ended"):
            transaction.commit({})
    commit_state(folder, 1).close()


def test_remains_are_removed_only_under_the_lock(folder: IndexFolder) -> None:
    commit_state(folder, 1).close()
    remains = folder.root / "tmp-99"
    remains.mkdir()
    (remains / "half").write_bytes(b"half")
    assert state_of(folder.current()) == 1
    assert remains.exists(), "a reader clears nothing away"
    with folder.begin():
        assert not remains.exists()
        other = folder.root / "tmp-98"
        other.mkdir()
        with pytest.raises(IndexBusyError):
            folder.begin()
        assert other.exists()


def test_too_little_space_is_refused_before_anything_is_written(folder: IndexFolder) -> None:
    class Full(FileOperations):
        def free_bytes(self, path: Path) -> int:
            return 10 << 20

    full = IndexFolder(folder.root, files=Full())
    with pytest.raises(StorageError, match="not enough free space: 10 MB, 12 MB wanted"):
        full.begin(needs=4 << 20)
    with full.begin(needs=3 << 20):
        pass


def test_facts_are_remembered_as_plain_json(folder: IndexFolder) -> None:
    with folder.begin() as transaction:
        transaction.write("a", b"a")
        transaction.commit({"reports": ("a", "b"), "model": {"dimension": 384}}).close()
    manifest = folder.newest_manifest()
    assert manifest is not None
    assert manifest.facts == {"reports": ["a", "b"], "model": {"dimension": 384}}
    with pytest.raises(ValueError, match="Out of range"), folder.begin() as transaction:
        transaction.commit({"score": float("nan")})


def test_a_source_is_stored_once_under_its_digest(folder: IndexFolder) -> None:
    with folder.begin() as transaction:
        name = transaction.add_source(b"a report", ".PDF")
        assert transaction.add_source(b"a report", ".pdf") == name
        assert transaction.add_source(b"another", "/../../x")[64:] == ""
    assert name.endswith(".pdf")
    assert len(folder.sources()) == 2
    assert folder.read_source(name) == b"a report"
