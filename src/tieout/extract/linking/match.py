"""How well an observation fits a metric: shared concepts weighed by rarity, and vetoes that no likeness outweighs.

The score is the geometric mean of how much of the metric's name the observation says and how much of the observation's
label the name explains. A quantity of another kind, a share against a count, an intensity against a total, or a
qualifier that only one side has ("hazardous", "suppliers", "scope 2", "women") makes it another metric.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from tieout.extract.linking.concepts import concepts
from tieout.extract.linking.names import SPLIT_CONCEPTS, Entry, Index, Name
from tieout.model import Observation
from tieout.quantities import Unit, kind_family, parse_unit
from tieout.quantities.spellings import words_of
from tieout.text import fold

THRESHOLD = 0.68
"""Links below this score are not made."""
UNITLESS_THRESHOLD = 0.85
"""The same for a physical quantity that prints no unit we know."""

_GROUP_SHARE = 0.85
"""What a concept counts that only a heading says."""
_BROADER = 0.5
"""What an unexplained concept of the nearest heading counts where the metric's name needs that heading."""
_QUALIFIED = 0.8
"""A name of one concept ("Suppliers") does not bear qualifiers well ("Critical suppliers" are others)."""
_LEAST_NAMED = 0.55
"""The least part of a metric's name that must be said."""
_BRACKETED = 0.3
"""What an unexplained concept in brackets counts."""
_SHARP_PENALTY = 0.55

SHARP = words_of(
    """
    other offset fuel transport rd incident turnover pay product energy scope1 scope2 scope3 scope12 scope123
    scope13 scope23 female male hazardous nonhazardous new cumulative senior junior board supplier customer
    renewable nonrenewable saved target recycled temporary permanent parttime death injury losttime lostday location
    market gap disabled minority training hire leaver absence union stress landfill incinerated withdrawal discharge
    wastewater privacy security corruption volunteer voluntary parental apprentice independent satisfaction
    complaint recall eligible aligned capex opex taxonomy paper packaging natgas gasoline diesel districtheat
    heatingoil electricity water waste travel commuting turnoverrate recordable donation tax whistle patent
    copyright trademark safety biogenic fte nonemployee appraisal tenure nationality illhealth nonexecutive
    participant
    """
)
_LEFT_OUT = re.compile(r"\s(?:excluding|excl\.|except|not including|without)\s", re.IGNORECASE)
_PHYSICAL = ("mass", "energy", "volume", "area", "currency", "percent")
_EXCLUDING = ("not ", "excl", "without", "except")
_COUNTED = frozenset({"count", "headcount", "participations"})
_SHARES = frozenset({"percent", "ratio", "percentage_points"})
_SHARE_WORDS = frozenset({"share", "rate", "intensity", "gap", "turnoverrate"})
_SCOPES = frozenset({"scope1", "scope2", "scope3", "scope12", "scope13", "scope23", "scope123"})
_METHODS = frozenset({"market", "location"})
"""How scope 2 is counted; like the scopes it tells metrics apart even in brackets."""
_GENERIC = frozenset({"emission", "use", "generate", "share"})
"""Concepts that qualify nothing beside a name of one concept ("Dust emissions", "Diesel consumption")."""
_CARBON_WORDS = frozenset({"ghg", "emission", "scope1", "scope2", "scope3", "scope12", "scope123", "ghg_emission"})


@dataclass(frozen=True, slots=True)
class Subject:
    """What an observation is about, as concepts.

    ``label`` and ``bracketed`` (in brackets) are of the indicator; ``group`` are all headings, ``headed`` the nearest
    one, ``nearest`` what only that one says; ``types`` and ``members`` its dimensions. ``unread`` marks a printed unit
    that we do not know, ``total`` a label that says it is one.
    """

    label: frozenset[str]
    bracketed: frozenset[str]
    group: frozenset[str]
    nearest: frozenset[str]
    headed: frozenset[str]
    types: frozenset[str]
    members: frozenset[str]
    unit: Unit | None
    unread: bool
    total: bool

    @property
    def all(self) -> frozenset[str]:
        """All concepts said."""
        return self.label | self.bracketed | self.group


_TOTAL = re.compile(r"\b(?:total|overall|gross|sum)\b", re.IGNORECASE)
_BY = re.compile(r"\bby\b", re.IGNORECASE)


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


def _is_unit(label: str) -> bool:
    """Whether a label is nothing but a unit ("t CO2e"); nouns and times ("Employees", "Hours worked") are labels."""
    unit = parse_unit(label)
    return unit is not None and not unit.substance and unit.kind.startswith(_PHYSICAL)


def subject_of(observation: Observation) -> Subject:
    """The Subject of an observation. A row under "… by gender" is about the heading; its own label names a member."""
    outside, inside = ("", "") if _is_unit(observation.indicator) else _bracket_split(observation.indicator)
    label = frozenset(concepts(outside))
    bracketed = frozenset(concepts(inside)) - label
    headings = [_included(heading) for heading in observation.group.split(" > ")]
    heading = headings[-1]
    group, nearest = frozenset(c for h in headings for c in concepts(h)), frozenset(concepts(heading))
    if observation.dimensions and _BY.search(heading) and nearest - SPLIT_CONCEPTS:
        label, group, nearest = nearest - SPLIT_CONCEPTS, (group | label) - SPLIT_CONCEPTS, frozenset()
    unit = parse_unit(observation.unit) if observation.unit else None
    dimensions = [d for d in observation.dimensions if d.type != "series"]
    return Subject(
        label=label,
        bracketed=bracketed,
        group=group - label,
        nearest=nearest - label,
        headed=nearest,
        types=frozenset(d.type for d in dimensions),
        members=frozenset(c for d in dimensions for c in concepts(d.value)),
        unit=unit,
        unread=bool(observation.unit) and unit is None,
        total=_TOTAL.search(observation.indicator) is not None,
    )


