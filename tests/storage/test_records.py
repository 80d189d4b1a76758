"""Reports, chunks and findings come back exactly as they were written."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from tieout.errors import IndexIntegrityError, StorageError
from tieout.model import (
    Basis,
    Cell,
    Chunk,
    Dimension,
    Disclosure,
    DisclosureStatus,
    Entity,
    Findings,
    Location,
    Observation,
    Origin,
    Page,
    Passage,
    Relation,
    Report,
    Section,
    Source,
    Table,
    Word,
)
from tieout.storage import records
from tieout.text import MappedText

TEXT = "Energy\u2028use was 1,234.50 MWh \U0001f331\nNordwind AG 2024"
PASSAGE = Passage("nordwind/2024", 1, 0, 6, "Energy")
REPORT = Report(
    id="nordwind/2024",
    organization="Nordwind AG",
    period="2024",
    source=Source("nordwind.pdf", "application/pdf", "ab" * 32, 1234),
    pages=(
        Page(1, TEXT, ((30, 46),), MappedText.without(TEXT, [(30, 46)]), (Word(0, 6, 10.1, 20.25, 30.0, 40.7),)),
        Page(2, ""),
    ),
    sections=(Section("s1", "1", "Energy", 1, "", 1, 0, 6, ("Energy",)),),
    tables=(Table("t1", 1, "Energy", ((Cell("MWh", 1, 4), Cell("", 5, 5)),), 1),),
)
CHUNKS = (Chunk("c1", PASSAGE, "s1", ("Energy",), "Energy use"),)
FINDINGS = Findings(
    observations=(
        Observation(
            report="nordwind/2024",
            organization="Nordwind AG",
            period="2024",
            indicator="Energy use",
            passage=PASSAGE,
            raw_value="1,234.50",
            value=Decimal("1234.50"),
            value_canonical=Decimal("1.23450E+3"),
            dimensions=(Dimension("region", "north"),),
            origin=Origin.TEXT,
            cell=(12, 20),
            notes=(PASSAGE,),
        ),
    ),
    disclosures=(
        Disclosure(
            report="nordwind/2024",
            framework="gri",
            code="302-1",
            status=DisclosureStatus.STATED_ABSENT,
            locations=(Location("s1", 1, "p. 1"),),
            passage=PASSAGE,
        ),
    ),
    entities=(
        Entity(
            report="nordwind/2024",
            kind="topic",
            label="Energy",
            passages=(PASSAGE,),
            relations=(Relation("about", "topic:T-ENERGY", Basis.INFERRED, 0.1),),
        ),
    ),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {**records.write_report(REPORT), **records.write_chunks(CHUNKS), **records.write_findings(FINDINGS)}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_all_comes_back(folder: Path) -> None:
    assert records.read_report(folder) == REPORT
    assert records.read_pages(folder, words=True) == REPORT.pages
    assert records.read_page_texts(folder) == {page.number: page.text for page in REPORT.pages}
    assert records.read_chunks(folder) == CHUNKS
    assert records.read_findings(folder) == FINDINGS
    value = records.read_findings(folder).observations[0].value
    assert str(value) == "1234.50", "zeros that were printed stay"


def test_pages_need_neither_words_nor_findings(folder: Path) -> None:
    for name in ("words.jsonl", "observations.jsonl", "entities.jsonl", "disclosures.jsonl", "chunks.jsonl"):
        (folder / name).unlink()
    pages = records.read_pages(folder)
    assert [page.text for page in pages] == [TEXT, ""]
    assert pages[0].words == ()
    assert records.read_report(folder, words=False).sections == REPORT.sections


def test_no_words_no_file() -> None:
    bare = Report("r", "o", "2024", REPORT.source, (Page(1, "x"),))
    assert "words.jsonl" not in records.write_report(bare)


def test_the_bytes_are_canonical(folder: Path) -> None:
    for path in sorted(folder.iterdir()):
        data = path.read_bytes()
        assert data.endswith(b"\n")
        for line in data.decode().removesuffix("\n").split("\n"):
            again = json.dumps(json.loads(line), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            assert line == again
    assert records.write_report(REPORT) == records.write_report(records.read_report(folder))


def test_an_empty_report_comes_back(tmp_path: Path) -> None:
    bare = Report("r", "o", "2024", REPORT.source, ())
    for name, data in {**records.write_report(bare), **records.write_findings(Findings())}.items():
        (tmp_path / name).write_bytes(data)
    assert records.read_report(tmp_path) == bare
    assert records.read_findings(tmp_path) == Findings()


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("pages.jsonl", b"{}\n", "line 1 is no Page"),
        ("pages.jsonl", b"[1]\n", "line 1 is no Page"),
        ("pages.jsonl", b'{"number":1', "line 1 is not JSON"),
        ("pages.jsonl", b"\xff\n", "line 1 is not JSON"),
        ("words.jsonl", b"[1,[[1,2]]]\n", "line 1 holds no words"),
        ("tables.jsonl", b"[" * 100_000, "line 1 is not JSON"),
        ("report.json", b"", "it is empty"),
    ],
)
def test_what_is_no_record_is_refused(folder: Path, name: str, data: bytes, message: str) -> None:
    (folder / name).write_bytes(data)
    with pytest.raises(IndexIntegrityError, match=message) as caught:
        records.read_report(folder)
    assert name in str(caught.value)
    assert "tieout rebuild" in str(caught.value)


def test_a_decimal_that_is_none_is_refused(folder: Path) -> None:
    path = folder / "observations.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"1234.50"', b'"12x"'))
    with pytest.raises(IndexIntegrityError, match="line 1 is no Observation"):
        records.read_findings(folder)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(IndexIntegrityError, match=r"chunks\.jsonl"):
        records.read_chunks(tmp_path)


def test_half_a_surrogate_pair_is_told() -> None:
    with pytest.raises(StorageError, match="half a surrogate pair"):
        records.write_report(Report("r", "o", "2024", REPORT.source, (Page(1, "x\ud800"),)))


def test_folders_are_safe_readable_and_distinct() -> None:
    names = [records.report_folder(i) for i in ("a/b", "a-b", "A/B", "../..", "", "报告", "x" * 500)]
    assert len({name.lower() for name in names}) == len(names)
    assert names[0].startswith("reports/a-b-")
    for name in names:
        assert name.count("/") == 1
        assert len(name) < 90
        assert ".." not in name
