from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.effort import ending

from tieout.vectors.routing import route

REPORTS = [
    ("alder-2022", "ALDER Maschinenbau AG", "2022"),
    ("alder-2023", "ALDER Maschinenbau AG", "2023"),
    ("bc-2023", "B&C Group", "2023"),
    ("77-2023", "7&7 SE", "2023"),
    ("npo-2023", "North Pole Outfitters (NPO)", "2023"),
    ("npl-2023", "North Pole Lines plc", "2023"),
    ("goal-2023", "Target Corporation", "2023"),
    ("elm-2022", "Elm", "2022"),
    ("elm-2023", "ELM Ltd.", "2023"),
]


@pytest.mark.parametrize(
    ("question", "ids", "rest"),
    [
        ("How much water did Alder use?", {"alder-2022", "alder-2023"}, "How much water did the company use?"),
        ("How much water did alder use in 2022?", {"alder-2022"}, "How much water did the company use in 2022?"),
        ("Alder Maschinenbau's waste by 2030", {"alder-2022", "alder-2023"}, "the company's waste by 2030"),
        ("B&C: Is there a board?", {"bc-2023"}, "Is there a board?"),
        ("What is 7&7's turnover rate?", {"77-2023"}, "What is the company's turnover rate?"),
        ("North Pole Outfitters (NPO): Is waste burnt?", {"npo-2023"}, "Is waste burnt?"),
        ("Does NPO burn waste?", {"npo-2023"}, "Does the company burn waste?"),
        ("Does B&C Group burn waste?", {"bc-2023"}, "Does the company burn waste?"),
        ("Compare ALDER and B&C", {"alder-2022", "alder-2023", "bc-2023"}, "Compare the company and the company"),
        ("What does Target say of water?", {"goal-2023"}, "What does the company say of water?"),
        ("Target: water use?", {"goal-2023"}, "water use?"),
        ("elm waste", {"elm-2022", "elm-2023"}, "the company waste"),
    ],
)
def test_a_named_company_leads_to_its_reports(question: str, ids: set[str], rest: str) -> None:
    assert route(question, REPORTS) == (frozenset(ids), rest)


@pytest.mark.parametrize(
    "question",
    [
        "How much water was used in 2022?",
        "What is the water target?",
        "Target setting process",
        "What does North Pole say?",  # two companies begin so
        "aldermen and elmwood",
        "",
    ],
)
def test_no_name_no_route(question: str) -> None:
    assert route(question, REPORTS) == (frozenset(), question)


def test_no_reports_no_route() -> None:
    assert route("Alder?", []) == (frozenset(), "Alder?")


@pytest.mark.parametrize(
    "hostile", ["Alder " * 1_000_000, "(" * 1_000_000, "B&" * 1_000_000, "Alder (" * 500_000, "\ud800\0"]
)
def test_hostile_questions_and_names_come_to_an_end(hostile: str) -> None:
    with ending():
        route(hostile, REPORTS)
        route("Alder", [("x", hostile[:20_000], "2023"), *REPORTS])


def test_a_name_of_marks_only_matches_nothing() -> None:
    assert route("... ?", [("x", "...", ""), ("y", "", "")]) == (frozenset(), "... ?")


@given(st.text(max_size=200), st.lists(st.text(max_size=30), max_size=4))
def test_any_question_and_names(question: str, names: list[str]) -> None:
    reports = [(str(number), name, "2023") for number, name in enumerate(names)]
    ids, rest = route(question, reports)
    assert ids <= {identifier for identifier, _, _ in reports}
    assert route(question, reports) == (ids, rest)


@pytest.mark.shared
def test_questions_that_name_a_company_find_its_report(shared: Path) -> None:
    folder = shared / "bench" / "retrieval_dev"
    with (folder / "reports.csv").open(encoding="utf-8", newline="") as stream:
        reports = [(row["report"], row["organization"], row["period"]) for row in csv.DictReader(stream)]
    asked = [json.loads(line) for line in (folder / "queries.jsonl").read_text(encoding="utf-8").splitlines()]
    named = [json.loads(line) for line in (folder / "queries_open.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(named) == len(asked) == 50
    for plain, full in zip(asked, named, strict=True):
        assert route(full["query"], reports) == (frozenset(plain["reports"]), plain["query"])
