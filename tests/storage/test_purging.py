"""``remove --purge``: afterwards no kept file and no source holds the report."""

from __future__ import annotations

import contextlib
import errno
from pathlib import Path

import pytest

from tieout.errors import IndexBusyError, StorageError, TieoutError
from tieout.storage import IndexFolder
from tieout.storage.purging import Purged

from .world import failing


@pytest.fixture
def folder(tmp_path: Path) -> IndexFolder:
    return indexed(tmp_path)


def indexed(root: Path) -> IndexFolder:
    folder = IndexFolder(root)
    with folder.begin() as transaction:
        transaction.add_source(b"SECRET source", ".txt")
        transaction.add_source(b"public source", ".txt")
        transaction.write("reports/secret/pages.jsonl", b"SECRET text")
        transaction.write("reports/public/pages.jsonl", b"public text")
        transaction.write("vectors.bin", b"of SECRET and public")
        transaction.commit({"reports": ["public", "secret"]}).close()
    return folder


def remove(folder: IndexFolder) -> None:
    with folder.begin(action="remove") as transaction:
        transaction.keep_tree("reports/public")
        transaction.write("vectors.bin", b"of public")
        transaction.commit({"reports": ["public"]}).close()


def secret(folder: IndexFolder) -> list[str]:
    return [p.name for p in folder.root.rglob("*") if p.is_file() and b"SECRET" in p.read_bytes()]


def matcher(folder: IndexFolder) -> set[str]:
    doomed = next(name for name in folder.sources() if b"SECRET" in folder.read_source(name))
    return {"reports/secret/pages.jsonl", f"sources/{doomed}"}


def test_purging_leaves_nothing(folder: IndexFolder) -> None:
    names = matcher(folder)
    remove(folder)
    assert len(secret(folder)) == 3, "removing alone keeps the generation before, and the source"
    purged = folder.purge(names.__contains__, now="today")
    assert purged.generations == (1,)
    assert len(purged.sources) == 1
    assert secret(folder) == []
    assert folder.verify().problems == ()
    assert folder.verify_log().lines == 3
    assert folder.purge(names.__contains__) == Purged((), ())
    assert folder.verify_log().lines == 3
    with folder.current() as generation:  # type: ignore[union-attr]
        assert generation.names() == ("reports/public/pages.jsonl", "vectors.bin")
    assert len(folder.sources()) == 1


def test_what_is_still_current_is_not_purged(folder: IndexFolder) -> None:
    names = matcher(folder)
    with pytest.raises(StorageError, match="Remove the report first"):
        folder.purge(names.__contains__)
    assert folder.verify().problems == ()
    assert len(folder.sources()) == 2


def test_a_reader_is_waited_for_then_told(folder: IndexFolder) -> None:
    names = matcher(folder)
    reader = folder.current()
    remove(folder)
    with pytest.raises(IndexBusyError, match="generation 1 is being read"):
        folder.purge(names.__contains__, wait=0.1)
    assert reader is not None
    assert reader.file("vectors.bin").read_bytes() == b"of SECRET and public"
    reader.close()
    assert folder.purge(names.__contains__).generations == (1,)
    assert secret(folder) == []


def test_an_unreadable_older_generation_is_purged_too(folder: IndexFolder) -> None:
    names = matcher(folder)
    remove(folder)
    manifest = folder.root / "gen-000001" / "MANIFEST.json"
    manifest.chmod(0o644)
    manifest.write_bytes(b"{}")
    assert folder.purge(names.__contains__).generations == (1,)
    assert secret(folder) == []


def test_a_fault_at_every_call_leaves_a_sound_index_and_a_second_run_finishes(tmp_path: Path) -> None:
    for strike_at in range(1, 1000):
        folder = indexed(tmp_path / str(strike_at))
        names = matcher(folder)
        remove(folder)
        files = failing(strike_at, errno.EIO)
        with contextlib.suppress(TieoutError):
            IndexFolder(folder.root, files=files).purge(names.__contains__)
        assert folder.verify().problems == ()
        folder.purge(names.__contains__)
        assert secret(folder) == []
        assert folder.verify().problems == ()
        assert not list(folder.root.glob("tmp-*"))
        if not files.struck:
            break
    else:
        pytest.fail("the purge never ran through")
    assert strike_at > 30
