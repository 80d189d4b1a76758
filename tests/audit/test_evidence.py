"""Index rows against what their cited sections speak of."""

from __future__ import annotations

import pytest
from tests.audit.made import note, report, section

from tieout.audit.evidence import rows_are_borne_out
from tieout.audit.finding import AuditFinding
from tieout.audit.places import Places
from tieout.audit.rules import Rule
from tieout.model import Disclosure, DisclosureStatus, Location

FILLER = "The company keeps its promises and tells its partners how it works from day to day. " * 4
SUBJECT = Rule("CHK-S", "s", "subject", "tax*", "high", "Wrong section", subjects=("gri:207-*",))
TARGET = Rule("CHK-T", "t", "target", "waste*", "medium", "No target", subjects=("hkex-c2:A1.6",))
EVIDENCE = Rule("CHK-E", "e", "evidence", "recall*", "medium", "Nothing", subjects=("hkex-c2:B6.4",))
SHARE = Rule("CHK-P", "p", "share", "supplier*", "medium", "No share", subjects=("gri:308-1",))


def audit(first: str, second: str, rule: Rule, framework: str, *codes: str, title: str = "") -> list[AuditFinding]:
    """A report of two sections and an index whose rows all cite the first."""
    index = " ".join(f"{code} row 1.1" for code in codes)
    pages = (f"1.1 Conduct {FILLER}{first}", f"1.2 Taxes paid {FILLER}{second}", index)
    made = report(*pages, sections=(section("1.1", "Conduct", 1, 0, 11), section("1.2", "Taxes paid", 2, 0, 14)))
    rows = [
        Disclosure(
            report="r", framework=framework, code=code, status=DisclosureStatus.REPORTED, indexed=True, title=title,
            references="1.1 Conduct", locations=(Location("s1.1", 1, "1.1"),), passage=note(made, 3, f"{code} row"),
        )
        for code in codes
    ]  # fmt: skip
    return list(rows_are_borne_out(rows, [rule], Places(made, rows)))


def test_a_section_that_never_speaks_of_the_subject_is_found_once_for_all_rows() -> None:
    (found,) = audit("", "Tax is paid. Tax is due. Taxes are fair.", SUBJECT, "gri", "207-1", "207-2")
    assert found.clauses == ("gri:207-1", "gri:207-2")
    assert [q.quote for q in found.quotes] == ["207-1 row", "1.2 Taxes paid", "207-2 row"]


def test_a_section_that_speaks_of_the_subject_is_silent() -> None:
    assert audit("We pay tax.", "Tax is paid. Tax is due. Taxes are fair.", SUBJECT, "gri", "207-1") == []


def test_a_subject_that_no_section_has_is_not_called_a_wrong_pointer() -> None:
    assert audit("", "", SUBJECT, "gri", "207-1") == []


def test_a_clause_that_asks_for_a_target_needs_one() -> None:
    first = "Office waste is sorted by hand in every house of the group."
    (found,) = audit(first, "", TARGET, "hkex-c2", "A1.6")
    assert found.quotes[1].quote == first[:-1]
    assert audit(f"{first} Our target is a third less by 2030.", "", TARGET, "hkex-c2", "A1.6") == []


def test_an_absent_procedure_is_found_with_the_nearest_words() -> None:
    first = "Quality assurance means that every release is tested twice."
    (found,) = audit(
        first, "", EVIDENCE, "hkex-c2", "B6.4", title="Description of quality assurance and recall procedures"
    )
    assert found.quotes[1].quote == first[:-1]
    assert audit(f"{first} A recall takes two days.", "", EVIDENCE, "hkex-c2", "B6.4") == []


@pytest.mark.parametrize(("more", "findings"), [("", 1), ("Of new suppliers, 40% were screened.", 0)])
def test_a_clause_that_asks_for_a_percentage_needs_one(more: str, findings: int) -> None:
    assert len(audit(f"Suppliers sign our code. {more}", "", SHARE, "gri", "308-1")) == findings


def test_rows_that_do_not_resolve_to_sections_are_not_judged() -> None:
    made = report(f"1.1 Conduct {FILLER}", sections=(section("1.1", "Conduct", 1, 0, 11),))
    rows = [
        Disclosure(
            report="r", framework="hkex-c2", code="B6.4", status=DisclosureStatus.REPORTED, indexed=True,
            locations=places, passage=note(made, 1, "Conduct"),
        )
        for places in ((), (Location("", 1, "p. 1"),), (Location("s1.1", 1, "1.1"), Location("", 0, "Annual Report")))
    ]  # fmt: skip
    assert list(rows_are_borne_out(rows, [EVIDENCE], Places(made, rows))) == []
