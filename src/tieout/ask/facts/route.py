"""Facts of the running text: the fewest words of the report that answer, or nothing.

Sentences of the best passages are scored by ``sentence_ranking``; here one is accepted or refused, and its answer cut out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.ask.answer import Nearest
from tieout.ask.draft import Draft
from tieout.ask.facts.causes import asks_why_it_moved, tells_of_it
from tieout.ask.facts.counted import goal_told, grade
from tieout.ask.facts.demands import allows, asks_for_person, is_office, meets, of_that_rank
from tieout.ask.facts.figure_places import is_of_it, only_goals, speaks_of_part, tells_course
from tieout.ask.facts.judge import Candidate, judged, surest
from tieout.ask.facts.outcomes import asks_outcome, tells_outcome
from tieout.ask.facts.polarity import NEGATIVE, affirms
from tieout.ask.facts.quoting import quoted
from tieout.ask.facts.rule_titles import asks_own_rule, gives_title
from tieout.ask.facts.sentence_ranking import BY_RULE, UNDER_RULE, Scored, bare_question, rank_sentences
from tieout.ask.passages.cutting import around, cut
from tieout.ask.passages.sentences import LONGEST, Sentence, is_prose, shortened
from tieout.ask.passages.span_choices import choices
from tieout.ask.passages.spans import ANYBODY, FIGURES, PEOPLE, find_span, wanted_kind
from tieout.ask.passages.wanted import Wanted
from tieout.ask.plan import Intent
from tieout.ask.ports import Found
from tieout.ask.view import View
from tieout.ask.wording.focus import content_terms, focus_text
from tieout.ask.wording.goals import asks_distance, asks_for_goal, speaks_of_goal, wants_change
from tieout.ask.wording.intents import DISCLOSES, figure_intent
from tieout.ask.wording.lexicon import LIGHT
from tieout.ask.wording.question import Measure, Reading
from tieout.ask.wording.scope import short_names
from tieout.ask.wording.words import Term, terms
from tieout.model import Passage
from tieout.patterns import lazy
from tieout.text import collapse, fold, words

FLOOR = 0.59
"""The least score at which a sentence may answer."""
SAID, SAID_YES, SAID_STRICT, SAID_ALONE, SAID_KEY = 0.62, 0.65, 0.80, 0.55, 0.42
"""The least share of the question's content that the sentence and its surroundings must say."""
SAID_ITSELF = 0.65
"""The least share that a sentence which gives a figure must say without its surroundings."""

UNLIKELY = 0.2
"""Below this likelihood no sentence answers, whatever it says."""
SURE, SURE_STRICT = 0.6, 0.65
"""How sure it must be that a sentence answers which does not say the question's words."""

FAR_LIKELIER = 0.25
"""By how much another sentence must be likelier than the one that a figure was found in."""

_REPORTS = lazy(
    r"\b(?:report|disclos|publish|record|measur|calculat|collect|survey|captur|quantif|available)", re.IGNORECASE
)
_SEVERAL = lazy(
    r"\b(?:which|what|name|list)\b(?: the| are| were| make up)?(?: \w+){0,2}? (?:two|three|four|five|six|seven|eight|nine|ten|several|\d) |"
    r"\b(?:list|name) (?:the|all)\b|\b(?:which|what) (?:\w+ ){0,3}\w+(?:ies|[^s]s)\b"
)
_ANNOUNCES = lazy(
    r":\s*$|\b(?:following|as follows|below|namely)\b|\b(?:two|three|four|five|six|seven|eight|nine|ten) (?:\w+[ -]){1,4}"
)
_LIST_WORDS, _LIST_SENTENCES = 80, 8
_GIVEN = 8
_LEAST_ASKED = 2
_IN_PROSE = frozenset({*FIGURES, Wanted.ANY})
_OF_COURSE = frozenset({*_IN_PROSE, Wanted.YES_NO})
"""Kinds that a heading, or the words along a chart, do not answer."""
_OWN_FIGURES = frozenset({*FIGURES, Wanted.DATE, Wanted.DURATION, Wanted.FREQUENCY, Wanted.YES_NO})
_FIRM = lazy(r"\b(?:ag|se|gmbh|plc|ltd|limited|inc|corp|corporation|llc|llp|nv|asa|ab|oyj|reit|kg|s\.?a)\.?$")
_BODY_ASKED = lazy(
    r"(?:which|what) (?:[\w-]+ ){0,2}(?:department|unit|function|team|division|office|committee|board|body)s?\b"
)
_BODY = lazy(
    r"\b(?:department|unit|function|team|division|office|officer|committee|board|council|panel|body|group|management|manager|director|head|cent(?:er|re)|bureau|secretariat|audit|counsel|chief)s?\b",
    re.IGNORECASE,
)
_IN_SMALL = lazy(r"\b[a-z]{3,}\b")
_HAPPENED = lazy(
    r"\bsince when\b|\bwhen (?:did|was|were|has|have)\b|\bin (?:which|what) (?:year|month) (?:did|was|were)\b"
)
_YEARS = lazy(r"\b(?:19|20)\d\d\b")
_DIGITS = lazy(r"\d[\d.,]*")
_SPANS = 3
_TRIED, _BEHIND = 3, 0.12


