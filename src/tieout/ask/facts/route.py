"""Facts of the running text: the fewest words of the report that answer, or nothing.

Sentences of the best passages are scored by ``sentence_ranking``; here one is accepted or refused, and its answer cut out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tieout.ask.answer import Nearest
from tieout.ask.draft import Draft
from tieout.ask.facts.acceptance import OWN_FIGURES, Acceptance
from tieout.ask.facts.counted import goal_told, grade
from tieout.ask.facts.judge import HEARD, LEAST_HEARD, Judged, judged, surest
from tieout.ask.facts.kinds import DOCUMENTS, asked_kinds
from tieout.ask.facts.none_of_them import names_none, none_of_them
from tieout.ask.facts.not_yet import not_yet
from tieout.ask.facts.own_denials import own_denial
from tieout.ask.facts.polarity import NEGATIVE, affirms
from tieout.ask.facts.quoting import quoted
from tieout.ask.facts.sentence_ranking import Scored, bare_question, rank_sentences
from tieout.ask.facts.serving_as import serving_as
from tieout.ask.figures.absence import DENIAL
from tieout.ask.passages.cutting import around, cut
from tieout.ask.passages.figure_spans import course_told, years_beside
from tieout.ask.passages.sentences import LONGEST, Sentence, shortened
from tieout.ask.passages.spans import FIGURES, wanted_kind
from tieout.ask.passages.wanted import Wanted
from tieout.ask.plan import Intent
from tieout.ask.ports import Found
from tieout.ask.view import View
from tieout.ask.wording.focus import focus_text
from tieout.ask.wording.goals import asks_for_goal
from tieout.ask.wording.intents import figure_intent
from tieout.ask.wording.question import Reading
from tieout.ask.wording.words import Term, terms
from tieout.model import AnswerStatus, Passage
from tieout.patterns import lazy
from tieout.text import collapse, fold

UNLIKELY = 0.2
"""Below this likelihood no sentence answers, whatever it says, but of the report itself."""
SURE, SURE_STRICT, SURE_THERE = 0.6, 0.65, 0.4
"""How sure it must be that a sentence answers which does not say the question's words; less where the index leads to it."""
HEARD_THERE = 0.4
"""How near a sentence must come to the words of a question that leads to its place."""
FAR_LIKELIER = 0.25
"""By how much another sentence must be likelier than the one that a figure was found in."""

_SEVERAL = lazy(
    r"\b(?:which|what|name|list)\b(?: the| are| were| make up)?(?: \w+){0,2}? (?:two|three|four|five|six|seven|eight|nine|ten|several|\d) |"
    r"\b(?:list|name) (?:the|all)\b|\b(?:which|what) (?:\w+ ){0,3}\w+(?:ies|[^s]s)\b"
)
_ANNOUNCES = lazy(
    r":\s*$|\b(?:following|as follows|below|namely)\b|\b(?:two|three|four|five|six|seven|eight|nine|ten) (?:\w+[ -]){1,4}"
)
_WHY_NOT = lazy(
    r"\bnot (?:being )?(?:report|disclos|determin|publish|giv|provid|calculat|measur|collect|survey|quantif|record)\w*"
)
_LIST_WORDS, _LIST_SENTENCES = 80, 8
_GIVEN = 8
_DIGITS = lazy(r"\d[\d.,]*")
_SPANLESS = frozenset({Wanted.ANY, Wanted.YES_NO})
"""Kinds that the whole sentence answers."""
_TRIED, _BEHIND = 3, 0.12


