"""One figure asked of several companies: each answered from its own reports, then set side by side in one unit.

Whether the figures compare is said: *yes* where all measure one metric in one period, *partly* where the period or what
was measured differs, *no* where the units do not convert; what does not compare is neither ranked nor added.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from tieout.ask.answer import Nearest, Value
from tieout.ask.draft import Draft
from tieout.ask.figures import calculate as calc
from tieout.ask.figures.route import Figures
from tieout.ask.figures.units import scale_to
from tieout.ask.plan import Intent, PlanEntity
from tieout.ask.view import View
from tieout.ask.wording.extremes import wants_lowest
from tieout.ask.wording.focus import focus_text
from tieout.ask.wording.intents import SUPERLATIVE
from tieout.ask.wording.question import Question, Reading, read_question
from tieout.ask.wording.scope import short_names
from tieout.model import AnswerStatus, Metric
from tieout.patterns import lazy
from tieout.text import collapse, fold

_FRAME = lazy(
    r"\b(?:which|what|who|whose|how (?:many|much)|of the|of these|(?:two|three|both) |companies|company|firms?|organi[sz]ations?|issuers?|groups?|"
    r"compare[ds]?|between|than|more|less|fewer|is|are|was|were|do|does|did|has|have|had|or|and|versus|vs|together|in total|total of|sum of|reports?|reported)\b"
)
_SUM = lazy(r"\b(?:sum|total of|together|combined|altogether|in all|added)\b")
_DIFFERENCE = lazy(
    r"\bhow (?:many|much) (?:more|fewer|less|higher|lower|larger|smaller|bigger)\b|\bby how (?:many|much)\b|\bdifference\b|\bgap\b"
)
_WHICH = lazy(r"\b(?:which|who|what company|whose|name the company)\b")
_REPORTING = lazy(
    r"^which (?:of (?:the |these )?)?(?:\w+ )?(?:companies|reports|firms|organi[sz]ations|issuers)\b.{0,60}?\b(?:report|disclose|publish|state|give)\b"
)
"""Who reports something at all is asked, not whose figure is the largest."""
_EXTREME = lazy(rf"\b{SUPERLATIVE}\b|\b(?:more|less|fewer|higher|lower|larger|smaller)\b")
_MORE = lazy(r"\b(?:more|higher|larger|bigger|greater|most|highest|largest|biggest|greatest|exceeds?|above)\b")
_LESS = lazy(r"\b(?:less|fewer|lower|smaller|below)\b")


@dataclass(frozen=True, slots=True)
class Held:
    """What one company reports: its figure in the common unit, as printed, and the draft that proves it."""

    organization: str
    value: Decimal
    printed: Value
    draft: Draft
    told: str


class Companies:
    """Answers over the views of several companies, in the order in which they are named."""

    def __init__(self, views: Sequence[View]) -> None:
        self._views = views

    def answer(self, reading: Reading) -> Draft | None:
        """A draft, an abstention where fewer than two companies report it, or None where no company has such a figure."""
        names = [n for v in self._views for o in v.organizations for n in short_names(o)]
        views = sorted(self._views, key=lambda v: _place(v, reading.folded))
        asked = _plain(reading, names)
        if asked is None:
            return None
        drafts = [(v, Figures(v).answer(asked)) for v in views]
        found = [(v, d) for v, d in drafts if d is not None and d.status is AnswerStatus.ANSWERED and d.values]
        if not found:
            return None
        silent = [
            v.organizations[0] for v, d in drafts if d is None or d.status is not AnswerStatus.ANSWERED or not d.values
        ]
        held, apart = self._in_one_unit(found)
        why, comparable = _comparability(held, apart)
        notes = [
            f"Comparable: {comparable}{f' ({why})' if why else ''}.",
            *(f"Not reported by {name.rstrip('.')}." for name in silent),
        ]
        if held and _REPORTING.search(reading.folded) and not _EXTREME.search(reading.folded):
            who = ", ".join(h.organization for h in held)
            told = "; ".join(h.told for h in held)
            return _drawn(Intent.COMPANIES, f"Reported by {who}: {told}.", who, held, notes[1:])
        if len(held) < 2 or (apart and len(held) + len(apart) == len(found) and comparable == "no"):
            return _abstention(found, notes)
        return self._told(reading, held, [*notes, *(n for h in held for n in h.draft.notes)])

    def _in_one_unit(self, found: Sequence[tuple[View, Draft]]) -> tuple[list[Held], list[str]]:
        """The figures in the unit of the first, and the companies whose unit does not convert to it."""
        held: list[Held] = []
        apart: list[str] = []
        unit = found[0][1].values[0].unit
        for view, draft in found:
            lead = draft.values[0]
            metric = view.metric(lead.metric)
            try:
                value = Decimal(lead.value)
            except InvalidOperation:
                continue
            told = f"{view.organizations[0]} {calc.with_unit(lead.value, lead.unit)} ({lead.period})"
            if not calc.same_unit(lead.unit, unit):
                converted = _converted(value, metric, lead.unit, unit)
                if converted is None and not (_counts(lead.unit) and _counts(unit)):
                    apart.append(view.organizations[0])
                    continue
                if converted is not None:
                    value = converted
                    told += f" = {calc.with_unit(calc.derived(value), unit)}"
            held.append(Held(view.organizations[0], value, lead, draft, told))
        return held, apart

    def _told(self, reading: Reading, held: Sequence[Held], notes: Sequence[str]) -> Draft:
        folded = reading.folded
        unit = held[0].printed.unit
        told = "; ".join(h.told for h in held)
        if _DIFFERENCE.search(folded) and len(held) == 2:
            result = held[0].value - held[1].value
            size = calc.derived(-result if _LESS.search(folded) else result)
            steps = f"{calc.derived(held[0].value)} - {calc.derived(held[1].value)} = {calc.derived(result)}"
            return _drawn(Intent.DIFFERENCE, f"{calc.with_unit(size, unit)}: {told}.", size, held, notes, steps, unit)
        if _SUM.search(folded):
            result = sum((h.value for h in held), Decimal(0))
            text = calc.derived(result)
            steps = f"{' + '.join(calc.derived(h.value) for h in held)} = {text}"
            return _drawn(Intent.SUM, f"{calc.with_unit(text, unit)} together: {told}.", text, held, notes, steps, unit)
        lowest = wants_lowest(reading) or _LESS.search(folded) is not None
        ordered = sorted(held, key=lambda h: h.value if lowest else -h.value)
        ties = [h for h in ordered if h.value == ordered[0].value]
        extreme = "equal" if len(ties) == len(held) else ("lowest" if lowest else "highest")
        if reading.yes_no and " or " not in folded and (_MORE.search(folded) or _LESS.search(folded)):
            verdict = "yes" if ties[0].organization == held[0].organization and len(ties) == 1 else "no"
            return _drawn(Intent.COMPANIES, f"{verdict.capitalize()}: {told}.", verdict, held, notes)
        if _WHICH.search(folded) or reading.yes_no:
            names = " and ".join(h.organization for h in ties)
            both = re.search(r"\band (?:what|how|by)\b", folded)
            short = f"{names}, {ties[0].printed.value}" if both else names
            return _drawn(Intent.COMPANIES, f"{names}, {extreme}: {told}.", short, ordered, notes)
        return _drawn(Intent.COMPANIES, f"{told}.", ", ".join(h.printed.value for h in held), held, notes)


def _plain(reading: Reading, names: Sequence[str]) -> Reading | None:
    """The question as it is put to one company."""
    focus = collapse(_FRAME.sub(" ", focus_text(reading.folded, names)))
    if not focus:
        return None
    years = f" in {' and '.join(reading.years)}" if reading.years else ""
    alone = read_question(Question(f"what was {focus}{years}"))
    return replace(alone, measure=reading.measure, unit=reading.unit, yes_no=False)


def _place(view: View, folded: str) -> tuple[int, str]:
    """Where the question names the company; those it does not name come last, by name."""
    found = [folded.find(fold(n)) for o in view.organizations for n in short_names(o)]
    return (min((at for at in found if at >= 0), default=len(folded)), view.organizations[0])


def _converted(value: Decimal, metric: Metric | None, unit: str, wanted: str) -> Decimal | None:
    if metric is not None:
        return calc.convert(value, metric, unit, wanted)
    factor = scale_to(unit, wanted)
    return None if factor is None else value * factor


def _counts(unit: str) -> bool:
    return fold(unit) in {"", "/", "number", "no.", "#", "employees", "people", "persons", "headcount"}


def _comparability(held: Sequence[Held], apart: Sequence[str]) -> tuple[str, str]:
    """Why figures compare less than fully, and yes, partly or no."""
    if apart:
        return f"other units at {', '.join(apart)}", "no" if len(held) < 2 else "partly"
    why = ["the years differ"] if len({h.printed.period for h in held}) > 1 else []
    why += ["what is measured may differ"] if len({h.printed.metric for h in held}) > 1 else []
    return " and ".join(why), "partly" if why else "yes"


def _abstention(found: Sequence[tuple[View, Draft]], notes: Sequence[str]) -> Draft:
    shown = "; ".join(
        f"{v.organizations[0]} {calc.with_unit(d.values[0].value, d.values[0].unit)} ({d.values[0].period})"
        for v, d in found
    )
    near = tuple(Nearest(d.text, d.passages[0].page, d.passages[0].quote) for _, d in found if d.passages)
    return Draft(
        status=AnswerStatus.NOT_FOUND, intent=Intent.COMPANIES, text=f"Not found: no two companies can be compared. The nearest: {shown}.",
        nearest=near, notes=tuple(notes), entities=tuple(e for _, d in found for e in d.entities),
    )  # fmt: skip


def _drawn(
    intent: Intent, text: str, short: str, held: Sequence[Held], notes: Sequence[str], steps: str | None = None, unit: str = ""
) -> Draft:  # fmt: skip
    """The drafts of several companies as one, the best first."""
    values = [h.draft.values for h in held]
    lead = (Value("", held[0].printed.metric, (), held[0].printed.period, short, unit),) if steps is not None else ()
    converted = [h.told for h in held if " = " in h.told]
    passages = [p for h in held for p in h.draft.passages[:1]] + [p for h in held for p in h.draft.passages[1:]]
    iris = " ".join(v.observation for own in values for v in own if v.observation)
    told = "; ".join(
        [*(h.draft.calculation for h in held if h.draft.calculation), *converted, *([steps] if steps else [])]
    )
    return Draft(
        status=AnswerStatus.ANSWERED, intent=intent, text=text, short=short, values=(*lead, *(v for own in values for v in own)),
        calculation=told or None, passages=tuple(dict.fromkeys(passages)),
        starts=tuple(dict.fromkeys(s for h in held for s in h.draft.starts)), query=("observation", (("observation", iris),)) if iris else None,
        notes=tuple(dict.fromkeys(notes)), entities=_entities(held), periods=tuple(dict.fromkeys(h.printed.period for h in held)),
        confidence=min(h.draft.confidence for h in held),
    )  # fmt: skip


def _entities(held: Sequence[Held]) -> tuple[PlanEntity, ...]:
    return tuple(dict.fromkeys(e for h in held for e in h.draft.entities))
