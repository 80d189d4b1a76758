"""The evidence bundle: the same bytes again, every tampering found, hostile archives refused."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tieout import Library, Settings
from tieout.bundle import archive, contents
from tieout.bundle.archive import read_archive, read_manifest, with_digest, write_archive
from tieout.bundle.check import Check
from tieout.bundle.verify import verify
from tieout.errors import SourceError, UsageError
from tieout.graph.paths import ask_for
from tieout.shells.cli import app
from tieout.storage.sealed import seal

REPORT = "kestrel-bay-2024"
QUESTIONS = [
    "What were the Scope 2 emissions in 2024?",
    "By how many percent did water consumption change from 2023 to 2024?",
    "What is the gender pay gap?",
]
RUN = CliRunner()

Members = dict[str, bytes]


@pytest.fixture(scope="module")
def bundle(sample_index: Path) -> bytes:
    """A bundle of one sample report with its source."""
    library = Library(Settings(index=sample_index, encoder_threads=1))
    return library.bundle(QUESTIONS, reports=[REPORT], with_sources=True)


def failed(data: bytes) -> list[Check]:
    """The checks that do not hold."""
    return [check for check in verify(data, "bundle.zip") if not check.holds]


def forged(bundle: bytes, change: Callable[[Members], None]) -> list[Check]:
    """The failed checks of a bundle that was changed and then sealed anew, with digests that fit."""
    members = read_archive(bundle, "bundle.zip")
    facts = {key: value for key, value in read_manifest(members).items() if key != "files"}
    del members[archive.MANIFEST]
    change(members)
    return failed(write_archive(facts, members))


def edit(name: str, change: Callable[[Any], None]) -> Callable[[Members], None]:
    """A change to one JSON file."""

    def apply(members: Members) -> None:
        value = json.loads(members[name])
        change(value)
        members[name] = contents.json_file(value)

    return apply


def folder_of(bundle: bytes) -> str:
    """The report's folder in the bundle."""
    manifest: Any = read_manifest(read_archive(bundle, "bundle.zip"))
    return str(manifest["reports"][0]["folder"])


def test_bundle_holds(bundle: bytes) -> None:
    checks = list(verify(bundle, "bundle.zip"))
    assert [c for c in checks if not c.holds] == []
    assert {c.kind for c in checks} == {
        "archive", "manifest", "digest", "source", "graph", "quotes", "table", "audit", "figures", "calculation",
        "values", "path", "query",
    }  # fmt: skip
    members = read_archive(bundle, "bundle.zip")
    answers = [json.loads(members[contents.answer_name(n)]) for n in (1, 2, 3)]
    assert answers[0]["short"] == "214.24"
    assert [a["status"] for a in answers] == ["answered", "answered", "not_found"]
    assert sum(len(a["paths"]) for a in answers) >= 2
    assert b"215" in members["results/0001.json"] or b"214.24" in members["results/0001.json"]


def test_same_index_gives_the_same_bytes(sample_index: Path, bundle: bytes) -> None:
    again = Library(Settings(index=sample_index, encoder_threads=1))
    assert again.bundle(QUESTIONS, reports=[REPORT], with_sources=True) == bundle
    manifest: Any = read_manifest(read_archive(bundle, "bundle.zip"))
    assert set(manifest) == {
        "schema", "software", "encoder", "ontology", "generation", "questions", "reports", "files"
    }  # fmt: skip
    assert len(manifest["generation"]) == 64