class Narrative:
    """Answers from running text over one view."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._accepts = Acceptance(view)

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
        kind = wanted_kind(reading)
        weighed = self._weighed(reading, kind, within)
        served = serving_as(weighed, reading, self._view) if kind is Wanted.PERSON else None
        if served is not None:
            return self._draft(served[0].scored, reading, kind, served[1])
        none = none_of_them(weighed, reading, self._accepts.asked(reading), self._view) if kind is Wanted.ANY else None
        if none is not None:
            return self._stated(none, "None")
        # A sentence without a date is no answer to "when", however much else it says: it must not stand before others.
        spoken = [j for j in weighed if j.ruled is not None or kind in _SPANLESS]
        spoken = [j for j in spoken if not self._accepts.is_undone(j.scored, reading, kind)]
        if kind is Wanted.ANY:
            spoken = [j for j in spoken if not names_none(j.scored.sentence.text, reading)]
        if titled:
            spoken = [j for j in spoken if self._accepts.titles(j.scored, reading)]
        for told in spoken[:_TRIED]:
            if (
                (told.likely >= UNLIKELY or kind is Wanted.YES_NO or _of_report(told.scored, reading))
                and told.scored.score >= spoken[0].scored.score - _BEHIND
                and self._accepts.enough(told.scored, reading, kind, strict=strict, named=named)
            ):
                return self._draft(told.scored, reading, kind)
        there = bool(within) and kind not in FIGURES
        sure = SURE_STRICT if strict or named else (SURE_THERE if there else SURE)
        best = surest(weighed, sure, spanless=kind in _SPANLESS, heard=HEARD_THERE if there else HEARD)
        if best is None or (strict and kind not in OWN_FIGURES):
            return None
        document = named or not DOCUMENTS.isdisjoint(asked_kinds(reading)[:1])
        by_title = titled or (document and kind is Wanted.ANY and not within)
        if by_title and (best.least < LEAST_HEARD or not self._accepts.titles(best.scored, reading)):
            return None
        return self._trusted(best, reading, kind)

    def likelier(self, reading: Reading, draft: Draft) -> Draft | None:
        """The draft of a sentence that is far likelier to answer than the one a figure was found in; None where none is.

        Args:
            reading: the question.
            draft: an answer whose figure stands in running text.
        """
        kind = wanted_kind(reading)
        if kind not in FIGURES or draft.status is not AnswerStatus.ANSWERED:
            return None
        weighed = self._weighed(reading, kind)
        place = draft.passages[0]
        own = max((j.likely for j in weighed if _overlap(j.scored.sentence.passage, place)), default=0.0)
        best = surest(weighed, SURE_STRICT, spanless=False)
        return self._trusted(best, reading, kind) if best is not None and best.likely >= own + FAR_LIKELIER else None

    def under_way(self, reading: Reading) -> Draft | None:
        """That what is asked for is not so yet, in the company's words; None where it does not say so."""
        kind = wanted_kind(reading)
        if kind is not Wanted.YES_NO:
            return None
        told = not_yet(self._weighed(reading, kind), self._accepts.asked(reading), reading, self._view)
        if told is None:
            return None
        sentence = told.scored.sentence
        text = f"No, not yet: {collapse(sentence.text)}"
        return quoted(
            self._view,
            [sentence.passage],
            intent=Intent.NARRATIVE,
            text=text,
            short="no, not yet",
            confidence=told.likely,
        )

    def denial(self, reading: Reading) -> Draft | None:
        """The company's own words that what is asked is not so, or cannot be told; None where it says neither."""
        kind = wanted_kind(reading)
        weighed = self._weighed(reading, kind)
        told = own_denial(weighed, self._accepts.content(reading), reading, kind, self._view)
        return self._stated(told, "No" if kind is Wanted.YES_NO else "Not reported") if told is not None else None

    def _stated(self, told: Judged, said: str) -> Draft:
        """What the company says is not so."""
        sentence = told.scored.sentence
        return replace(
            quoted(
                self._view,
                [sentence.passage],
                intent=Intent.NARRATIVE,
                text=f"{said}; the company says: {collapse(sentence.text)}",
                short=said.lower(),
                unresolved=told.scored.unsaid,
                confidence=told.likely,
            ),
            status=AnswerStatus.STATED_ABSENT,
        )

    def _weighed(self, reading: Reading, kind: Wanted, within: Sequence[Found] = ()) -> list[Judged]:
        """The best sentences, best first by the rules, each with how likely it answers."""
        ranked = rank_sentences(self._view, reading, within)
        candidates = self._accepts.candidates(ranked, reading, kind)
        return judged(bare_question(self._view, reading), kind, candidates, self._view)

    def _trusted(self, best: Judged, reading: Reading, kind: Wanted) -> Draft | None:
        """The draft of a sentence that the judge is sure of, unless something speaks against it."""
        if not self._accepts.trusted(best, reading, kind):
            return None
        return self._draft(best.scored, reading, kind, best.span.told if best.span is not None else None)

    def nearest(self, reading: Reading) -> tuple[Nearest, ...]:
        """The closest thing that is there."""
        ranked = rank_sentences(self._view, reading, ())
        return tuple(
            Nearest(shortened(s.sentence.text, 30), s.sentence.passage.page, s.sentence.passage.quote)
            for s in ranked[:1]
        )

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
        span = span or self._accepts.span(text, kind, content, reading.years)
        passages = [self._proof(best, kind, content, span)]
        if len(text.split()) > LONGEST:
            text = collapse(passages[0].quote)
        elif not set(_DIGITS.findall(text)) <= set(_DIGITS.findall(collapse(passages[0].quote))):
            passages = [sentence.passage]  # what is told in full is cited in full
        aimed = goal_told(text) if kind is Wanted.ANY and asks_for_goal(reading, self._view.period) else None
        if kind in FIGURES and span is not None:
            span = ", ".join((span, *years_beside(text, span, reading.years)))
        short = span or grade(text, reading) or aimed or shortened(collapse(passages[0].quote), 40)
        listed = len(text.rpartition(":")[2].split()) >= _GIVEN if ":" in text else False
        if kind is Wanted.ANY and best.before is not None:
            text = f"{best.before.text} {text}"
            passages.append(best.before.passage)
        elif kind is Wanted.ANY and not listed and _SEVERAL.search(reading.folded) and _ANNOUNCES.search(text):
            more = _continued(best.following, 0)
            short = "; ".join(s.text for s in more) or short
            passages += [s.passage for s in more]
        elif (
            kind is Wanted.ANY
            and figure_intent(reading) is Intent.TREND
            and (told := course_told(text, reading.years, self._view.period))
        ):
            short, text = told.short, f"{told.verdict}: {text}"
        elif kind is Wanted.YES_NO:
            verdict = "yes" if affirms(text, self._accepts.content(reading)) else "no"
            text, short = f"{verdict.capitalize()}: {shortened(text, 70)}", verdict
        draft = quoted(
            self._view,
            passages,
            intent=Intent.NARRATIVE,
            text=text,
            short=short,
            unresolved=best.unsaid,
            confidence=best.score,
        )
        if kind is Wanted.REASON and _WHY_NOT.search(reading.folded) and DENIAL.search(fold(text)):
            return replace(
                draft, status=AnswerStatus.STATED_ABSENT
            )  # why something is not told, in the company's words
        return draft


def _of_report(best: Scored, reading: Reading) -> bool:
    """Whether a sentence says every word asked of the report itself, to which all its sentences are as near."""
    return best.own >= 1.0 and reading.has("(?:this|the|its) reports?")


def _overlap(one: Passage, other: Passage) -> bool:
    same = (one.report, one.page) == (other.report, other.page)
    return same and one.start < other.end and other.start < one.end


def _continued(following: Sequence[Sentence], words: int) -> list[Sentence]:
    """The sentences that carry an announced list on, within bounds."""
    found: list[Sentence] = []
    for sentence in following[:_LIST_SENTENCES]:
        words += len(sentence.text.split())
        if words > _LIST_WORDS:
            break
        found.append(sentence)
    return found