def kind_fits(entry: Entry, subject: Subject) -> bool:
    """Whether the printed unit can measure the metric; no unit and unknown units can."""
    unit = subject.unit
    wanted = entry.metric.quantity_kind
    said = subject.all
    if unit is None:
        if subject.unread and "_per_" in wanted:
            return False
        return not ((said & {"share"} and wanted in _COUNTED) or (wanted in _SHARES and not said & _SHARE_WORDS))
    family = kind_family(unit.kind)
    if family in entry.kinds:
        return not (family == "mass" and wanted == "mass" and "ghg" in said and unit.substance == "")
    if family in _COUNTED and wanted in _COUNTED:
        return not (family != "count" and wanted == "count")
    if unit.printed == "/":
        return wanted in {"ratio", "rate", "score", "frequency"}
    if family == "mass" and wanted == "mass_co2e":
        return bool(said & _CARBON_WORDS)
    return family == "mass_per_person" and wanted == "mass_co2e_per_person" and bool(said & _CARBON_WORDS)


def _is_relative(entry: Entry) -> bool:
    """Whether the metric is a figure per something, a share or a rate, or is named "per" something."""
    kind = entry.metric.quantity_kind
    named = any("intensity" in name.concepts for name in entry.names)
    return "_per_" in kind or kind in {*_SHARES, "rate", "score", "frequency"} or named


def score(index: Index, entry: Entry, subject: Subject) -> float:
    """0..1, how surely the subject is this metric; 0 where a veto holds."""
    if entry.split and not entry.split & subject.types:
        return 0.0
    if "intensity" in subject.label and not _is_relative(entry):
        return 0.0
    if not kind_fits(entry, subject):
        return 0.0
    explained_by_split = subject.members | SPLIT_CONCEPTS if entry.split else frozenset()
    best = max((_name_score(index, entry, name, subject, explained_by_split) for name in entry.names), default=0.0)
    if entry.split:
        return min(1.0, best * 1.05)
    return best


def _name_score(index: Index, entry: Entry, name: Name, subject: Subject, explained: frozenset[str]) -> float:
    weight = index.weight
    said = subject.label | subject.bracketed
    implied = _implied(entry, subject)
    wanted = name.concepts - (implied - said)
    if not wanted or (wanted <= _GENERIC and not subject.total):
        wanted = name.concepts
    full = sum(weight(c) for c in wanted)
    covered = sum(
        weight(c) * (1.0 if c in said or c in subject.members else _GROUP_SHARE if c in subject.group else 0.0)
        for c in wanted
    )
    if covered < _LEAST_NAMED * full:
        return 0.0
    ours = name.concepts | implied | explained
    label = subject.label | subject.nearest if subject.label <= _GENERIC else subject.label
    label = label if label - explained else label | subject.group
    told = subject.bracketed & ours & (_SCOPES | _METHODS)
    total = sum(weight(c) for c in label | told)
    total += _BRACKETED * sum(weight(c) for c in subject.bracketed - ours)
    if not wanted <= said:
        total += _BROADER * sum(weight(c) for c in subject.nearest - ours)
    known = sum(weight(c) for c in label | told if c in ours)
    if total == 0.0:
        return 0.0
    value = math.sqrt((covered / full) * (known / total))
    missing = (name.concepts & SHARP) - subject.all - implied
    telling = _SCOPES if entry.metric.quantity_kind.startswith("mass_co2e") else frozenset()
    telling |= _METHODS if "scope2" in entry.concepts else frozenset()
    foreign = ((subject.label | subject.group | (subject.bracketed & telling)) & SHARP) - ours - entry.concepts
    if not subject.all & _SCOPES:
        foreign |= (subject.label & {"indirect"}) - entry.concepts
    if len(wanted) == 1 and label - ours - _GENERIC:
        value *= _QUALIFIED
    if subject.label <= _GENERIC and subject.nearest - ours:
        value *= _SHARP_PENALTY
    if subject.label - ours - _GENERIC and not wanted - subject.headed:
        value *= _QUALIFIED
    return value * _SHARP_PENALTY ** (len(missing) + len(foreign))


def _implied(entry: Entry, subject: Subject) -> frozenset[str]:
    """Concepts that need not be said because the unit says them: a share by its percent sign, carbon by tCO2e."""
    implied = {"share", "rate"} if entry.metric.quantity_kind in _SHARES else set()
    carbon = subject.unit is not None and subject.unit.kind.startswith("mass")
    if carbon and entry.metric.dimension == "scope3_category" and "".join(entry.metric.members).isdigit():
        implied |= {"scope3", "category"}
    family = kind_family(subject.unit.kind) if subject.unit is not None else ""
    if family == "mass_co2e" or (subject.all & {"scope1", "scope2", "scope3", "scope12", "scope123"}):
        implied |= {"ghg", "emission"}
    if "_per_" in family:
        implied |= {"intensity"}
        if family.startswith("mass_co2e"):
            implied |= {"ghg", "emission"}
        if family.endswith("_per_person"):
            implied |= {"employee", "average"}
    if family == "energy":
        implied |= {"energy"}
    return frozenset(implied)
