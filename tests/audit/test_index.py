"""Index checks: a pointer to nowhere, an omission without a reason."""

from __future__ import annotations

from tieout.audit.index import pointers_resolve, reasons_are_given
from tieout.audit.rules import Rule
from tieout.model import Disclosure, DisclosureStatus, Location, Passage

RULE = Rule("CHK-X", "x", "consistency", "", "high", "")


def row(references: str, *locations: Location, status: str = "reported", explanation: str = "") -> Disclosure:
    """An index row of a GRI clause."""
    return Disclosure(
        report="r", framework="gri", code="207-1", status=DisclosureStatus(status), indexed=True,
        references=references, locations=locations, explanation=explanation, passage=Passage("r", 7, 0, 3, "207"),
    )  # fmt: skip


def test_pointer_to_a_missing_section_is_found() -> None:
    (found,) = pointers_resolve([row("2.4 Tax")], RULE)
    assert (found.clauses, found.quotes[0].page) == (("gri:207-1",), 7)
    assert "2.4" in found.title


def test_pointer_that_leads_somewhere_is_silent() -> None:
    assert list(pointers_resolve([row("2.4 Tax", Location("s2.4", 0, "2.4 Tax"))], RULE)) == []
    assert list(pointers_resolve([row("P. 12", Location("", 12, "P. 12"))], RULE)) == []
    assert list(pointers_resolve([row("About this report")], RULE)) == []
    assert list(pointers_resolve([row("Questionnaire C1.2a, C2.3")], RULE)) == []


def test_omission_needs_a_reason() -> None:
    bare = row("", status="stated_absent")
    told = row("", status="stated_absent", explanation="We have no such process.")
    assert [f.clauses for f in reasons_are_given([bare, told, row("1.1")], RULE)] == [("gri:207-1",)]
