"""A real Oxigraph folder inside a generation: rebuildable, yet verified, and not changed by being read."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest

from tieout.errors import StorageError
from tieout.storage import IndexFolder

QUADS = 500


def fill(path: Path, count: int) -> None:
    store = pyoxigraph.Store(str(path))
    store.bulk_extend(
        pyoxigraph.Quad(
            pyoxigraph.NamedNode(f"https://example.org/{number}"),
            pyoxigraph.NamedNode("https://example.org/value"),
            pyoxigraph.Literal(str(number)),
            pyoxigraph.NamedNode("https://example.org/report"),
        )
        for number in range(count)
    )
    store.flush()
    del store


def count(path: Path) -> int:
    return len(pyoxigraph.Store.read_only(str(path)))


def commit(folder: IndexFolder, quads: int) -> None:
    def probe(path: Path) -> None:
        if count(path / "store") != quads:
            raise StorageError("the graph has another size")

    with folder.begin() as transaction:
        transaction.derived("store")
        fill(transaction.path("store"), quads)
        transaction.write("graph.nq", b"authority %d" % quads)
        transaction.commit({"state": quads}, probe).close()


@pytest.fixture
def folder(tmp_path: Path) -> IndexFolder:
    folder = IndexFolder(tmp_path)
    commit(folder, QUADS)
    return folder


def whole(folder: IndexFolder) -> bool:
    return folder.verify().problems == () and IndexFolder(folder.root).current().warning == ""  # type: ignore[union-attr]


def test_reading_changes_nothing(folder: IndexFolder) -> None:
    with folder.current() as generation:  # type: ignore[union-attr]
        names = generation.names()
        assert not any(Path(name).name.startswith("LO") for name in names), "its diary and lock are left out"
        assert list(generation.manifest.files) == ["graph.nq"]
        store = generation.file("store")
        before = sorted(path.name for path in store.iterdir())
        first, second = pyoxigraph.Store.read_only(str(store)), pyoxigraph.Store.read_only(str(store))
        assert len(first) == len(second) == QUADS
        rows = first.query("SELECT ?s { GRAPH ?g { ?s ?p '7' } }")
        assert len(list(rows)) == 1  # type: ignore[arg-type]
        assert whole(folder)
        del first, second, rows
        assert whole(folder)
        assert sorted(path.name for path in store.iterdir()) == before


def test_two_builds_have_one_manifest(tmp_path: Path) -> None:
    manifests = set()
    for name in ("a", "b"):
        commit(IndexFolder(tmp_path / name), QUADS)
        manifests.add((tmp_path / name / "gen-000001" / "MANIFEST.json").read_bytes())
    assert len(manifests) == 1


def test_a_kept_store_answers_in_the_next_generation(folder: IndexFolder) -> None:
    with folder.begin() as transaction:
        assert transaction.keep_tree("store")
        transaction.write("graph.nq", b"changed")
        with transaction.commit({"state": 2}) as generation:
            assert generation.number == 2
            assert count(generation.file("store")) == QUADS
    assert whole(folder)


def test_every_flip_in_the_store_is_found(folder: IndexFolder) -> None:
    commit(folder, QUADS + 1)
    for path in sorted((folder.root / "gen-000002" / "store").iterdir()):
        data = path.read_bytes()
        if data:
            path.chmod(0o644)
            path.write_bytes(data[:-1] + bytes([data[-1] ^ 4]))
            with IndexFolder(folder.root).current() as generation:  # type: ignore[union-attr]
                assert generation.number == 1
                assert f"store/{path.name} is altered" in generation.warning
                assert count(generation.file("store")) == QUADS
            path.write_bytes(data)
    assert whole(folder)


def test_opening_for_writing_is_noticed(folder: IndexFolder) -> None:
    store = folder.root / "gen-000001" / "store"
    for path in store.iterdir():
        path.chmod(0o644)
    pyoxigraph.Store(str(store)).add(
        pyoxigraph.Quad(
            pyoxigraph.NamedNode("https://example.org/x"),
            pyoxigraph.NamedNode("https://example.org/y"),
            pyoxigraph.Literal("z"),
        )
    )
    assert folder.verify().problems


def test_an_empty_index_needs_no_store(tmp_path: Path) -> None:
    with IndexFolder(tmp_path).begin() as transaction:
        transaction.derived("store")
        transaction.write("graph.nq", b"")
        transaction.commit({"state": 0}).close()
    with IndexFolder(tmp_path).current() as generation:  # type: ignore[union-attr]
        assert generation.manifest.derived == ("store",)
        assert generation.names() == ("graph.nq",)
