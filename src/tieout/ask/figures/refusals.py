"""Why a figure that is near to a question must not answer it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tieout.ask.figures.linking import TOTALS, Candidate
from tieout.ask.figures.observed import heard, series_of
from tieout.ask.wording.distinctions import ACTORS
from tieout.ask.wording.emission_scopes import scopes_in
from tieout.ask.wording.intents import parts
from tieout.ask.wording.question import Measure, Reading
from tieout.ask.wording.words import Term, concepts, terms
from tieout.model import Origin
from tieout.patterns import lazy
from tieout.quantities import kind_family, parse_unit
from tieout.text import fold

_NAMED = lazy(r"(?:(?<=[\w,;] )|(?<=\.[a-z]\. ))[A-Z][a-zà-ÿ][\w’'-]+")
_UNIT_NAMED = lazy(
    r"\b(?:in|of|at|for|by) (?:the |its |their )([a-z][\w-]+) (?:business|division|segment|department|branch|subsidiary|plant)\b"
)
"""A unit of the company that is called by what it does: "in the consulting division"."""
_HEAD = lazy(
    r"^what (?:is|was|are|were) (?:the |its |their )?(?P<phrase>(?:(?!for\b|of\b|in\b|on\b|from\b|behind\b|at\b)[\w’'-]+ ){1,4})(?:for|of|behind|from|against) "
)
_TOTAL = lazy(r"\b(?:total|overall|entire|whole|sum)\b")
_PERCENTAGE = lazy(
    r"\b(?:what|which) (?:percentage|percent|per cent)\b|\b(?:percentage|per cent) of\b|\b(?:what|which) (?:share|proportion|portion|fraction) of\b"
)
_AGED = lazy(r"\bhow old\b|\b(?:average|mean|median) age\b")
_PHYSICAL = frozenset({"energy", "mass", "volume", "hours", "area"})
COUNTS_YEARS = lazy(r"\bin how many (?:of )?(?:(?:the|all) )?(?:\w+ )?years\b")
_ON_AVERAGE = lazy(r"\bon (?:the )?average\b")
_AVERAGED = lazy(r"\b(?:average|averaged|mean|median|per|each|every|typical|rate|ratio|intensity)\b|[/%]")
_HOW_OFTEN = lazy(r"\bhow (?:often|frequently|regularly)\b")
_EVENTS = frozenset(
    {
        "meeting",
        "session",
        "drill",
        "audit",
        "survey",
        "review",
        "training",
        "frequency",
        "rate",
        "hour",
        "emergency",
        "complaint",
        "injury",
        "breach",
    }
)
"""What happens so many times."""
_LEVELS = frozenset({"management", "board"})
"""Levels of the staff: who is in management is not all of it."""
_RANK = lazy(r"\b(?P<rank>second|third|fourth)[- ](?:largest|biggest|highest|most|smallest|lowest|best)\b")
_TIED, _LOOKED_AT, _MOSTLY = 0.02, 20, 0.85


def counts_no_event(best: Candidate, reading: Reading) -> bool:
    """Whether it is asked how often, and the figure counts nothing that happens: there are so many directors, not so many briefings."""
    return _HOW_OFTEN.search(reading.folded) is not None and concepts(series_of(best).label).isdisjoint(_EVENTS)


def not_averaged(best: Candidate, reading: Reading) -> bool:
    """Whether it is asked how much on average, and the figure is all of it: the hours of all turns are not those of one."""
    series = series_of(best)
    told = f"{series.group} {series.label} {series.unit}"
    return (
        _ON_AVERAGE.search(reading.folded) is not None and not series.per_head and _AVERAGED.search(fold(told)) is None
    )


def uncounted(best: Candidate, reading: Reading) -> bool:
    """Whether a number of things is asked for, and the figure is money, a volume or a score: no car is counted in litres."""
    if reading.measure is not Measure.COUNT or reading.unit or "water" in concepts(reading.folded):
        return False
    series = series_of(best)
    scored = not series.unit and any(o.value is not None and o.value % 1 for o in series.valued)
    return scored or not series.measures.isdisjoint({Measure.MONEY, Measure.VOLUME})


def unpaid(best: Candidate, reading: Reading) -> bool:
    """Whether money is asked for, and the figure counts or weighs something: a number of suppliers is no amount paid."""
    measures = series_of(best).measures
    counted = best.metric is not None or "number" in concepts(series_of(best).indicator)
    return reading.measure is Measure.MONEY and Measure.COUNT in measures and counted


def one_of_many(best: Candidate, ranked: Sequence[Candidate]) -> bool:
    """Whether the best is one part of a split of which the question names none: another part would answer as well."""
    series = series_of(best)
    # Of two kinds of member one may be said: the women in Asia are one part of the women.
    if not series.dimensions or best.said == 1.0 or (best.said > 0 and len(series.dimensions) == 1):
        return False
    return any(
        c.series is not None
        and c.series is not series
        and c.series.split == series.split
        and c.score > best.score - _TIED
        for c in ranked[:_LOOKED_AT]
    )


def of_somebody_else(best: Candidate, reading: Reading) -> bool:
    """Whether the question names a place, a unit or a body that the figure found says nothing of."""
    named = {fold(m[0]) for m in _NAMED.finditer(reading.text)} | {m[1] for m in _UNIT_NAMED.finditer(reading.folded)}
    return any(word in named for word in best.unexplained)


def of_another_rank(best: Candidate, reading: Reading) -> bool:
    """Whether the second or third of a row is asked for, and the figure is of the first: the largest holder's share."""
    found = _RANK.search(reading.folded)
    return found is not None and found["rank"] not in fold(f"{series_of(best).label} {series_of(best).group}")


