"""Questions whether a report agrees with itself: the same figure in several places, or a contradiction already known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tieout.ask.draft import Draft
from tieout.ask.figures import calculate as calc
from tieout.ask.figures.added_up import ADDS_UP, added_up
from tieout.ask.figures.observed import differ, reported
from tieout.ask.figures.ratios import is_per
from tieout.ask.figures.route import Figures
from tieout.ask.figures.series import Series
from tieout.ask.plan import Intent, PlanEntity
from tieout.ask.ports import Finding
from tieout.ask.view import View
from tieout.ask.wording.focus import content_terms, focus_text
from tieout.ask.wording.question import Reading
from tieout.ask.wording.scope import short_names
from tieout.ask.wording.words import concepts, terms
from tieout.model import AnswerStatus, Observation, Origin, Passage
from tieout.patterns import lazy
from tieout.text import fold

_ABOUT = lazy(
    r"\b(?:consisten(?:t|tly|cy)|contradict\w*|conflict\w*|discrepanc\w+|match(?:es|ing)?|agree[sd]?|tally|reconcile[sd]?|quoted|same|identical|differ\w*|"
    r"(?:in|on) (?:the |its |their )?(?:[\w-]+ ){0,2}(?:profile|introduction|foreword|preface|letter|overview|chapter|section|text|highlights?|summary|box) (?=agree|match|tally|square|fit|the same)|everywhere|throughout|places?|right|correct|wrong|true|really|two|numbers?|figures?|values?|counts?|"
    r"(?:the |its |their )?(?:text|tables?|annex|appendix|narrative|pages|highlights?|chapters?|summary|box)(?: and (?=the |its |tables?|text|annex|highlights?))?)\b|"
    r"\b(?:between|across|with|in|on) (?:the |its |their )?(?:[\w-]+ ){0,2}(?:profile|introduction|foreword|preface|box|annex|appendix|table|text|narrative|chapter|page|highlights?|summary|body|kpi)\b.*$"
)
_PLACES = lazy(r"\bthe same\b.{0,60}\b(?:text|tables?|annex|appendix|narrative|everywhere|both)\b")
_BODY = lazy(r"(?P<name>(?:[\w-]+ ){1,4})committee")
_NEAR = 0.70
_KNOWN = 0.42
_CLEAR, _ABOUT_IT = 0.45, 0.35
_LIKELY, _LEAD = 0.35, 0.07  # a finding less near will do where no other is near


class Consistency:
    """Answers consistency questions over one view."""

    def __init__(self, view: View) -> None:
        self._view = view

    def answer(self, reading: Reading) -> Draft | None:
        """A draft: no with both places, yes where several places agree, or None where only one place is known."""
        if ADDS_UP.search(reading.folded) is not None:
            # A figure that is printed alike elsewhere says nothing of its sum.
            return added_up(reading, self._view) or self._known(reading, None)
        conflict, agreement, row = self._figures(reading)
        known = self._known(reading, row)
        if agreement is not None and known is not None and not (row or set()).intersection(known.passages):
            known = None  # a contradiction of other figures says nothing of those that agree
        if agreement is not None and known is not None and _PLACES.search(reading.folded):
            known = None  # the figures of these places agree, whatever else is the matter with them
        return conflict or known or agreement

    def _figures(self, reading: Reading) -> tuple[Draft | None, Draft | None, set[Passage] | None]:
        """A conflict, an agreement, and the places of the row that the question names."""
        figures = Figures(self._view)
        wording = figures.wording(_ABOUT.sub(" ", reading.folded))
        if not wording.content:
            return None, None, None
        ranked = [c for c in figures.candidates(wording, reading) if c.series is not None]
        if not ranked or not figures.acceptable(ranked[0]):
            return None, None, None
        if not is_per(ranked[0], reading):
            return None, None, None  # what is spent on each recruit is not how many there were
        best = ranked[0].series
        assert best is not None  # noqa: S101 - filtered above
        places = [(best, o) for o in best.valued]
        for candidate in ranked[1:40]:
            other = candidate.series
            if other is not None and self._same_thing(best, other):
                places += [(other, o) for o in other.valued]
        periods = list(reading.years) or sorted({o.period for _, o in places}, reverse=True)
        agreed: list[tuple[Series, Observation]] = []
        for period in periods:
            here = [(s, o) for s, o in places if o.period == period]
            for i, (s, o) in enumerate(here):
                for t, p in here[i + 1 :]:
                    if differ(o, p):
                        return self._told(reading, [(s, o), (t, p)], agree=False), None, None
            # "Nearly 1,899" is no other figure than 1,937 by itself, but it does not bear 1,937 out either.
            apart = any(differ(_bare(o), _bare(p)) for i, (_, o) in enumerate(here) for _, p in here[i + 1 :])
            if not apart and len({(o.passage.page, o.passage.start) for _, o in here}) > 1:
                agreed = agreed or here[:3]
        agreement = self._told(reading, agreed, agree=True) if agreed else None
        # One sentence may give several figures: only the row of the table tells which of them a contradiction is of.
        rows = {o.passage for s, o in places if s.origin is Origin.TABLE}
        return None, agreement, rows or {o.passage for _, o in places}

    def _same_thing(self, one: Series, other: Series) -> bool:
        dims = {d.value.casefold() for d in one.dimensions} == {d.value.casefold() for d in other.dimensions}
        if one.report != other.report or one.measures != other.measures or not dims:
            return False
        if _printed_apart(one, other) or _other_body(one, other) or _is_aside(one, other) or _is_aside(other, one):
            return False
        if one.metric is not None and one.metric == other.metric:
            return calc.same_unit(one.unit, other.unit) or one.unit == other.unit or one.measures == other.measures
        if self._adds_a_word(one, other) or self._adds_a_word(other, one):
            return False
        near = self._view.ports.retrieval.similarity(one.indicator, [other.indicator])[0]
        return near >= _NEAR

    def _adds_a_word(self, one: Series, other: Series) -> bool:
        """Whether a label says a telling word that the other does not: global awards are not all awards."""
        if one.metric is not None and other.metric is not None:
            return False
        known = terms(other.indicator)
        own = [t for t in terms(one.indicator) if not t.text.isdigit() and self._view.linker.tells(t)]
        return any(not any(t.matches(q) for q in known) for t in own)

    def _told(self, reading: Reading, places: Sequence[tuple[Series, Observation]], *, agree: bool) -> Draft:
        shown = [
            f"{calc.with_unit(calc.figure(o), s.unit)} on page {o.passage.page} ({s.label}, {o.period})"
            for s, o in places
        ]
        joined = " and ".join(shown) if agree else " against ".join(shown)
        verdict = "yes" if agree else "no"
        names = self._view.ports.names
        metric = places[0][0].metric
        starts = ([names.metric(metric.id)] if metric is not None else []) + [
            names.organization(places[0][0].organization)
        ]
        return Draft(
            status=AnswerStatus.ANSWERED, intent=Intent.CONSISTENCY, text=f"{verdict.capitalize()}: {joined}.",
            short=f"{verdict}: {' vs '.join(calc.figure(o) for _, o in places)}", values=tuple(reported(o) for _, o in places),
            passages=tuple(o.passage for _, o in places), starts=tuple(starts),
            query=("observation", (("observation", " ".join(o.iri for _, o in places)),)),
            entities=(
                *((PlanEntity("metric", metric.label, names.metric(metric.id)),) if metric is not None else ()),
                PlanEntity("series", places[0][0].label, places[0][1].iri),
            ),
        )  # fmt: skip

    def _known(self, reading: Reading, row: set[Passage] | None) -> Draft | None:
        """A contradiction that the audit found and the question is about."""
        view = self._view
        findings = list(view.ports.facts.findings(view.reports))
        if not findings:
            return None
        of_row = (f for f in findings if f.kind == "figure_conflict" and row is not None and row.intersection(f.quotes))
        conflict = next(of_row, None)
        if conflict is not None:
            return self._of_finding(conflict, 1.0)
        focus = focus_text(reading.folded, [n for o in view.organizations for n in short_names(o)])
        content = content_terms(focus)
        weight = view.linker.weight
        total = sum(weight(q) for q in content) or 1.0
        texts = [f"{f.title}. {f.explanation}" for f in findings]
        near = view.ports.retrieval.similarity(reading.text, texts)
        scored: list[tuple[float, int, Finding]] = []
        for i, (finding, text, similarity) in enumerate(zip(findings, texts, near, strict=True)):
            own = terms(f"{text} {' '.join(q.quote for q in finding.quotes)}")
            said = sum(weight(q) for q in content if any(q.matches(t) for t in own)) / total
            scored.append((0.5 * similarity + 0.5 * said, i, finding))
        scored.sort(key=lambda s: (-s[0], s[1]))
        score, _, best = scored[0]
        lead = score - scored[1][0] if len(scored) > 1 else score
        if score < _KNOWN and (score < _LIKELY or lead < _LEAD):
            return None
        meant = content_terms(_ABOUT.sub(" ", focus))
        heard = terms(f"{best.title}. {best.explanation} {' '.join(q.quote for q in best.quotes)}")
        share = sum(weight(q) for q in meant if any(q.matches(t) for t in heard)) / (sum(map(weight, meant)) or 1.0)
        if score < _CLEAR and share < _ABOUT_IT:
            return None  # near in wording only: it is about something else
        if best.kind == "figure_conflict" and row is not None:
            return None  # the question names another row than the one that is in conflict
        return self._of_finding(best, score)

    def _of_finding(self, best: Finding, score: float) -> Draft:
        """A contradiction that the audit found, as a no."""
        view = self._view
        names = view.ports.names
        return Draft(
            status=AnswerStatus.ANSWERED, intent=Intent.CONSISTENCY, text=f"No: {best.title}. {best.explanation}"[:400],
            short=f"no: {best.title}"[:160], passages=best.quotes, calculation=f"{best.title}: {best.explanation}",
            starts=tuple(names.organization(o) for o in view.organizations), confidence=score,
        )  # fmt: skip


def _bare(observation: Observation) -> Observation:
    """An observation without "nearly" or "over"."""
    return replace(observation, qualifier="")


def _other_body(one: Series, other: Series) -> bool:
    """Whether both name a committee, and no word of the one names the other: pay is not audit."""
    bodies = [_BODY.search(fold(s.indicator)) for s in (one, other)]
    named = [concepts(b["name"]) - {"number", "board", "company"} for b in bodies if b is not None]
    return len(named) == len(bodies) and named[0].isdisjoint(named[1])


def _is_aside(one: Series, other: Series) -> bool:
    """Whether a figure that a sentence gives was not found to measure what the other does: "50 employees obtained …"."""
    return one.metric is None and one.origin is Origin.TEXT and other.metric is not None


def _printed_apart(one: Series, other: Series) -> bool:
    """Whether a table prints both as rows of their own, or they are linked to different metrics: two things, not one."""
    if one.metric is not None and other.metric is not None and one.metric != other.metric:
        return True
    here = {(o.passage.page, o.table) for o in one.valued if o.origin is Origin.TABLE}
    there = {(o.passage.page, o.table) for o in other.valued if o.origin is Origin.TABLE}
    return one.indicator != other.indicator and bool(here & there)
