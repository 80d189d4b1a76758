"""Which clauses of a framework a report of a given year has to answer: levels, editions and dates, as data."""

from __future__ import annotations

from collections.abc import Sequence

from tieout.extract.clauses.book import ClauseBook
from tieout.model import Clause, Disclosure, Report

# The levels at which coverage is told; what stands above them are headings.
_LEVELS: dict[str, frozenset[str]] = {
    "gri": frozenset({"disclosure"}),
    "hkex-c2": frozenset({"aspect", "kpi", "paragraph"}),
    "ifrs-s2": frozenset({"paragraph"}),
    "tcfd": frozenset({"recommended_disclosure"}),
    "esrs": frozenset({"disclosure_requirement"}),
    "sasb": frozenset({"metric"}),
}

# GRI topic standards that begin later than their edition says, and what they then replace.
_GRI_FROM: dict[tuple[str, str], int] = {
    ("101", "2024"): 2026,
    ("102", "2025"): 2027,
    ("103", "2025"): 2027,
}
_GRI_UNTIL: tuple[tuple[str, int], ...] = (
    ("304-", 2025),
    ("302-", 2026),
    ("201-2", 2026),
    ("305-1", 2026),
    ("305-2", 2026),
    ("305-3", 2026),
    ("305-4", 2026),
    ("305-5", 2026),
)
_UNIVERSAL_2021_FROM = 2022
_HKEX_CLIMATE_FROM = 2025
# How binding a clause was while it was in force, where the catalogue tells only that it is over.
_WHILE_IN_FORCE: dict[str, str] = {"hkex-c2": "comply_or_explain"}


def year_of(report: Report) -> int:
    """The year the report's period begins with, 0 where it names none."""
    year = report.period[:4]
    return int(year) if year.isascii() and year.isdigit() else 0


def clauses_in_force(book: ClauseBook, year: int, index: Sequence[Disclosure]) -> list[Clause]:
    """The clauses of ``book`` that bind a report of ``year`` (0 where it is not known), one edition of each.

    An index that lists a part early or still (HKEX Part D, the GRI of 2016) keeps that part in force for its report.
    """
    listed = {row.code for row in index if row.framework == book.framework}
    kept: list[Clause] = []
    for clauses in book.editions.values():
        dated = [clause for clause in clauses if _binds(book, clause, year, listed)]
        if dated:
            kept.append(dated[-1])
    if book.framework == "sasb":
        industries = {code[:5] for code in listed}
        kept = [clause for clause in kept if clause.code[:5] in industries]
    return kept


def obligation(clause: Clause) -> str:
    """How binding the clause is, also for one that has been superseded since."""
    if clause.obligation == "superseded":
        return _WHILE_IN_FORCE.get(clause.framework, clause.obligation)
    return clause.obligation


def below(book: ClauseBook, clause: Clause, code: str) -> bool:
    """Whether ``clause`` stands anywhere under the clause with this code."""
    by_id = {c.id: c for clauses in book.editions.values() for c in clauses}
    seen: Clause | None = clause
    for _ in range(8):
        if seen is None:
            return False
        if seen.code == code:
            return seen is not clause
        seen = by_id.get(seen.parent)
    return False


def _binds(book: ClauseBook, clause: Clause, year: int, listed: set[str]) -> bool:
    if clause.level not in _LEVELS.get(clause.framework, frozenset()):
        return False
    if clause.framework == "gri":
        return _gri_binds(clause, year, listed)
    if clause.framework == "hkex-c2":
        if clause.code.startswith("D"):
            early = "Part D" in listed or any(code.startswith("D") for code in listed)
            return early or year == 0 or year >= _HKEX_CLIMATE_FROM
        if clause.code.startswith("MDR") and clause.parent != f"{clause.framework}:Part B":
            return False
    first, _, last = clause.version.partition("..")
    if last and year:
        return int(first[:4]) <= year <= int(last[:4])
    return not last


def _gri_binds(clause: Clause, year: int, listed: set[str]) -> bool:
    standard = clause.code.split("-")[0]
    older = any(code.startswith(("102-", "103-")) for code in listed) and not any(c.startswith("2-") for c in listed)
    if standard in ("2", "3"):
        return not older and (year == 0 or year >= _UNIVERSAL_2021_FROM)
    if clause.obligation == "withdrawn":
        return older or (0 < year < _UNIVERSAL_2021_FROM)
    begins = _GRI_FROM.get((standard, clause.edition))
    if begins is not None:
        return 0 < begins <= year
    if clause.edition.isdigit() and year and int(clause.edition) > year:
        return False
    return not any(clause.code.startswith(code) and year > last for code, last in _GRI_UNTIL)