def of_less(best: Candidate, tells: Callable[[Term], bool]) -> bool:
    """Whether a sentence's figure, of nothing known, leaves a telling word of the question out of account."""
    series = series_of(best)
    if series.origin is Origin.TABLE or series.metric is not None:
        return False
    if series.origin is Origin.HIGHLIGHT and best.explained >= _MOSTLY:
        return False  # the rest stands over the chart or beside the box
    return any(tells(t) for t in terms(" ".join(best.unexplained)))


def unheard_head(best: Candidate, reading: Reading, tells: Callable[[Term], bool]) -> bool:
    """Whether the question asks what the X of something is, and the figure found is no X: penalties are no breaches."""
    found = _HEAD.match(reading.folded)
    if found is None:
        return False
    head = terms(found["phrase"])[-1:]
    return bool(head) and head[0].text in best.unexplained and tells(head[0])


def emits_nothing(best: Candidate) -> bool:
    """Whether emissions are asked for, and the figure is of none: shipments are not what shipping lets off."""
    asked = {c for word in best.unexplained for t in terms(word) for c in t.concepts}
    return "emission" in asked and heard(best).isdisjoint({"emission", "ghg"})


def all_emissions(candidate: Candidate) -> bool:
    """Whether a figure is called the total of emissions."""
    label = series_of(candidate).label
    return _TOTAL.search(fold(label)) is not None and not concepts(label).isdisjoint({"emission", "ghg"})


def part_of_emissions(best: Candidate, reading: Reading) -> bool:
    """Whether total emissions are asked for, and the figure is of one source or one scope of them: flights are not all."""
    asked = concepts(reading.folded)
    if _TOTAL.search(reading.folded) is None or ("emission" not in asked and "ghg" not in asked):
        return False
    label = series_of(best).indicator
    scopes, said = scopes_in(label), concepts(label)
    if scopes_in(reading.folded):
        return False
    return len(scopes) == 1 or (said.isdisjoint({"emission", "ghg"}) and _TOTAL.search(fold(label)) is None)