class Narrative:
    """Answers from running text over one view."""

    def __init__(self, view: View) -> None:
        self._view = view

    def answer(
        self,
        reading: Reading,
        *,
        within: Sequence[Found] = (),
        strict: bool = False,
        named: bool = False,
        titled: bool = False,
    ) -> Draft | None:
        """A draft, or None where no sentence is good enough.

        Args:
            reading: the question.
            within: passages to look in; those of retrieval where none are given.
            strict: a figure is asked for that no table has: only a sentence that says nearly all may answer.
            named: a named thing is asked for that is none of those known: the same.
            titled: what is asked for has a title: only a sentence that gives one may answer.
        """
        ranked = rank_sentences(self._view, reading, within)
        kind = wanted_kind(reading)
        weighed = judged(bare_question(self._view, reading), kind, self.candidates(ranked, reading, kind), self._view)
        spoken = [j for j in weighed if j.ruled is not None or kind in {Wanted.ANY, Wanted.YES_NO}]
        if titled:
            spoken = [j for j in spoken if self._titles(j.scored, reading)]
        # A sentence without a date is no answer to "when", however much else it says: it must not stand before others.
        for told in spoken[:_TRIED]:
            if (
                (told.likely >= UNLIKELY or kind is Wanted.YES_NO)
                and told.scored.score >= spoken[0].scored.score - _BEHIND
                and self._enough(told.scored, reading, kind, strict=strict, named=named)
            ):
                return self._draft(told.scored, reading, kind)
        found = surest(weighed, spanless=kind in {Wanted.ANY, Wanted.YES_NO})
        if (strict and kind not in _OWN_FIGURES) or found is None or found[1] < (SURE_STRICT if strict or named else SURE):
            return None
        best, span = found[0].scored, found[0].span.told if found[0].span is not None else None
        if (titled or (named and kind is Wanted.ANY)) and not self._titles(best, reading):
            return None
        return self._draft(best, reading, kind, span) if self._fits(best, reading, kind, span) else None

    def _titles(self, scored: Scored, reading: Reading) -> bool:
        """Whether a sentence gives a title that neither the question nor the company's name says."""
        own = " ".join(n for o in self._view.organizations for n in short_names(o))
        asked = {c for t in terms(f"{reading.text} {own}") for c in t.concepts}
        return gives_title(scored.sentence.text, asked, own_rule=asks_own_rule(reading))

    def likelier(self, reading: Reading, draft: Draft) -> Draft | None:
        """The draft of a sentence that is far likelier to answer than the one a figure was found in; None where none is.

        Args:
            reading: the question.
            draft: an answer whose figure stands in running text.
        """
        kind = wanted_kind(reading)
        if kind not in FIGURES or not draft.passages:
            return None
        ranked = rank_sentences(self._view, reading, ())
        weighed = judged(bare_question(self._view, reading), kind, self.candidates(ranked, reading, kind), self._view)
        place = draft.passages[0]
        own = max((j.likely for j in weighed if _overlap(j.scored.sentence.passage, place)), default=0.0)
        found = surest(weighed, spanless=False)
        if found is None or found[1] < SURE_STRICT or found[0].likely < own + FAR_LIKELIER:
            return None
        best, span = found[0].scored, found[0].span.told if found[0].span is not None else None
        return self._draft(best, reading, kind, span) if self._fits(best, reading, kind, span) else None

    def candidates(self, ranked: Sequence[Scored], reading: Reading, kind: Wanted) -> list[Candidate]:
        """The sentences with the spans that could answer; who is asked for is not the company that the question names."""
        focus = terms(focus_text(reading.folded, ()))
        return [
            Candidate(
                s,
                [c for c in choices(s.sentence.text, kind, reading, focus) if self._may_be(c.told, kind)],
                self._span(s.sentence.text, kind, focus, reading.years),
            )
            for s in ranked
        ]

    def _may_be(self, span: str, kind: Wanted) -> bool:
        """Whether a span can be what is asked for: a name is not made of plain words only."""
        plain = kind in {Wanted.PERSON, Wanted.NAME} and not is_office(span) and set(words(span)) <= self._view.small_words
        return not plain and not self._is_none(span, kind)

    def _span(self, text: str, kind: Wanted, focus: Sequence[Term], years: Sequence[str] = ()) -> str | None:
        """The span of a sentence that answers; who is asked for is not the company that the question names."""
        span = find_span(text, kind, focus, years)
        for _ in range(_SPANS):
            if span is None or not self._is_none(span, kind):
                return span
            text = text.replace(span, " " * len(span))
            span = find_span(text, kind, focus, years)
        return None

    def _is_none(self, span: str, kind: Wanted) -> bool:
        """Whether a span cannot be what is asked for: the company itself, a place that elsewhere is a plain word."""
        if kind is Wanted.PLACE:
            company = self._is_company(re.sub(r"['’]s$", "", span))
            return company or (span[:1].isupper() and set(words(span)) <= self._view.small_words)
        return kind in {Wanted.PERSON, Wanted.NAME} and self._is_company(re.sub(r"['’]s$", "", span))

    def _is_company(self, span: str) -> bool:
        own = [fold(n) for o in self._view.organizations for n in (o, *short_names(o))]
        told = fold(span).strip(" .,")
        firm = _FIRM.search(told) is not None and any(told.startswith(f"{n} ") for n in own)
        return told in own or firm

    def nearest(self, reading: Reading) -> tuple[Nearest, ...]:
        """The closest thing that is there."""
        ranked = rank_sentences(self._view, reading, ())
        return tuple(
            Nearest(shortened(s.sentence.text, 30), s.sentence.passage.page, s.sentence.passage.quote)
            for s in ranked[:1]
        )

    def _enough(self, best: Scored, reading: Reading, kind: Wanted, *, strict: bool, named: bool) -> bool:
        """Whether a sentence may answer: near, telling, of the kind asked for, of the year, with every name said."""
        floor = SAID_STRICT if strict or named else (SAID_YES if kind in {Wanted.YES_NO, Wanted.DATE} else SAID)
        if best.score < FLOOR or best.said < floor or (strict and kind not in _OWN_FIGURES):
            return False
        itself = best.said if named and best.before is not None else best.own
        if (strict or named) and itself < SAID_ITSELF:
            return False
        if kind in FIGURES and not is_of_it(best, kind, reading, self._view):
            return False
        if kind is Wanted.PERSON and best.before is None and best.own < (SAID_KEY if best.keyed else SAID_ALONE):
            return False
        span = self._span(best.sentence.text, kind, terms(focus_text(reading.folded, ())), reading.years)
        return meets(best, reading, kind, self._view) and self._fits(best, reading, kind, span)

    def _fits(self, best: Scored, reading: Reading, kind: Wanted, span: str | None) -> bool:
        """Whether a sentence is of the kind asked for, and nothing in it speaks against it, however much of it is said."""
        if kind in FIGURES and not _has_unit(best.sentence.text, reading):
            return False
        if kind in FIGURES and not asks_for_goal(reading, self._view.period) and only_goals(best.sentence, self._view):
            return False
        if kind in FIGURES and asks_distance(reading):
            return False  # a distance is reckoned from the two figures, or not told
        if kind in FIGURES and wants_change(reading) and not speaks_of_goal(best.sentence.text):
            return False  # by how much it fell is not by how much it is to fall
        if kind in _OF_COURSE and not tells_course(
            best.sentence.text, figure_intent(reading), moved=reading.yes_no or reading.has("by how (?:much|many)")
        ):
            return False
        if kind is Wanted.REASON and asks_why_it_moved(reading):
            before = best.before.text if best.before is not None else ""
            if not tells_of_it(f"{before} {best.sentence.text}", reading):
                return False
        if UNDER_RULE.search(reading.folded) is not None and BY_RULE.search(best.sentence.text) is None:
            return False
        if kind in _IN_PROSE and not is_prose(best.sentence.text):
            return False
        if asks_for_person(reading) is not None or not allows(best, reading, kind, self._view):
            return False
        if kind in FIGURES and speaks_of_part(best, reading):
            return False
        if kind is Wanted.YES_NO:
            if _IN_SMALL.search(best.sentence.text) is None:
                return False  # a heading says nothing
            if asks_outcome(reading) is not None and not tells_outcome(best.sentence.text):
                return False
            if sum(len(t.text.split()) for t in self._asked(reading)) < _LEAST_ASKED:
                return False  # "Is it a good company?" asks for a judgement, which no sentence gives
            if DISCLOSES.search(reading.folded) and not _REPORTS.search(best.sentence.text):
                return False  # what a thing is does not tell whether it is reported
            return affirms(best.sentence.text, self._content(reading)) is not None
        if kind is Wanted.ANY:
            if ANYBODY.match(reading.folded) is not None and PEOPLE.search(fold(best.sentence.text)) is None:
                return False
            return any(self._view.linker.tells(t) for t in self._asked(reading))
        if kind in FIGURES and _IN_SMALL.search(best.sentence.text) is None:
            return False  # "GRI 404-1" is a heading
        if kind is Wanted.PERSON and _IN_SMALL.search(best.sentence.text) is None and not is_office(best.sentence.text):
            return False  # a heading names a thing, not who did it
        if span is None or not of_that_rank(best.sentence.text, span, reading):
            return False
        if (
            kind is Wanted.DATE
            and _HAPPENED.search(reading.folded)
            and any(year > (self._view.period or year) for year in _YEARS.findall(span))
        ):
            return False  # what has been so since then did not begin after the period
        if kind is Wanted.PERSON and _BODY_ASKED.match(reading.folded) and _BODY.search(span) is None:
            return False  # "LEED Leadership" is no department
        return kind is not Wanted.PERSON or is_office(span) or not set(words(span)) <= self._view.small_words

    def _content(self, reading: Reading) -> tuple[Term, ...]:
        """The terms of a question without the company's name."""
        return terms(focus_text(reading.folded, [n for o in self._view.organizations for n in short_names(o)]))

    def _asked(self, reading: Reading) -> tuple[Term, ...]:
        """What a question asks about, without the company."""
        names = [n for o in self._view.organizations for n in short_names(o)]
        return tuple(t for t in content_terms(focus_text(reading.folded, names)) if t.text not in LIGHT)

    def _proof(self, best: Scored, kind: Wanted, content: Sequence[Term], span: str | None) -> Passage:
        """The clauses of the sentence that prove the answer; of one that runs on, the stretch nearest to the question."""
        sentence = best.sentence
        verdict = NEGATIVE.search(sentence.passage.quote) if kind is Wanted.YES_NO else None
        telling = [q for q in content if self._view.linker.tells(q)] or list(content)
        answer = "" if kind is Wanted.REASON else (verdict.group() if verdict is not None else span or "")
        proof = cut(sentence, telling, answer, open_end=kind in {Wanted.ANY, Wanted.REASON})
        if len(proof.quote.split()) > LONGEST:
            return around(sentence, content)
        return proof

    def _draft(self, best: Scored, reading: Reading, kind: Wanted, span: str | None = None) -> Draft:
        content = terms(focus_text(reading.folded, ()))
        sentence = best.sentence
        text = sentence.text
        span = span or self._span(text, kind, content, reading.years)
        passages = [self._proof(best, kind, content, span)]
        if len(text.split()) > LONGEST:
            text = collapse(passages[0].quote)
        elif not set(_DIGITS.findall(text)) <= set(_DIGITS.findall(collapse(passages[0].quote))):
            passages = [sentence.passage]  # what is told in full is cited in full
        aimed = goal_told(text) if kind is Wanted.ANY and asks_for_goal(reading, self._view.period) else None
        short = span or grade(text, reading) or aimed or shortened(collapse(passages[0].quote), 40)
        listed = len(text.rpartition(":")[2].split()) >= _GIVEN if ":" in text else False
        if kind is Wanted.ANY and best.before is not None:
            text = f"{best.before.text} {text}"
            passages.append(best.before.passage)
        elif kind is Wanted.ANY and not listed and _SEVERAL.search(reading.folded) and _ANNOUNCES.search(text):
            more = _continued(best.following, 0)
            short = "; ".join(s.text for s in more) or short
            passages += [s.passage for s in more]
        elif kind is Wanted.YES_NO:
            verdict = "yes" if affirms(text, self._content(reading)) else "no"
            text, short = f"{verdict.capitalize()}: {shortened(text, 70)}", verdict
        return quoted(
            self._view,
            passages,
            intent=Intent.NARRATIVE,
            text=text,
            short=short,
            unresolved=best.unsaid,
            confidence=best.score,
        )


def _overlap(one: Passage, other: Passage) -> bool:
    same = (one.report, one.page) == (other.report, other.page)
    return same and one.start < other.end and other.start < one.end


def _has_unit(text: str, reading: Reading) -> bool:
    """Whether a sentence gives a figure in the unit that the question names, if it names one."""
    return not reading.unit or reading.measure is Measure.MONEY or reading.unit.split()[-1] in fold(text)


def _continued(following: Sequence[Sentence], words: int) -> list[Sentence]:
    """The sentences that carry an announced list on, within bounds."""
    found: list[Sentence] = []
    for sentence in following[:_LIST_SENTENCES]:
        words += len(sentence.text.split())
        if words > _LIST_WORDS:
            break
        found.append(sentence)
    return found
