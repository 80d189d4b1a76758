"""What a question is about: the reports in reach, narrowed by the organizations and the period it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tieout.ask.ports import ReportCard
from tieout.ask.wording.question import Question, Reading
from tieout.errors import UsageError
from tieout.text import fold
from tieout.vectors.routing import route, short_forms

_LEGAL_FORMS = frozenset(
    [
        "ag",
        "se",
        "inc",
        "corp",
        "corporation",
        "ltd",
        "limited",
        "plc",
        "gmbh",
        "co",
        "company",
        "group",
        "holding",
        "holdings",
        "sa",
        "spa",
        "s.p.a",
        "nv",
        "n.v",
        "ab",
        "asa",
        "oyj",
        "kgaa",
        "llc",
        "lp",
        "reit",
        "trust",
        "the",
    ]
)


@dataclass(frozen=True, slots=True)
class Reach:
    """The reports in which an answer is sought; ``named`` are the organizations the question itself names.

    ``ambiguous`` holds the reports to choose from when nothing says which company is meant; ``elsewhere`` the companies
    of the index that the question names while it is limited to the reports of another one.
    """

    cards: tuple[ReportCard, ...]
    named: tuple[str, ...]
    ambiguous: tuple[ReportCard, ...] = ()
    elsewhere: tuple[str, ...] = ()


def short_names(organization: str) -> tuple[str, ...]:
    """Folded names people use for an organization: the whole name, that without legal forms, its first words."""
    whole = fold(organization.replace("_", " "))
    words = [w for w in re.split(r"[\s,]+", whole) if w.strip(".") not in _LEGAL_FORMS]
    bare = " ".join(words)
    found = [whole, bare, fold(organization), *short_forms(organization)]
    return tuple(dict.fromkeys(n for n in found if len(n) >= 2))


def find_reach(question: Question, reading: Reading, cards: Sequence[ReportCard], *, several: bool) -> Reach:
    """The reports a question is about.

    Args:
        question: with the caller's own limits.
        reading: the question read.
        cards: all reports of the index.
        several: the question compares companies, so that more than one may be meant.

    Raises:
        UsageError: a report or organization that is not in the index was given.
    """
    known = {c.id: c for c in cards}
    for report in question.reports:
        if report not in known:
            raise UsageError(
                "no such report in the index", subject=report, remedy="tieout reports lists those there are"
            )
    for organization in question.organizations:
        if not any(fold(organization) in short_names(c.organization) for c in cards):
            raise UsageError("no report of this organization", subject=organization, remedy="tieout reports lists them")
    found = [known[r] for r in dict.fromkeys(question.reports)] or list(cards)
    if question.organizations:
        wanted = {fold(o) for o in question.organizations}
        found = [c for c in found if wanted & set(short_names(c.organization))]
    limited = bool(question.reports) or bool(question.organizations)
    own = {c.organization for c in found}
    if limited and not several and len(own) == 1:
        meant, _ = route(question.text, [(c.id, c.organization, c.period) for c in cards])
        others = tuple(dict.fromkeys(c.organization for c in cards if c.id in meant))
        if others and own.isdisjoint(others):
            return Reach(tuple(found), (), elsewhere=others)
    routed, _ = route(question.text, [(c.id, c.organization, c.period) for c in found])
    named = tuple(dict.fromkeys(c.organization for c in found if c.id in routed))
    if named:
        found = [c for c in found if c.organization in named]
    organizations = {c.organization for c in found}
    if len(organizations) > 1 and not several and not named and not limited:
        return Reach((), named, tuple(found))
    if len(found) > 1 and not several and not question.reports:
        found = _by_period(found, reading)
    return Reach(tuple(found), named)


def _by_period(cards: Sequence[ReportCard], reading: Reading) -> list[ReportCard]:
    """Of several reports of one organization: those of the years asked for, else the newest."""
    found: list[ReportCard] = []
    for organization in dict.fromkeys(c.organization for c in cards):
        own = [c for c in cards if c.organization == organization]
        fitting = [c for c in own if c.period in reading.years] or [max(own, key=lambda c: (c.period, c.id))]
        found += fitting
    return found
