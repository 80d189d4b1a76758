"""How much a row of a report says of a question, by its names, and what it leaves unsaid or says besides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tieout.ask.figures.series import Series
from tieout.ask.wording.distinctions import QUALIFIERS
from tieout.ask.wording.extent import Extent
from tieout.ask.wording.question import Reading
from tieout.ask.wording.weighing import Asked, Name

_SEMANTIC, _NAME, _QUESTION = 0.40, 0.25, 0.35
"""The weight of each view."""
QUALIFIED = 0.15


@dataclass(frozen=True, slots=True)
class Row:
    """A series with what is compared, prepared once."""

    series: Series
    names: tuple[Name, ...]
    printed: Name
    extra: frozenset[str]
    dimensions: tuple[frozenset[str], ...]
    qualifiers: frozenset[str]
    subjects: frozenset[str]
    scopes: frozenset[str]
    part: bool


@dataclass(frozen=True, slots=True)
class Query:
    """A question as candidates see it; ``near`` and ``heard`` go by the numbers of names."""

    asked: Asked
    near: Sequence[float]
    heard: dict[int, tuple[int, float]]
    reading: Reading
    family: bool
    classes: frozenset[tuple[str, str]]
    extent: Extent


def best_name(names: tuple[Name, ...], extra: frozenset[str], query: Query) -> tuple[float, Name, int]:
    """The best score of a name, that name, and what all of them together say of the question."""
    asked, best, chosen = query.asked, -1.0, names[0]
    around = asked.mask(extra)
    everything = around
    unheard = _QUESTION * asked.share(around)
    for name in names:
        score = _SEMANTIC * query.near[name.number]
        heard = query.heard.get(name.number)
        if heard is None:
            score += unheard
        else:
            mask = heard[0] | around
            everything |= mask
            score = score + _NAME * heard[1] + _QUESTION * asked.share(mask)
        if score > best:
            best, chosen = score, name
    return best, chosen, everything


def called(row: Row, asked: Asked) -> bool:
    """Whether row or column are called the very rate that is asked for."""
    own = row.printed.concepts.union(*row.dimensions) & asked.concepts
    return "rate" in own and len(own) > 1


def unsaid(row: Row, best: Name, asked: Asked, *, family: bool) -> float:
    """The share of the printed label that neither the question nor the name it met by says, 0..1."""
    known = (asked.concepts, best.concepts, *row.dimensions, *((row.extra,) if family else ()))
    return sum([w for c, w in row.printed.parts if all([k.isdisjoint(c) for k in known])]) / row.printed.total


def qualified(row: Row, asked: Asked) -> float:
    """The penalty for qualifiers that stand on one side only."""
    unheard = len((QUALIFIERS & asked.concepts) - row.qualifiers)
    unasked = len((QUALIFIERS & row.printed.concepts) - asked.concepts)
    return QUALIFIED * unheard + QUALIFIED / 2 * unasked
