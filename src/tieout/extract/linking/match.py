"""How well an observation fits a metric: shared concepts weighed by rarity, and vetoes that no likeness outweighs.

The score is the geometric mean of how much of the metric's name the observation says and how much of the observation's
label the name explains. A quantity of another kind, a share against a count, an intensity against a total, or a
qualifier that only one side has ("hazardous", "suppliers", "scope 2", "women") makes it another metric.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from tieout.extract.linking.names import SPLIT_CONCEPTS, Entry, Index, Name
from tieout.extract.linking.subject import Subject
from tieout.extract.linking.vocabulary import SHARP

THRESHOLD = 0.68
"""Links below this score are not made."""
UNITLESS_THRESHOLD = 0.85
"""The same for a physical quantity that prints no unit we know."""

_GROUP_SHARE = 0.85
"""What a concept counts that only a heading says."""
_OUTER_SHARE = 0.5
"""What it counts where the nearest heading does not say it either: a chapter's heading names no row of its tables."""
_BROADER = 0.5
"""What an unexplained concept of the nearest heading counts where the metric's name needs that heading."""
_QUALIFIED = 0.8
"""A name of one concept ("Suppliers") does not bear qualifiers well ("Critical suppliers" are others)."""
_LEAST_NAMED = 0.55
"""The least part of a metric's name that must be said."""
_BRACKETED = 0.3
"""What an unexplained concept in brackets counts."""
_SHARP_PENALTY = 0.55
"""What a qualifier that only one side has leaves of the score."""

_COUNTED = frozenset({"count", "headcount", "participations"})
_SHARES = frozenset({"percent", "ratio", "percentage_points"})
_SHARE_WORDS = frozenset({"share", "rate", "intensity", "gap", "turnoverrate"})
UNITLESS = _COUNTED | _SHARES | {"score", "rate", "frequency"}
"""Kinds of quantities that are printed without a unit; in a sentence all others print theirs."""
_SCOPES = frozenset({"scope1", "scope2", "scope3", "scope12", "scope13", "scope23", "scope123", "s3category"})
_METHODS = frozenset({"market", "location"})
"""How scope 2 is counted; like the scopes it tells metrics apart even in brackets."""
_GENERIC = frozenset({"emission", "use", "generate", "share"})
"""Concepts that qualify nothing beside a name of one concept ("Dust emissions", "Diesel consumption")."""
_CARBON_WORDS = frozenset({"ghg", "emission", "scope1", "scope2", "scope3", "scope12", "scope123", "ghg_emission"})


def kind_fits(entry: Entry, subject: Subject) -> bool:
    """Whether the printed unit can measure the metric; no unit and unknown units can."""
    unit = subject.unit
    wanted = entry.metric.quantity_kind
    said = subject.all
    if unit is None:
        if (subject.unread and "_per_" in wanted) or (subject.counted and wanted not in UNITLESS):
            return False
        return not ((said & {"share"} and wanted in _COUNTED) or (wanted in _SHARES and not said & _SHARE_WORDS))
    family = subject.family
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
    split = subject.members | SPLIT_CONCEPTS if entry.split else frozenset()
    implied = _implied(entry, subject)
    best = max((_name_score(index, entry, name, subject, split, implied) for name in entry.names), default=0.0)
    if entry.split:
        return min(1.0, best * 1.05)
    return best


def _weight(index: Index, found: Iterable[str]) -> float:
    """The weight of concepts together; an exactly rounded sum, so that the order of a set does not show."""
    return math.fsum(map(index.weight, found))


def _name_score(
    index: Index, entry: Entry, name: Name, subject: Subject, split: frozenset[str], implied: frozenset[str]
) -> float:
    """The score by one name.

    Neither ``split`` needs an explanation, concepts that name the split's members, nor what the unit ``implied``.
    """
    said = subject.label | subject.bracketed
    wanted = name.concepts - (implied - said)
    if not wanted or (wanted <= _GENERIC and not subject.total):
        wanted = name.concepts
    ours = name.concepts | implied | split
    named = _named(index, wanted, subject)
    if named < _LEAST_NAMED:
        return 0.0
    explained = _explained(index, ours, subject, split, whole=wanted <= said)
    return math.sqrt(named * explained) * _doubt(entry, name, subject, wanted, ours, implied)


def _named(index: Index, wanted: frozenset[str], subject: Subject) -> float:
    """How much of the metric's name is said, 0..1; what only a heading says counts a little less, an outer one half."""
    said = wanted & (subject.label | subject.bracketed | subject.members)
    headed = (wanted & subject.group) - said
    outer = headed - subject.headed if subject.headed else frozenset[str]()
    told = _weight(index, said) + _GROUP_SHARE * _weight(index, headed - outer) + _OUTER_SHARE * _weight(index, outer)
    return told / _weight(index, wanted)


def _explained(index: Index, ours: frozenset[str], subject: Subject, split: frozenset[str], *, whole: bool) -> float:
    """How much of the label the name explains, 0..1; where the name needs the heading (not ``whole``), of that too."""
    label = subject.label | subject.nearest if subject.label <= _GENERIC else subject.label
    label = label if label - split else label | subject.group
    label |= subject.bracketed & ours & (_SCOPES | _METHODS)
    strange = _BRACKETED * _weight(index, subject.bracketed - ours)
    if not whole:
        strange += _BROADER * _weight(index, subject.nearest - ours)
    total = _weight(index, label) + strange
    return _weight(index, label & ours) / total if total else 0.0


def _doubt(
    entry: Entry, name: Name, subject: Subject, wanted: frozenset[str], ours: frozenset[str], implied: frozenset[str]
) -> float:
    """What qualifiers leave of a score, 0..1: those missing, those foreign, and parts under the heading of a whole."""
    missing = (name.concepts & SHARP) - subject.all - implied
    telling = _SCOPES if entry.metric.quantity_kind.startswith("mass_co2e") else frozenset()
    telling |= _METHODS if "scope2" in entry.concepts else frozenset()
    foreign = (subject.label | subject.apart | (subject.bracketed & telling)) & SHARP
    if not subject.all & _SCOPES:
        foreign |= subject.label & {"indirect"}
    foreign = foreign - ours - entry.concepts
    if "indirect" not in subject.label:
        foreign |= subject.label & {"other"}
    above = (subject.group & SHARP) - ours - entry.concepts
    sure = len(wanted) > 1 and subject.label >= wanted and subject.label <= ours
    left = _SHARP_PENALTY ** (len(missing) + len(foreign)) * (_QUALIFIED if sure else _SHARP_PENALTY) ** len(above)
    qualifiers = subject.label - ours - _GENERIC
    if qualifiers and (len(wanted) == 1 or (name.concepts <= implied and not subject.total)):
        left *= _QUALIFIED  # a name that says no more than the unit is not what the label is about
    if qualifiers & subject.within:
        left *= _QUALIFIED
    if qualifiers and wanted <= subject.headed:
        left *= _QUALIFIED
    if subject.label <= _GENERIC and subject.nearest - ours:
        left *= _SHARP_PENALTY
    return left


def _implied(entry: Entry, subject: Subject) -> frozenset[str]:
    """Concepts that need not be said because the unit says them: a share by its percent sign, carbon by tCO2e."""
    implied = {"share", "rate"} if entry.metric.quantity_kind in _SHARES else set()
    family = subject.family
    if (
        family.startswith("mass")
        and entry.metric.dimension == "scope3_category"
        and "".join(entry.metric.members).isdigit()
    ):
        implied |= {"scope3", "category"}
    if family == "mass_co2e" or (subject.all & _SCOPES):
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
