"""The facade end to end on the sample reports: what a user relies on."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tieout import Library, Settings
from tieout.errors import UsageError

REPORTS = ["jade-terrace-2024", "kestrel-bay-2024", "lantau-ridge-2024"]


def digests(index: Path) -> dict[str, str]:
    """SHA-256 of every file of the index."""
    return {
        p.relative_to(index).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(index.rglob("*"))
        if p.is_file() and p.name != "LOCK"
    }


def copied(index: Path, tmp_path: Path) -> Library:
    """A library over its own copy of an index."""
    shutil.copytree(index, tmp_path / "index")
    return Library(Settings(index=tmp_path / "index", encoder_threads=1))


def test_samples_are_listed(library: Library) -> None:
    assert [r.report for r in library.reports()] == REPORTS
    assert all(r.observations > 20 for r in library.reports())


def test_pages_are_the_lines_of_the_file(library: Library, samples: Path) -> None:
    lines = (samples / "kestrel-bay-2024.txt").read_text(encoding="utf-8").splitlines()
    assert library.pages("kestrel-bay-2024") == list(enumerate(lines, 1))
    assert library.pages("kestrel-bay-2024", 6) == [(6, lines[5])]


def test_every_quote_stands_on_its_page(library: Library) -> None:
    texts = {report: dict(library.pages(report)) for report in REPORTS}
    passages = [o.passage for o in library.observations(missing=True)]
    passages += [p for d in library.clauses() for p in (d.passage, *d.evidence) if p is not None]
    passages += [p for e in library.entities() for p in e.passages]
    assert len(passages) > 300
    assert all(texts[p.report][p.page][p.start : p.end] == p.quote for p in passages)


def test_figures_carry_value_unit_and_metric(library: Library) -> None:
    found = {(o.report, o.period): o for o in library.observations(metrics=["ghg-scope2"]) if not o.dimensions}
    kestrel, jade = found[("kestrel-bay-2024", "2024")], found[("jade-terrace-2024", "2024")]
    assert (str(kestrel.value), kestrel.unit) == ("214.24", "tCO2e")
    assert (str(jade.value), str(jade.value_canonical), jade.unit_canonical) == ("2405700", "2405.7", "tCO2e")


def test_missing_cells_are_told_apart(library: Library) -> None:
    absent = [o for o in library.observations(missing=True) if o.qualifier == "not_disclosed"]
    assert any("training hours" in o.indicator.casefold() and o.period == "2022" for o in absent)
    assert all(o.value is None for o in absent)
    assert not any(o.qualifier == "not_disclosed" for o in library.observations())


def test_reasoned_omission_is_stated_absent(library: Library) -> None:
    rows = {d.code: d for d in library.clauses(reports=["kestrel-bay-2024"], framework="hkex-c2") if d.indexed}
    assert rows["A2.5"].status == "stated_absent"
    assert "no physical products" in rows["A2.5"].explanation
    assert rows["A1.3"].status == "reported"


def test_answer_ties_out(library: Library) -> None:
    answer = library.ask("What were the Scope 2 emissions in 2024?", reports=["kestrel-bay-2024"])
    assert (answer["status"], answer["short"]) == ("answered", "214.24")
    cited = answer["citations"][0]
    text = dict(library.pages(cited["report"]))[cited["page"]]
    assert text[cited["start"] : cited["end"]] == cited["quote"]
    assert "214.24" in cited["quote"]
    assert answer["query"]
    assert answer["paths"][0]["links"][-1]["object"] == cited["passage"]


def test_path_is_true_and_false_without_any_of_its_links(library: Library) -> None:
    answer = library.ask("What were the Scope 2 emissions in 2024?", reports=["kestrel-bay-2024"])
    for path in answer["paths"]:
        assert library.sparql(path["ask"]).value is True
        links = [(link["subject"], link["predicate"], link["object"]) for link in path["links"]]
        for s, p, o in links:
            pattern = f"<{s}> <{p}> <{o}>"
            assert pattern in path["ask"]
            assert library.sparql(path["ask"].replace(pattern, f"<{s}> <{p}> <urn:gone>")).value is False


def test_same_question_gives_the_same_answer(library: Library) -> None:
    first, second = (library.ask("How many suppliers are there?", reports=["jade-terrace-2024"]) for _ in range(2))
    first.pop("seconds"), second.pop("seconds")
    assert first == second


def test_report_that_is_silent_is_not_found(library: Library) -> None:
    answer = library.ask("What is the gender pay gap in 2024?", reports=["jade-terrace-2024"])
    assert answer["status"] == "not_found"
    assert answer["short"] == "" or not any(c.isdigit() for c in answer["short"])


def test_unknown_names_are_wrong_calls(library: Library) -> None:
    with pytest.raises(UsageError, match="no such report"):
        library.ask("Scope 2?", reports=["nobody"])
    with pytest.raises(UsageError, match="no such organization"):
        library.search("water", organizations=["Nobody Ltd"])
    with pytest.raises(UsageError, match="no such metric"):
        library.observations(metrics=["nothing"])
    with pytest.raises(UsageError, match="no such framework"):
        library.clauses(framework="nothing")
    with pytest.raises(UsageError, match="no page 99"):
        library.pages("jade-terrace-2024", 99)


def test_empty_index_says_what_to_do(tmp_path: Path) -> None:
    library = Library(Settings(index=tmp_path / "none"))
    assert library.reports() == []
    with pytest.raises(UsageError, match="tieout ingest"):
        library.ask("Scope 2?")


def test_unreadable_file_leaves_the_others(tmp_path: Path, samples: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    library = Library(Settings(index=tmp_path / "index", encoder_threads=1))
    requests = library.requests([samples / "jade-terrace-2024.txt", tmp_path / "empty.txt", samples / "README.md"])
    outcome = library.ingest(requests[:2])
    assert outcome.done == (("jade-terrace-2024", "added"),)
    assert len(outcome.failed) == 1
    assert "empty" in outcome.failed[0][1]


def test_a_table_without_a_named_period_is_of_its_newest_year(tmp_path: Path) -> None:
    years = "Indicator,Unit,2021,2022\nWater taken in,m3,40,38\nShare of rain water,%,,12\n"
    (tmp_path / "water.csv").write_text(years)
    (tmp_path / "bare.csv").write_text("Indicator,Unit,Value\nWater taken in,m3,40\n")
    library = Library(Settings(index=tmp_path / "index", encoder_threads=1))
    outcome = library.ingest(library.requests([tmp_path / "water.csv", tmp_path / "bare.csv"]))
    assert outcome.done == (("water", "added"),)
    ((failed, why),) = outcome.failed
    assert "bare" in failed
    assert "--period" in why
    assert [r.period for r in library.reports()] == ["2022"]
    assert {(o.period, o.raw_value) for o in library.observations()} >= {("2021", "40"), ("2022", "38")}


def test_two_files_for_one_report_are_refused(tmp_path: Path, samples: Path) -> None:
    library = Library(Settings(index=tmp_path / "index"))
    twice = library.requests([samples / "jade-terrace-2024.txt", samples / "jade-terrace-2024.pdf"])
    with pytest.raises(UsageError, match="same report"):
        library.ingest(twice)
    assert library.reports() == []


def test_ingesting_again_changes_nothing(sample_index: Path, samples: Path, tmp_path: Path) -> None:
    library = copied(sample_index, tmp_path)
    before = digests(tmp_path / "index")
    outcome = library.ingest(library.requests([], manifest=samples / "reports.csv"))
    assert {change for _, change in outcome.done} == {"unchanged"}
    assert digests(tmp_path / "index") == before


def test_adding_then_removing_gives_the_same_generation_contents(
    sample_index: Path, samples: Path, tmp_path: Path
) -> None:
    library = copied(sample_index, tmp_path)
    before = library.folder.newest_manifest()
    library.ingest(library.requests([samples / "jade-terrace-2024.pdf"], report="once-more"))
    assert "once-more" in [r.report for r in library.reports()]
    library.remove("once-more", purge=True)
    after = library.folder.newest_manifest()
    assert before is not None
    assert after is not None
    assert after.content() == before.content()
    assert [r.report for r in library.reports()] == REPORTS
    assert library.folder.verify().problems == ()


def test_new_version_of_a_report_replaces_the_old(sample_index: Path, samples: Path, tmp_path: Path) -> None:
    library = copied(sample_index, tmp_path)
    text = (samples / "kestrel-bay-2024.txt").read_text(encoding="utf-8").replace("214.24", "215.01")
    (tmp_path / "kestrel-bay-2024.txt").write_text(text, encoding="utf-8")
    outcome = library.ingest(library.requests([tmp_path / "kestrel-bay-2024.txt"]))
    assert outcome.done == (("kestrel-bay-2024", "replaced"),)
    values = {str(o.value) for o in library.observations(reports=["kestrel-bay-2024"], metrics=["ghg-scope2"])}
    assert "215.01" in values
    assert "214.24" not in values


@pytest.mark.slow
def test_rebuild_writes_the_same_bytes(sample_index: Path, tmp_path: Path) -> None:
    library = copied(sample_index, tmp_path)
    assert library.rebuild_differs() == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", ["0", "1"])
def test_other_process_and_hash_seed_write_the_same_bytes(
    sample_index: Path, samples: Path, tmp_path: Path, seed: str
) -> None:
    script = (
        "import sys; from pathlib import Path; from tieout import Library, Settings; "
        "library = Library(Settings(index=Path(sys.argv[1]), encoder_threads=1)); "
        "library.ingest(library.requests([], manifest=Path(sys.argv[2])))"
    )
    environment = {"PYTHONHASHSEED": seed, "LC_ALL": "C", "TZ": "Asia/Tokyo", "PATH": "/usr/bin:/bin"}
    subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "again"), str(samples / "reports.csv")],
        check=True, env=environment, cwd=tmp_path,
    )  # fmt: skip
    mine = Library(Settings(index=sample_index)).folder.newest_manifest()
    other = Library(Settings(index=tmp_path / "again")).folder.newest_manifest()
    assert mine is not None
    assert other is not None
    assert other.content() == mine.content()


def test_missing_file_names_itself(tmp_path: Path) -> None:
    library = Library(Settings(index=tmp_path / "index"))
    with pytest.raises(UsageError, match="no such file"):
        library.requests([tmp_path / "nothing.pdf"])


def test_importing_is_light() -> None:
    heavy = "('torch', 'gradio', 'rdflib', 'faiss', 'numpy')"
    script = f"import sys, tieout; print(sorted(m for m in {heavy} if m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_question_in_a_new_process_needs_no_torch(sample_index: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from tieout import Library, Settings; "
        "library = Library(Settings(index=Path(sys.argv[1]))); "
        "a = library.ask('Scope 2 emissions in 2024?', reports=['kestrel-bay-2024']); "
        "print(a['short'], [m for m in ('torch', 'transformers', 'gradio', 'pyshacl') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script, str(sample_index)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "214.24 []"
