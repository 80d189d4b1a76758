"""Passages that the graph puts near to a thing: the third way to find them, beside meaning and words."""

from __future__ import annotations

import pytest

from tieout import Library
from tieout.vocab import mint_passage, mint_report, passage_report
from tieout.workflow.answering import SnapshotRetrieval

REPORT = "kestrel-bay-2024"


def test_a_policys_neighbourhood_holds_the_passage_that_names_it(library: Library) -> None:
    (policy,) = [e for e in library.entities(reports=[REPORT], kinds=["policy"]) if e.label == "Board Diversity Policy"]
    with library._reading() as snapshot:
        retrieval = SnapshotRetrieval(snapshot)
        near = retrieval.related({policy.iri: 1.0}, 3, [REPORT])
        assert near == retrieval.related({policy.iri: 1.0}, 3, [REPORT])
        assert policy.label in near[0].text
        assert [f.score for f in near] == sorted((f.score for f in near), reverse=True)
        assert {f.passage.report for f in near} == {REPORT}
        assert retrieval.related({policy.iri: 1.0}, 3, ["jade-terrace-2024"]) == []
        assert retrieval.related({"urn:unknown": 1.0}, 3, [REPORT]) == []


def test_a_place_is_in_one_chunk_or_in_none(library: Library) -> None:
    with library._reading() as snapshot:
        found = snapshot.searcher.search("board", k=50, reports=[REPORT])
        for hit in found:
            p = hit.chunk.passage
            assert snapshot.searcher.holding(REPORT, p.page, p.start) == hit.chunk
            assert snapshot.searcher.holding(REPORT, p.page, p.end - 1) == hit.chunk
        assert snapshot.searcher.holding(REPORT, 999, 0) is None


@pytest.mark.parametrize("report", ["plain-2024", "a/b 2024", "über"])
def test_a_passages_iri_tells_its_report(report: str) -> None:
    iri = mint_passage(report, 3, 10, 20)
    assert passage_report(iri) == report
    assert passage_report(f"{iri}#at") == ""
    assert passage_report(mint_report(report)) == ""