def leaves_part(best: Candidate, reading: Reading, weight: Callable[[Term], float]) -> bool:
    """Whether a share of something is asked for, and the figure says not what: it is of all sales, not of spare parts."""
    sides = parts(reading)
    most = max(terms(sides[0]), key=weight, default=None) if sides is not None else None
    return most is not None and any(most.matches(u) for u in terms(" ".join(best.unexplained)))


def no_share(best: Candidate, reading: Reading) -> bool:
    """Whether a percentage is asked for, and the figure is a plain number: 365 sites are no share of them."""
    asked = reading.measure is Measure.SHARE and _PERCENTAGE.search(reading.folded) is not None
    series = series_of(best)
    return asked and Measure.SHARE not in series.measures and not series.relative


def of_other_scopes(best: Candidate, reading: Reading) -> bool:
    """Whether scopes are named, and the figure is of others: Scope 1 and 2 together are not Scope 1."""
    asked = scopes_in(reading.folded)
    said = scopes_in(series_of(best).label) or scopes_in(best.name)
    return bool(asked) and bool(said) and asked != said


def measured_otherwise(best: Candidate, reading: Reading) -> bool:
    """Whether the unit asked for measures another kind of quantity than the figure's: no paper is counted in kWh."""
    series = series_of(best)
    asked, printed = parse_unit(reading.unit), parse_unit(series.unit)
    if asked is None or printed is None:
        return False
    kinds = {kind_family(asked.kind), kind_family(printed.kind)}
    return (
        len(kinds) == 2
        and kinds <= _PHYSICAL
        and not (kinds == {"mass", "volume"} and "water" in concepts(series.label))
    )


def lasts_not(best: Candidate, reading: Reading) -> bool:
    """Whether it is asked how long something takes, and the figure is no time."""
    timed = {Measure.HOURS, Measure.DAYS, Measure.YEARS}
    return reading.has("how long") and series_of(best).measures.isdisjoint(timed)


def total_of_something_else(best: Candidate, reading: Reading) -> bool:
    """Whether a row is called "total" only, and the question says no word of what it is the total of."""
    series = series_of(best)
    if fold(series.indicator) not in TOTALS or not series.group:
        return False
    metric = best.metric.label if best.metric is not None else ""
    of = concepts(f"{series.group} {metric} {best.name}") - {"total", "number", "company", "year", "cumulative"}
    return bool(of) and of.isdisjoint(concepts(reading.folded))


def counts_meetings(best: Candidate, reading: Reading) -> bool:
    """Whether the figure counts the meetings of a body, and the question speaks of none: pay is no pay committee's sitting."""
    label = concepts(series_of(best).label)
    return "meeting" in label and "meeting" not in concepts(reading.folded) and not reading.has("how often|times")


def of_other_people(best: Candidate) -> bool:
    """Whether the question names people the figure says nothing of: the customers who leave are not the staff that does."""
    asked = {c for word in best.unexplained for t in terms(word) for c in t.concepts}
    return not asked.isdisjoint((ACTORS - {"employee"}) | _LEVELS)


def of_no_pay(best: Candidate, reading: Reading) -> bool:
    """Whether pay is asked about, and the figure is of none: the gap between men and women in number is no pay gap."""
    pay = frozenset({"pay", "pay_gap", "pay_ratio"})
    return not concepts(reading.folded).isdisjoint(pay) and heard(best).isdisjoint(pay)


def ages_nobody(best: Candidate, reading: Reading) -> bool:
    """Whether an age is asked for, and the figure is of none: the number of trustees is not how old they are."""
    return _AGED.search(reading.folded) is not None and "age" not in concepts(series_of(best).label)


def measures_another_thing(best: Candidate, reading: Reading) -> bool:
    """Whether a figure is of another kind of quantity, of another thing, or of a part of what is asked for."""
    return (
        uncounted(best, reading)
        or unpaid(best, reading)
        or measured_otherwise(best, reading)
        or counts_meetings(best, reading)
        or lasts_not(best, reading)
        or emits_nothing(best)
        or part_of_emissions(best, reading)
        or ages_nobody(best, reading)
    )
