"""The share of one scope in several together, where a report prints each and no sum of them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tieout.ask.draft import Draft
from tieout.ask.figures import calculate as calc
from tieout.ask.figures.linking import Candidate
from tieout.ask.figures.observed import at, derived_value, value_of
from tieout.ask.figures.series import Series
from tieout.ask.figures.told import Told
from tieout.ask.plan import Intent
from tieout.ask.wording.emission_scopes import scopes_in
from tieout.ask.wording.question import Reading
from tieout.ask.wording.words import concepts

_METRICS = {"1": ("ghg-scope1",), "2": ("ghg-scope2", "ghg-scope2-location", "ghg-scope2-market"), "3": ("ghg-scope3",)}
_BASES = {"location_based": "ghg-scope2-location", "market_based": "ghg-scope2-market"}
_FEWEST = 2


class ScopeShares(Told):
    """Answers with the share of a scope."""

    def _share_of_scope(self, part: str, whole: str, reading: Reading) -> Draft | None:
        """The share, or None where the sides are no scope and scopes with it, or a scope has no one figure.

        Args:
            part: the words for the part.
            whole: the words for the whole.
            reading: the question.
        """
        one, together = scopes_in(part), sorted(scopes_in(whole))
        if len(one) != 1 or len(together) < _FEWEST or not one <= set(together) or len(self._view.reports) != 1:
            return None
        period = reading.years[0] if reading.years else self._view.period
        found = [self._of_scope(scope, period, reading) for scope in together]
        rows = [s for s in found if s is not None]
        if len(rows) < len(together) or any(not calc.same_unit(s.unit, rows[0].unit) for s in rows):
            return None
        above = rows[together.index(next(iter(one)))]
        result = calc.percent_of(value_of(at(above, period)), sum((value_of(at(s, period)) for s in rows), Decimal(0)))
        if result is None:
            return None
        text = calc.derived(result)
        added = " + ".join(calc.figure(at(s, period)) for s in rows)
        amounts = ", ".join(f"{s.label} {calc.with_unit(calc.figure(at(s, period)), s.unit)}" for s in rows)
        linked = Candidate(above, above.metric, above.indicator, 1.0, 1.0, 1.0, (), 1.0)
        return self._draft(
            linked, Intent.SHARE, text=f"{text}% in {period}: {amounts}.", short=text, found=[at(s, period) for s in (above, *rows)],
            calculation=f"{calc.figure(at(above, period))} / ({added}) x 100 = {text} %", periods=[period],
            lead=derived_value(above, text, "%", [period]), series=above,
        )  # fmt: skip

    def _of_scope(self, scope: str, period: str, reading: Reading) -> Series | None:
        """The row of a scope; None where rows of it have different figures and the question names no basis."""
        said = [_BASES[c] for c in sorted(concepts(reading.folded) & _BASES.keys())]
        wanted: Sequence[str] = said[:1] if scope == "2" and said else _METRICS[scope]
        rows = [
            s for metric in wanted for s in self._view.measuring.get((self._view.reports[0], metric), ())
            if not s.dimensions and (o := s.at(period)) is not None and o.value is not None
        ]  # fmt: skip
        return rows[0] if rows and len({value_of(at(s, period)) for s in rows}) == 1 else None
