"""What an observation is about, as concepts: read once, compared with many metrics."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tieout.extract.kpi.dimensions import dimension_of_heading
from tieout.extract.kpi.lexicon import CLOSED_DIMENSIONS, DIMENSION_NAMES
from tieout.extract.linking.concepts import concepts
from tieout.extract.linking.names import SPLIT_CONCEPTS
from tieout.extract.linking.vocabulary import SHARP
from tieout.model import Observation, Origin
from tieout.quantities import Unit, kind_family, parse_unit
from tieout.text import fold

_LEFT_OUT = re.compile(r"\s(?:excluding|excl\.|except|not including|without)\s", re.IGNORECASE)
_EXCLUDING = ("not ", "excl", "without", "except")
_TOTAL = re.compile(r"\b(?:total|overall|gross|sum)\b", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:by|of|at|in|from) the ((?:[^\s.,;:]+ ?){1,4})$", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,24})[)\]]")
_GENDERS = re.compile(
    r"\bgender (?:distribution|structure|ratio|split|breakdown|mix|diversity)\b|\bdistribution of genders\b",
    re.IGNORECASE,
)
"""A heading that, where it names no body, speaks of the staff."""
_BODIES = frozenset({"board", "manage", "supplier", "customer", "hire", "leaver", "turnover", "senior", "new"})
_CAUSED = re.compile(
    r"\b(?:lost|missed|fatalities|deaths|absences?)\b(?: [\w-]+){0,3}?\s"
    r"(?P<by>(?:to|due to|because of|owing to|resulting from|as (?:a )?result of|through)\s)",
    re.IGNORECASE,
)
_OWN_STAFF = re.compile(
    r"\b(?:in|of|for|among|within) (?:the |our |its )?own (?:workforce|staff|employees|personnel)\b", re.IGNORECASE
)
"""Said of what is counted of the staff as a matter of course: deaths "in the own workforce" are deaths."""
_AT_WORK = frozenset({"injury", "work"})
_BY = re.compile(r"\bby\b", re.IGNORECASE)
_PHYSICAL = ("mass", "energy", "volume", "area", "currency", "percent")


@dataclass(frozen=True, slots=True)
class Subject:
    """What an observation is about.

    ``label`` and ``bracketed`` (in brackets) are of the indicator; ``group`` are all headings, ``headed`` the nearest
    one, ``nearest`` what only that one says; ``types`` and ``members`` its dimensions, ``apart`` those of
    no known type. ``unread`` marks a printed unit that we do not know, ``counted`` a figure of a sentence without one,
    ``total`` a label that says it is one; ``within`` is what its end restricts it to ("… by the fleet").
    """

    label: frozenset[str]
    bracketed: frozenset[str]
    group: frozenset[str]
    nearest: frozenset[str]
    headed: frozenset[str]
    types: frozenset[str]
    members: frozenset[str]
    apart: frozenset[str]
    unit: Unit | None
    unread: bool
    counted: bool
    total: bool
    within: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        """All concepts said."""
        return self.label | self.bracketed | self.group

    @property
    def family(self) -> str:
        """The kind of quantity that the printed unit measures, without currency codes; "" for no known unit."""
        return kind_family(self.unit.kind) if self.unit is not None else ""


def _bracket_split(label: str) -> tuple[str, str]:
    """The label outside and inside of brackets, without what it says to leave out."""
    outside: list[str] = []
    inside: list[str] = []
    depth = 0
    for char in label:
        if char in "([（":
            depth += 1
            inside.append(" ")
        elif char in ")]）":
            depth = max(0, depth - 1)
        else:
            (inside if depth else outside).append(char)
    within = "".join(inside)
    return _included("".join(outside)), "" if fold(within).startswith(_EXCLUDING) else within


def _included(text: str) -> str:
    """The text before "excluding …", unless nothing is said there."""
    kept = _LEFT_OUT.split(text, maxsplit=1)[0]
    return kept if concepts(kept) else text


def _caused(label: str) -> tuple[str, str]:
    """A label before and behind what its loss came of: causes narrow "days lost" no more than brackets do."""
    label = " ".join(_OWN_STAFF.sub(" ", label).split())
    found = _CAUSED.search(label)
    return (label[: found.start("by")], label[found.end("by") :]) if found is not None else (label, "")


def _is_unit(label: str) -> bool:
    """Whether a label is nothing but a unit ("t CO2e"); nouns and times ("Employees", "Hours worked") are labels."""
    unit = parse_unit(label)
    return unit is not None and not unit.substance and unit.kind.startswith(_PHYSICAL)


def _without_unit(brackets: re.Match[str]) -> str:
    """Brackets of a heading, left out where they hold nothing but a unit."""
    return " " if parse_unit(brackets[1]) is not None else brackets[0]


def subject_of(observation: Observation) -> Subject:
    """The Subject of an observation. A row under "… by gender" is about the heading; its own label names a member."""
    outside, inside = ("", "") if _is_unit(observation.indicator) else _bracket_split(observation.indicator)
    head, causes = _caused(outside)
    label = frozenset(concepts(head)) | (frozenset(concepts(causes)) & _AT_WORK)
    bracketed = frozenset(concepts(f"{inside} {causes}")) - label
    headings = [_included(_BRACKETS.sub(_without_unit, heading)) for heading in observation.group.split(" > ")]
    heading = headings[-1]
    group, nearest = frozenset(c for h in headings for c in concepts(h)), frozenset(concepts(heading))
    members = frozenset(c for d in observation.dimensions if d.type != "series" for c in concepts(d.value))
    own = (label - nearest - members - SPLIT_CONCEPTS) & (SHARP | {"share"})
    if own and dimension_of_heading(heading) in CLOSED_DIMENSIONS:
        pass  # a row that measures something else than its heading ("Share of women managers" under "Staff by gender")
    elif (observation.dimensions or not label) and _BY.search(heading) and nearest - SPLIT_CONCEPTS:
        label, group, nearest = nearest - SPLIT_CONCEPTS, (group | label) - SPLIT_CONCEPTS, frozenset()
    elif observation.dimensions and len(headings) > 1 and fold(heading).strip(" :*") in DIMENSION_NAMES:
        above = frozenset(concepts(headings[-2])) - SPLIT_CONCEPTS
        if above:
            label, group, nearest = above, (group | label) - SPLIT_CONCEPTS, frozenset()
    if label and _GENDERS.search(heading) and (label | group | members).isdisjoint(_BODIES):
        label, group, nearest = label | {"employee"}, group - nearest, frozenset()
    unit = parse_unit(observation.unit) if observation.unit else None
    dimensions = [d for d in observation.dimensions if d.type != "series"]
    return Subject(
        label=label,
        bracketed=bracketed,
        group=group - label,
        nearest=nearest - label,
        headed=nearest,
        types=frozenset(d.type for d in dimensions),
        members=members,
        apart=frozenset(c for d in dimensions if d.type == "breakdown" for c in concepts(d.value)),
        unit=unit,
        unread=bool(observation.unit) and unit is None,
        counted=not observation.unit and observation.origin is Origin.TEXT,
        total=_TOTAL.search(observation.indicator) is not None,
        within=frozenset(concepts(restricted[1])) if (restricted := _WITHIN.search(outside)) else frozenset(),
    )
