"""Which part of something is the largest, or which two are, where the question names the whole and no part."""

from __future__ import annotations

from collections.abc import Sequence

from tieout.ask.draft import Draft
from tieout.ask.figures import calculate as calc
from tieout.ask.figures.blocks import Block, blocks_of
from tieout.ask.figures.linking import Candidate
from tieout.ask.figures.observed import at, value_of
from tieout.ask.figures.series import Series
from tieout.ask.figures.told import Told, Wording
from tieout.ask.plan import Intent
from tieout.ask.wording.emission_scopes import other_scopes, scopes_in
from tieout.ask.wording.extremes import wants_lowest
from tieout.ask.wording.intents import SUPERLATIVE
from tieout.ask.wording.lexicon import LIGHT
from tieout.ask.wording.question import COUNT_WORDS, Reading
from tieout.ask.wording.words import Term, terms
from tieout.patterns import lazy
from tieout.text import collapse

_ASKED = lazy(rf"^(?:(?:in|of|among|from|for) [^?]{{3,80}}, )?(?:which|what|name)\b.{{0,160}}\b{SUPERLATIVE}\b")
_WHEN = lazy(r"\b(?:which|what) (?:\w+ )?(?:year|month|quarter|period)s?\b")
_SO_MANY = lazy(rf"\b(?:which|what|name|are)(?: are| were)?(?: the| its)? (?P<number>{'|'.join(COUNT_WORDS)})\b")
_ORDINAL = lazy(rf"\b(?P<place>second|third|fourth)[- ](?:{SUPERLATIVE})")
_PLACES = {"second": 1, "third": 2, "fourth": 3}
_FIGURE_TOO = lazy(r"\band (?:by )?(?:how|what)\b|\bhow (?:much|many|high|large)\b")
_GENERIC = frozenset(
    "asset assets source category kind type sort part area form item segment class group component factor activity contributor driver element use used uses account accounts "
    "accounted accounting contribute contributes contributed cause causes caused causing make makes made making generate generates generated produce produces produced "
    "come came comes have has had having represent represents represented consume consumed responsible behind lead led single individual single share proportion percentage "
    "amount quantity largest biggest show shows showed shown print printed record recorded contribution second third fourth common frequent popular important significant big sources categories kinds types parts activities".split()
)  # fmt: skip
"""Words that say that parts are asked for, not of what."""
_NUMBERED = lazy(r"^(?:\d+(?:\.\d+)*\.?|category \d+:?|scope 3\.\d+:?)\s+")


class LargestParts(Told):
    """Answers which part is the largest or the smallest."""

    def _largest_part(self, wording: Wording, reading: Reading) -> Draft | None:
        """The draft, or None where no block is called by all that the question says."""
        if _ASKED.match(reading.folded) is None or _WHEN.search(reading.folded) is not None:
            return None
        asked = [t for t in wording.content if t.text not in LIGHT | _GENERIC]
        if not asked:
            return None
        period = reading.years[0] if reading.years else self._view.period
        best: tuple[float, Block] | None = None
        for block in blocks_of(self._view.series, period):
            fit = self._fit(block, asked, reading)
            if fit is not None and (best is None or fit > best[0]):
                best = (fit, block)
        return self._told(best[1], period, reading) if best is not None else None

    def _fit(self, block: Block, asked: Sequence[Term], reading: Reading) -> float | None:
        """How much of what a block is called the question says, where it says nothing else; None where it says more."""
        called = [terms(name) for name in block.names]
        lent = [terms(name) for name in block.lent]
        own = [t for name in (*called, *lent) for t in name]
        unsaid = [q for q in asked if not any(q.matches(t) for t in own)]
        if len(unsaid) == len(asked) or any(not _names_parts(q, block) for q in unsaid):
            return None
        if other_scopes(scopes_in(reading.folded), scopes_in(" ".join(block.names))):
            return None
        if any(q.matches(t) for q in asked for part in block.parts[:1] for t in terms(_bare(part))) and len(asked) == 1:
            return None
        shares = [sum(any(q.matches(t) for q in asked) for t in name) / len(name) for name in called if name]
        return max(shares, default=0.0) + 0.01 * len(block.parts)

    def _told(self, block: Block, period: str, reading: Reading) -> Draft | None:
        lowest = wants_lowest(reading)
        ordered = sorted(block.parts, key=lambda s: value_of(at(s, period)) * (1 if lowest else -1))
        place = _ORDINAL.search(reading.folded)
        first = _PLACES[place["place"]] if place is not None else 0
        if first >= len(ordered):
            return None  # of two parts none is the third largest
        many = _SO_MANY.search(reading.folded)
        last = first + (COUNT_WORDS[many["number"]] if many is not None else 1)
        while last < len(ordered) and value_of(at(ordered[last], period)) == value_of(at(ordered[last - 1], period)):
            last += 1
        picked = ordered[first:last]
        shown = [f"{_bare(s)} ({_amount(s, period)})" for s in picked]
        rest = [s for s in ordered if s not in picked]
        others = "; ".join(f"{_bare(s)}: {_amount(s, period)}" for s in rest)
        whole = f" of {_bare(block.whole)}, {_amount(block.whole, period)}" if block.whole is not None else ""
        rank = f"{place['place']} " if first and place is not None else ""
        text = f"{' and '.join(shown)}, the {rank}{'smallest' if lowest else 'largest'} in {period}{whole}; {others}."
        figures = _FIGURE_TOO.search(reading.folded) is not None
        short = "; ".join(f"{_bare(s)}, {calc.figure(at(s, period))}" if figures else _bare(s) for s in picked)
        lead = picked[0]
        linked = Candidate(lead, lead.metric, lead.indicator, 1.0, 1.0, 1.0, (), 1.0)
        found = [at(s, period) for s in (*picked, *((block.whole,) if block.whole is not None else ()), *rest)]
        return self._draft(linked, Intent.RANK, text=text, short=short, found=found, periods=[period], series=lead)


def _names_parts(term: Term, block: Block) -> bool:
    """Whether a word says what the parts are: properties, of three kinds of property."""
    named = sum(any(term.matches(t) for t in terms(part.indicator)) for part in block.parts)
    return 2 * named >= len(block.parts)


def _bare(series: Series) -> str:
    """A part's own name, without its caption and number."""
    name = series.indicator.rpartition(": ")[2] if ": " in series.indicator else series.indicator
    return collapse(_NUMBERED.sub("", name)) or series.indicator


def _amount(series: Series, period: str) -> str:
    return calc.with_unit(calc.figure(at(series, period)), series.unit)
