"""Rows that are split alike, parts of a row above, wholes of one table, and what two places say of one thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.ask.mill import clause
from tests.ask.moor import CATALOGUE, _metric
from tests.ask.tabled import Printed, Row, Tabled

from tieout.ask.asker import Asker
from tieout.ask.figures.linking import Candidate
from tieout.ask.figures.naming import rows_above
from tieout.ask.figures.refusals import of_somebody_else
from tieout.ask.figures.series import Series
from tieout.ask.ports import Finding, Ports
from tieout.ask.wording.question import Question, read_question

_OF, _OWN = "Rags of all mills", "Rags of own mills"
TERN = Printed(
    "tern-2031",
    "Tern & Tide Plc",
    ("2030", "2031"),
    (
        Row("Staff", "", ("60", "80"), "emp-total"),
        Row("All sites", "t", ("90", "93"), group=_OF, dimension=("breakdown", "Buried")),
        Row("All sites", "t", ("70", "77"), group=_OF, dimension=("breakdown", "Reused")),
        Row("Quay sites", "t", ("50", "67"), group=_OWN, dimension=("breakdown", "Buried")),
        Row("Quay sites", "t", ("60", "58"), group=_OWN, dimension=("breakdown", "Reused")),
        Row("Kiln sites", "t", ("10", "20"), group=_OWN, dimension=("breakdown", "Buried")),
        Row("Kiln sites", "t", ("9", "10"), group=_OWN, dimension=("breakdown", "Reused")),
        Row("Firing of kilns", "MWh", ("500", "600"), group="Energy of the mills"),
        Row("of which natural gas", "MWh", ("k.A.", "250"), group="Energy of the mills"),
        Row("Energy use of the mills by source", "MWh", ("900", "1000"), group="Energy of the mills"),
        Row("Total sales", "k crowns", ("7000", "8000")),
        Row("Number of captains with a licence for storms", "", ("1", "1")),
        Row("Number of storm drills", "", ("3", "4")),
        Row("Hours of rope walks", "hours", ("30", "40")),
        Row("Average hours of rope walks for each hand", "hours", ("3", "5")),
    ),
)


class Known(Tabled):
    """The report with one contradiction that the audit found."""

    def findings(self, reports: Sequence[str]) -> list[Finding]:
        place = next(o.passage for o in self.observed if o.indicator == "Staff")
        return [
            Finding(
                "tern-2031", "figure_conflict", "Staff: nearly 75 in the text, 80 in the table", "Page 1.", (place,)
            )
        ]


METRICS = replace(
    CATALOGUE,
    metrics=(*CATALOGUE.metrics, _metric("gas", "Natural gas consumption", ("Gas burnt",), "energy", "MWh")),
)


def ask(question: str, kind: type[Tabled] = Tabled):
    at = kind(TERN)
    return Asker(Ports(at, at, at, at, at, at), METRICS).ask(Question(question))


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("How many more tonnes of rags were buried than reused at all sites in 2031?", "16"),
        ("How many more tonnes of rags were buried than reused at the quay sites in 2031?", "9"),
        ("What share of the total 2031 energy use of the mills came from natural gas?", "25"),
        ("How many storm drills were held in 2031?", "4"),
        ("How many hours of rope walks were there in 2031?", "40"),
    ],
)
def test_a_row_is_set_against_its_own_kind(question: str, short: str) -> None:
    assert ask(question).short == short


def test_a_part_of_the_row_above_is_printed_as_not_told() -> None:
    answer = ask("How much natural gas was used for firing kilns in 2030?")
    assert (answer.status, answer.short) == ("stated_absent", "not reported")
    assert "k.A." in answer.answer


def test_only_parts_of_the_same_table_have_a_row_above() -> None:
    at = Tabled(TERN)
    series = Asker(Ports(at, at, at, at, at, at), METRICS).view(tuple(at.reports())).series
    tabled = [s for s in series if s.indicator in {"Firing of kilns", "of which natural gas", "Total sales"}]
    assert list(rows_above(tabled).values()) == ["Firing of kilns"]
    elsewhere = [s for s in tabled if s.indicator != "Firing of kilns"]
    assert rows_above(elsewhere) == {}


@pytest.mark.parametrize(
    "question",
    [
        "How often do the captains with a licence for storms report?",
        "How often does the storm captain brief the harbour?",
    ],
)
def test_how_often_is_not_how_many_there_are(question: str) -> None:
    assert ask(question).status == "not_found"


@pytest.mark.parametrize(
    "question",
    [
        "Does the headcount in the company profile agree with the annex?",
        "Does the number of staff match between the foreword and the annex?",
    ],
)
def test_a_known_contradiction_of_the_row_is_told_wherever_it_stands(question: str) -> None:
    assert ask(question, Known).short.startswith("no: Staff: nearly 75")
    assert ask(question).status == "not_found"


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Does Tern & Tide report GRI 306-4?", "yes, in substance"),
        ("Does Tern & Tide report GRI 306-4 according to its GRI index?", ""),
        ("Does Tern & Tide report GRI 305-7?", ""),
    ],
)
def test_without_an_index_the_figures_that_a_clause_asks_for_answer_for_it(question: str, short: str) -> None:
    reused = replace(_metric("reused", "Rags reused", (), "mass", "t"), clauses=("gri:306-4",))
    catalogue = replace(
        CATALOGUE,
        metrics=(*CATALOGUE.metrics, reused),
        clauses=(*CATALOGUE.clauses, clause("gri", "306-4", "Waste diverted"), clause("gri", "305-7", "Other gases")),
    )
    at = Tabled(replace(TERN, rows=(Row("Rags reused", "t", ("70", "77"), "reused"),)))
    answer = Asker(Ports(at, at, at, at, at, at), catalogue).ask(Question(question))
    assert answer.short == short
    assert (answer.status == "not_found") is (short == "")


def test_all_hours_are_not_those_on_average() -> None:
    assert ask("How many hours did one rope walk last on average in 2031?").short != "40"


@pytest.mark.parametrize(
    ("question", "names"),
    [("How many hands has Tern Dock d.d. Seaton?", ["seaton"]), ("How many hands has it? Does that fit?", [])],
)
def test_a_name_behind_an_abbreviation_is_a_name(question: str, names: list[str]) -> None:
    at = Tabled(TERN)
    view = Asker(Ports(at, at, at, at, at, at), METRICS).view(tuple(at.reports()))
    found = [
        w
        for w in ("seaton", "does")
        if of_somebody_else(_leaving(view.series[0], w), read_question(Question(question)))
    ]
    assert found == names


def _leaving(series: Series, word: str) -> Candidate:
    return Candidate(series, None, "hands", 0.8, 0.8, 0.8, (word,), 1.0)
