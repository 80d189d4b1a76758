"""The rules that ship: each sum and ratio rule names metrics of the catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest

from tieout.audit.finding import SEVERITIES
from tieout.audit.rules import load_rules
from tieout.config import ontology_folder
from tieout.errors import OntologyError
from tieout.graph.catalogue import load_catalogue


def test_shipped_rules_speak_of_known_metrics() -> None:
    rules = load_rules(ontology_folder())
    known = {m.id for m in load_catalogue(ontology_folder()).metrics}
    named = [ids for rule in rules.values() for ids in (rule.split(), rule.ratio()) if ids]
    assert len(named) >= 10
    assert all(metric in known for ids in named for metric in ids)
    assert {rule.severity for rule in rules.values()} <= set(SEVERITIES)


def test_missing_table_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="table of checks"):
        load_rules(tmp_path)