def test_every_flipped_byte_is_found(bundle: bytes) -> None:
    """Some bytes of each member as stored and of its headers, whatever zipfile itself would notice."""
    with zipfile.ZipFile(io.BytesIO(bundle)) as opened:
        infos = opened.infolist()
    assert len(infos) > 12
    for info in infos:
        start = info.header_offset + 30 + len(info.filename)
        step = max(1, info.compress_size // 8)
        for at in [*range(start, start + info.compress_size, step), start + info.compress_size - 1]:
            broken = bytearray(bundle)
            broken[at] ^= 0x10
            assert failed(bytes(broken)), (info.filename, at)
    for at in [*range(60), *range(len(bundle) - 600, len(bundle))]:
        assert failed(bundle[:at] + bytes([bundle[at] ^ 1]) + bundle[at + 1 :]), at


def test_changed_member_is_found_by_its_digest(bundle: bytes) -> None:
    """With the archive's own checksums made to fit, the manifest's digests still tell."""
    members = read_archive(bundle, "bundle.zip")
    for name in members:
        altered = dict(members)
        altered[name] = bytes([altered[name][0] ^ 1]) + altered[name][1:]
        found = failed(zipped(altered))
        assert found, name
        assert name in found[0].detail or name == archive.MANIFEST


def zipped(members: Members) -> bytes:
    """An archive as the writer makes it, but with these bytes as they are, manifest included."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as writer:
        writer.comment = bytes(64)
        for name, data in sorted(members.items()):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr, info.compress_type = 3, 0o100644 << 16, zipfile.ZIP_DEFLATED
            writer.writestr(info, data, compresslevel=9)
    return with_digest(out.getvalue())


def test_missing_and_additional_members_are_found(bundle: bytes) -> None:
    members = read_archive(bundle, "bundle.zip")
    assert "is missing" in failed(zipped({k: v for k, v in members.items() if k != "clauses.csv"}))[0].detail
    assert "is not listed" in failed(zipped({**members, "more.txt": b"x"}))[0].detail
    assert failed(zipped({k: v for k, v in members.items() if k != archive.MANIFEST}))


# --- forgeries: everything sealed anew, so that only the content tells ---


def test_forged_figure_is_found(bundle: bytes) -> None:
    found = forged(bundle, edit("answers/0001.json", lambda a: a.update(short="314.24")))
    assert [c.kind for c in found] == ["figures"]
    found = forged(bundle, edit("answers/0001.json", lambda a: a["values"][0].update(value="314.24")))
    assert "values" in {c.kind for c in found}


def test_forged_calculation_is_found(bundle: bytes) -> None:
    def other_result(answer: Any) -> None:
        answer["calculation"] = answer["calculation"].replace("= -4.17", "= -4.27")
        answer["short"] = "-4.27"

    assert [c.kind for c in forged(bundle, edit("answers/0002.json", other_result))] == ["calculation"]

    def other_input(answer: Any) -> None:
        answer["calculation"] = "(1802.75 - 1985.50) / 1985.50 x 100 = -9.20 %"
        answer["short"] = "-9.20"

    found = forged(bundle, edit("answers/0002.json", other_input))
    assert [c.detail for c in found] == ["1802.75 stands in no quote"]


def test_forged_quote_is_found(bundle: bytes) -> None:
    found = forged(bundle, edit("answers/0001.json", lambda a: a["citations"][0].update(quote="Scope 2: none")))
    assert "quotes" in {c.kind for c in found}
    found = forged(bundle, edit("answers/0001.json", lambda a: a["citations"][0].update(start=0)))
    assert "quotes" in {c.kind for c in found}
    found = forged(bundle, edit("answers/0001.json", lambda a: a.update(citations=[])))
    assert "quotes" in {c.kind for c in found}


def test_forged_page_is_found(bundle: bytes) -> None:
    name = f"{folder_of(bundle)}/{contents.PAGES}"

    def change(members: Members) -> None:
        members[name] = members[name].replace(b"214.24", b"314.24")

    assert "quotes" in {c.kind for c in forged(bundle, change)}


def test_forged_graph_is_found(bundle: bytes) -> None:
    name = f"{folder_of(bundle)}/{contents.GRAPH}"

    def change(members: Members) -> None:
        members[name] = members[name].replace(b'"214.24"', b'"314.24"')

    assert {"table", "values", "query"} & {c.kind for c in forged(bundle, change)}


def test_forged_source_and_table_are_found(bundle: bytes) -> None:
    def change(members: Members) -> None:
        source = next(name for name in members if name.startswith("sources/"))
        members[source] += b" "
        members["observations.csv"] = members["observations.csv"].replace(b"214.24", b"314.24")

    assert [c.kind for c in forged(bundle, change)] == ["source", "table"]


def links_of(answer: Any) -> list[tuple[str, str, str]]:
    return [(link["subject"], link["predicate"], link["object"]) for link in answer["paths"][0]["links"]]


def test_path_that_the_graph_does_not_hold_is_found(bundle: bytes) -> None:
    def other_link(answer: Any) -> None:
        answer["paths"][0]["links"][0]["object"] = "https://tieout.example/id/metric/water"
        answer["paths"][0]["ask"] = ask_for(links_of(answer))

    assert "its ASK is false" in forged(bundle, edit("answers/0001.json", other_link))[0].detail

    def always_true(answer: Any) -> None:
        answer["paths"][0]["ask"] = "ASK { ?s ?p ?o }"

    assert "exactly its links" in forged(bundle, edit("answers/0001.json", always_true))[0].detail

    def injected(answer: Any) -> None:
        answer["paths"][0]["links"][0]["object"] = "urn:x> . } UNION { ?s ?p ?o . <urn:y"
        answer["paths"][0]["ask"] = ask_for(links_of(answer))

    assert forged(bundle, edit("answers/0001.json", injected))

    def not_cited(answer: Any) -> None:
        answer["paths"][0]["links"].pop()
        answer["paths"][0]["ask"] = ask_for(links_of(answer))

    assert "cited passage" in forged(bundle, edit("answers/0001.json", not_cited))[0].detail


def test_foreign_query_never_leaves_the_door(bundle: bytes) -> None:
    """A query that calls out is refused by the guarded door, whoever wrote it into the bundle."""

    def change(members: Members) -> None:
        query = "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"
        edit("answers/0001.json", lambda a: a.update(query=query))(members)
        members["queries/0001.rq"] = query.encode()

    found = forged(bundle, change)
    assert [c.kind for c in found] == ["query"]


def test_other_result_is_found(bundle: bytes) -> None:
    def change(members: Members) -> None:
        members["results/0001.json"] = members["results/0001.json"].replace(b"214.24", b"314.24")

    assert [c.kind for c in forged(bundle, change)] == ["query"]


@pytest.mark.parametrize(
    "value", [None, [], {}, "x", 1, {"status": "answered"}, {"status": "maybe"}, [[[]]], {"citations": 3}]
)
def test_answers_of_another_shape_are_told(bundle: bytes, value: object) -> None:
    def change(members: Members) -> None:
        members["answers/0001.json"] = contents.json_file(value)

    assert "answer" in {c.kind for c in forged(bundle, change)}


def test_damaged_parts_are_told(bundle: bytes) -> None:
    folder = folder_of(bundle)
    for name in (f"{folder}/graph.nq", f"{folder}/pages.jsonl", f"{folder}/audit.json", "ontology.nq"):

        def change(members: Members, name: str = name) -> None:
            members[name] = b"[" * 100_000

        assert forged(bundle, change), name


# --- hostile archives ---


def refused(data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        read_archive(data, "bundle.zip")
    assert not next(iter(verify(data, "bundle.zip"))).holds
    return str(caught.value)


@pytest.mark.parametrize(
    "name",
    ["/etc/passwd", "../up", "a/../../up", "a//b", "a\\b", "C:x", ".hidden", "a/.b", "ü", "a\nb", "x" * 300, "a/"],
)
def test_names_that_lead_elsewhere_are_refused(name: str) -> None:
    assert "called" in refused(zipped({name: b"x"}))


def test_same_name_twice_is_refused() -> None:
    data = zipped({"aa.txt": b"x", "bb.txt": b"y"}).replace(b"bb.txt", b"AA.txt")
    assert "same name" in refused(with_digest(data))


def test_bombs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "compressed more" in refused(zipped({"a": bytes(5 << 20)}))
    monkeypatch.setattr(archive, "MAX_MEMBERS", 3)
    assert "4 files" in refused(zipped({str(n): b"" for n in range(4)}))
    monkeypatch.setattr(archive, "MAX_UNZIPPED_BYTES", 10)
    assert "unpacked" in refused(zipped({"a": b"x" * 11}))


def test_size_that_lies_is_refused() -> None:
    data = bytearray(zipped({"a": b"x" * 1000}))
    central = data.rindex(b"PK\x01\x02")
    data[central + 24 : central + 28] = struct.pack("<I", 10)
    told = refused(with_digest(bytes(data)))
    assert "damaged" in told or "size" in told


def test_hidden_bytes_and_other_writers_are_refused() -> None:
    good = zipped({"a": b"x"})
    assert "do not match its own digest" in refused(good + b"\0")
    assert refused(with_digest(good + bytes(64)))
    assert refused(with_digest(b"prefix" + good))
    central = good.index(b"PK\x01\x02")
    assert refused(with_digest(good[:central] + b"hidden" + good[central:]))
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as writer:
        writer.comment = bytes(64)
        writer.writestr("a", b"x")
    assert "not as tieout bundle writes it" in refused(with_digest(stored.getvalue()))
    for junk in (b"", b"PK", b"PK\x03\x04" + bytes(100), good[:-5], good[:40]):
        assert refused(junk)


def test_manifest_of_another_kind_is_told() -> None:
    for body in ({}, {"reports": 3, "questions": 1, "schema": 1}, {"reports": [], "questions": "x", "schema": 1}):
        assert failed(zipped({archive.MANIFEST: seal(body)}))[0].kind == "manifest"
    future = seal({"reports": [], "questions": 0, "schema": 99, "files": {}})
    assert "schema 99" in failed(zipped({archive.MANIFEST: future}))[0].detail


# --- the verbs ---


def test_verbs(sample_index: Path, tmp_path: Path) -> None:
    out = tmp_path / "evidence.zip"
    call = ["bundle", str(out), "--question", QUESTIONS[0], "--report", REPORT, "--index", str(sample_index)]
    done = RUN.invoke(app, call)
    assert done.exit_code == 0, done.output
    assert "SHA-256" in done.stdout
    done = RUN.invoke(app, ["verify", str(out), "--json"])
    assert done.exit_code == 0
    assert all(json.loads(line)["holds"] for line in done.stdout.splitlines())
    data = bytearray(out.read_bytes())
    data[len(data) // 2] ^= 1
    out.write_bytes(bytes(data))
    done = RUN.invoke(app, ["verify", str(out)])
    assert done.exit_code == 1
    assert "FAILS" in done.stdout
    assert RUN.invoke(app, ["verify", str(tmp_path / "none.zip")]).exit_code == 2


def test_unknown_report_writes_nothing(sample_index: Path, tmp_path: Path) -> None:
    library = Library(Settings(index=sample_index, encoder_threads=1))
    with pytest.raises(UsageError, match="no such report"):
        library.bundle([], reports=["nobody"])
    RUN.invoke(app, ["bundle", str(tmp_path / "x.zip"), "--report", "nobody", "--index", str(sample_index)])
    assert list(tmp_path.iterdir()) == []
