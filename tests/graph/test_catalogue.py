"""The ontology as plain data."""

from __future__ import annotations

import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tieout.errors import OntologyError
from tieout.graph.catalogue import catalogue_file, kept_catalogue, load_catalogue, resolve_clause
from tieout.model import Catalogue


def test_everything_is_read(catalogue: Catalogue) -> None:
    counts = tuple(
        map(len, (catalogue.metrics, catalogue.clauses, catalogue.topics, catalogue.goals, catalogue.mappings))
    )
    assert counts == (267, 605, 44, 186, 671)


def test_a_metric_has_its_units_and_clauses(catalogue: Catalogue) -> None:
    metric = next(m for m in catalogue.metrics if m.id == "ghg-scope2")
    assert metric.unit == "tCO2e"
    assert dict(metric.units)["kgCO2e"] == Decimal("0.001")
    assert metric.topic == "T-GHG"
    assert {"gri:305-2", "hkex-c2:D28(b)"} <= set(metric.clauses)
    assert metric.members == ("location_based", "market_based")


def test_spellings_of_a_unit_that_unicode_folds_stay_apart(catalogue: Catalogue) -> None:
    units = dict(next(m for m in catalogue.metrics if m.quantity_kind == "area").units)
    assert {"m2", "m²"} <= set(units)


def test_a_bare_code_is_the_newest_edition(catalogue: Catalogue) -> None:
    clauses = {clause.id: clause for clause in catalogue.clauses}
    assert clauses["gri:102-8"].edition == "2025"
    assert clauses["gri:102-8@2016"].edition == "2016"
    assert clauses["gri:102-8@2016"].parent == "gri:GRI 102@2016"
    assert clauses["gri:306-3"].edition == "2020"


def test_every_reference_within_the_catalogue_resolves(catalogue: Catalogue) -> None:
    clauses = {clause.id for clause in catalogue.clauses}
    goals = {goal.id for goal in catalogue.goals}
    topics = {topic.id for topic in catalogue.topics}
    metrics = {metric.id for metric in catalogue.metrics}
    assert {c for m in catalogue.metrics for c in m.clauses} <= clauses
    assert {c for t in catalogue.topics for c in t.clauses} <= clauses
    assert {c.parent for c in catalogue.clauses if c.parent} <= clauses
    assert {g for t in catalogue.topics for g in t.goals} <= goals
    assert {m.topic for m in catalogue.metrics if m.topic} <= topics
    assert {m.denominator for m in catalogue.metrics if m.denominator} <= metrics
    ends = {m.source_id for m in catalogue.mappings} | {m.target_id for m in catalogue.mappings}
    assert {e for e in ends if not e.startswith("sdg:")} <= clauses
    assert {e.removeprefix("sdg:") for e in ends if e.startswith("sdg:")} <= goals


def test_ids_are_unique_and_sorted(catalogue: Catalogue) -> None:
    for items in (catalogue.metrics, catalogue.clauses, catalogue.topics, catalogue.goals):
        ids = [item.id for item in items]
        assert ids == sorted(set(ids))


def test_no_label_stands_for_two_metrics(catalogue: Catalogue) -> None:
    labels = [name.casefold() for m in catalogue.metrics for name in {m.label, *m.synonyms}]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize(
    ("framework", "code", "edition", "expected"),
    [
        ("gri", "102-8", "2016", "gri:102-8@2016"),
        ("gri", "102-8", "", "gri:102-8"),
        ("gri", "305-2", "2016", "gri:305-2"),
        ("gri", "403-2", "2016", "gri:403-2@2016"),
        ("hkex-c2", "B7.3", "2025-01", "hkex-c2:B7.3"),
        ("gri", "999-1", "", "gri:999-1"),
    ],
)
def test_a_cited_clause_is_resolved_to_its_edition(
    catalogue: Catalogue, framework: str, code: str, edition: str, expected: str
) -> None:
    assert resolve_clause(catalogue, framework, code, edition) == expected


def test_a_missing_file_is_named(ontology: Path, tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"tieout\.ttl"):
        load_catalogue(tmp_path)


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("topics.ttl", "<urn:a> <urn:b> .", "not valid Turtle"),
        ("topics.ttl", "[] <urn:b> <urn:c> .", "only IRIs and literals"),
        ("topics.ttl", "<https://tieout.example/id/topic/T> a <https://tieout.example/ns#Topic> .", "incomplete"),
        ("mappings/gri-to-gri.sssom.tsv", "subject_id\tpredicate_id\n", "are missing"),
        (
            "mappings/gri-to-gri.sssom.tsv",
            "subject_id\tpredicate_id\tobject_id\tconfidence\tmapping_source\text_verified\ngri:1\tsame\tgri:2\t1\tX\tno\n",
            "line 2 is not a mapping",
        ),
    ],
)
def test_a_malformed_file_is_told(ontology: Path, tmp_path: Path, file: str, text: str, told: str) -> None:
    shutil.copytree(ontology, tmp_path, dirs_exist_ok=True)
    (tmp_path / file).write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match=told):
        load_catalogue(tmp_path)


def test_the_version_follows_the_content(catalogue: Catalogue, ontology: Path, tmp_path: Path) -> None:
    shutil.copytree(ontology, tmp_path, dirs_exist_ok=True)
    assert load_catalogue(tmp_path).version == catalogue.version
    topics = tmp_path / "topics.ttl"
    topics.write_text(topics.read_text(encoding="utf-8") + "# one more line\n", encoding="utf-8")
    assert load_catalogue(tmp_path).version != catalogue.version


def test_a_kept_catalogue_serves_the_ontology_that_it_was_made_of(
    catalogue: Catalogue, ontology: Path, tmp_path: Path
) -> None:
    file, other = tmp_path / "catalogue.json", tmp_path / "ontology"
    marked = replace(catalogue, topics=catalogue.topics[:1])  # shows that the file was read, not the folder
    file.write_bytes(catalogue_file(marked))
    assert kept_catalogue(file, ontology) == marked
    shutil.copytree(ontology, other)
    (other / "topics.ttl").write_text((other / "topics.ttl").read_text(encoding="utf-8") + "#\n", encoding="utf-8")
    assert kept_catalogue(file, other).topics == catalogue.topics
    assert kept_catalogue(tmp_path / "none.json", ontology) == catalogue
    file.write_bytes(catalogue_file(catalogue))
    assert kept_catalogue(file, ontology) == catalogue
