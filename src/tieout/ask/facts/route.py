"""Facts of the running text: the fewest words of the report that answer, or nothing.

Sentences of the best passages are scored by ``sentence_ranking``; here one is accepted or refused, and its answer cut out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.ask.answer import Nearest
from tieout.ask.draft import Draft
from tieout.ask.facts.demands import asks_for_person, is_office, meets, of_that_rank
from tieout.ask.facts.polarity import NEGATIVE, affirms
from tieout.ask.facts.sentence_ranking import Scored, rank_sentences
from tieout.ask.passages.cutting import around, cut
from tieout.ask.passages.sentences import LONGEST, Sentence, is_prose, shortened
from tieout.ask.passages.spans import FIGURES, Wanted, find_span, wanted_kind
from tieout.ask.plan import Intent, PlanEntity
from tieout.ask.ports import Found
from tieout.ask.view import View
from tieout.ask.wording.distinctions import QUALIFIERS
from tieout.ask.wording.focus import content_terms, focus_text
from tieout.ask.wording.goals import asks_for_goal
from tieout.ask.wording.intents import DISCLOSES
from tieout.ask.wording.lexicon import LIGHT
from tieout.ask.wording.question import COUNT_WORDS, Measure, Reading
from tieout.ask.wording.scope import short_names
from tieout.ask.wording.words import Term, terms
from tieout.model import AnswerStatus, Passage
from tieout.text import collapse, fold, words

FLOOR = 0.59
"""The least score at which a sentence may answer."""
SAID, SAID_YES, SAID_STRICT, SAID_ALONE, SAID_KEY = 0.62, 0.65, 0.80, 0.55, 0.42
"""The least share of the question's content that the sentence and its surroundings must say."""
SAID_ITSELF = 0.65
"""The least share that a sentence which gives a figure must say without its surroundings."""

_REPORTS = re.compile(
    r"\b(?:report|disclos|publish|record|measur|calculat|collect|survey|captur|quantif|available)", re.IGNORECASE
)
_SEVERAL = re.compile(
    r"\b(?:which|what|name|list)\b(?: the| are| were| make up)?(?: \w+){0,2}? (?:two|three|four|five|six|seven|eight|nine|ten|several|\d) |"
    r"\b(?:list|name) (?:the|all)\b|\b(?:which|what) (?:\w+ ){0,3}\w+(?:ies|[^s]s)\b"
)
_ANNOUNCES = re.compile(
    r":\s*$|\b(?:following|as follows|below|namely)\b|\b(?:two|three|four|five|six|seven|eight|nine|ten) (?:\w+[ -]){1,4}"
)
_TITLE = re.compile(
    r"\b[A-Z][\w’'&-]* (?:(?:[A-Z][\w’'&-]*|of|and|on|for|the|&) ){0,6}?(?:Polic(?:y|ies)|Codes?|Manual|Charter|Handbook|Regulations?|Guidelines?|Rules?|Measures|Act|Laws?|"
    r"Committees?|Council|Board|Ordinance|System|Plan|Directive|Standards?|Framework|Procedures?)\b|\b(?:Code|Act|Law|Charter|Regulations?|Guidelines?|Rules) (?:of|on|for) (?:the )?[A-Z]\w*"
)
_ROW, _CAPITALS = 12, 0.5
_LIST_WORDS, _LIST_SENTENCES = 80, 8
_DIALLED = re.compile(r"\d{7,}")
"""A number without separators that is too long to be read as one: a telephone, an account."""
_GIVEN, _BESIDE, _UNIT_AFTER = 8, 12, 24
_UNIT_OF = {
    Measure.HOURS: re.compile(r"\bhours?\b|\bh\b"),
    Measure.DAYS: re.compile(r"\bdays?\b"),
    Measure.YEARS: re.compile(r"\byears?\b"),
    Measure.ENERGY: re.compile(r"\b[kmgt]?wh\b|\b[kmgtp]j\b|watt|joule"),
    Measure.MASS: re.compile(r"\b(?:k|m)?t\b|\b(?:kilo)?ton|\bk?g\b|gram"),
    Measure.VOLUME: re.compile(r"\bm3\b|m³|cubic|litre|liter|\bton"),
}
_LESS = re.compile(r"\b(?:sav|reduc|cut|lower)\w*")
"""What is saved is told in per cent as often as in units."""
_LEAST_ASKED = 2
_HEAD = 6
_SOME = frozenset({"new", "newly", "additional", "further", "other", "former", "external"})
_ANY_FIGURE = re.compile(r"(?<![\w.])\d[\d.]*")
_GENDERS = frozenset({"female", "male", "woman", "man"})
_IN_PROSE = frozenset({*FIGURES, Wanted.ANY})
"""Kinds that a heading, or the words along a chart, do not answer."""
_OWN_FIGURES = frozenset({*FIGURES, Wanted.DATE, Wanted.FREQUENCY, Wanted.YES_NO})
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
        if titled:
            own = " ".join(n for o in self._view.organizations for n in short_names(o))
            asked = {c for t in terms(f"{reading.text} {own}") for c in t.concepts}
            ranked = [s for s in ranked if _gives_title(s.sentence.text, asked)]
        if kind not in {Wanted.ANY, Wanted.YES_NO}:
            # A sentence without a date is no answer to "when", however much else it says: it must not stand before others.
            focus = terms(focus_text(reading.folded, ()))
            ranked = [s for s in ranked if find_span(s.sentence.text, kind, focus) is not None]
        for scored in ranked[:_TRIED]:
            if scored.score >= ranked[0].score - _BEHIND and self._enough(
                scored, reading, kind, strict=strict, named=named
            ):
                return self._draft(scored, reading, kind)
        return None

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
        if kind in FIGURES and not _has_unit(best.sentence.text, reading):
            return False
        if kind in FIGURES and not asks_for_goal(reading, self._view.period) and self._only_goals(best.sentence):
            return False
        if kind in _IN_PROSE and not is_prose(best.sentence.text):
            return False
        if (strict or named) and best.own < SAID_ITSELF:
            return False
        if kind in FIGURES and best.before is None:
            if not _qualified(best.sentence.text, reading):
                return False
            if not self._beside(best, kind, reading):
                return False
        if asks_for_person(reading) is not None:
            return False
        if kind is Wanted.PERSON and best.before is None and best.own < (SAID_KEY if best.keyed else SAID_ALONE):
            return False
        if not meets(best, reading, kind, self._view):
            return False
        if kind is Wanted.YES_NO:
            if len(self._asked(reading)) < _LEAST_ASKED:
                return False  # "Is it a good company?" asks for a judgement, which no sentence gives
            if DISCLOSES.search(reading.folded) and not _REPORTS.search(best.sentence.text):
                return False  # what a thing is does not tell whether it is reported
            return affirms(best.sentence.text, terms(focus_text(reading.folded, ()))) is not None
        if kind is Wanted.ANY:
            return True
        span = find_span(best.sentence.text, kind, terms(focus_text(reading.folded, ())))
        if span is None or not of_that_rank(best.sentence.text, span, reading):
            return False
        return kind is not Wanted.PERSON or is_office(span) or not set(words(span)) <= self._view.small_words

    def _only_goals(self, sentence: Sentence) -> bool:
        """Whether every figure of a sentence is a goal: what was reached is told elsewhere."""
        place = sentence.passage
        goals = self._view.goals.get((place.report, place.page), ())
        inside = sum(place.start <= start < place.end for start, _ in goals)
        figures = [m for m in _ANY_FIGURE.finditer(place.quote) if re.fullmatch(r"(?:19|20)\d\d\.?", m.group()) is None]
        return 0 < len(figures) <= inside and COUNT_WORDS.keys().isdisjoint(words(sentence.text))

    def _asked(self, reading: Reading) -> tuple[Term, ...]:
        """What a question asks about, without the company."""
        names = [n for o in self._view.organizations for n in short_names(o)]
        return tuple(t for t in content_terms(focus_text(reading.folded, names)) if t.text not in LIGHT)

    def _beside(self, best: Scored, kind: Wanted, reading: Reading) -> bool:
        """Whether the figure found stands within a few words of the most telling word of the question.

        The only figure of a sentence that says nearly all of the question may stand further away.
        """
        text = best.sentence.text
        content = terms(focus_text(reading.folded, ()))
        span = find_span(text, kind, content)
        said = [q for q in content if any(q.matches(t) for t in terms(text))]
        if span is None or not said or _DIALLED.search(span):
            return False
        telling = max(said, key=self._view.linker.weight)
        digits = re.sub(r"[^\d.].*", "", span)
        plain = re.sub(r"(?<=\d),(?=\d)", "", fold(text))
        word = next((w for w, n in COUNT_WORDS.items() if str(n) == digits), digits)
        at = re.search(rf"(?<![\d.]){re.escape(digits)}(?!\d)", plain) or re.search(rf"\b{re.escape(word)}\b", plain)
        unit = None if span.endswith("%") and _LESS.search(reading.folded) else _UNIT_OF.get(reading.measure)
        if at is None or (unit is not None and unit.search(plain[at.end() : at.end() + _UNIT_AFTER]) is None):
            return False
        if kind is Wanted.COUNT and self._narrower(plain[at.end() :], content):
            return False
        if (
            reading.has("how much|what (?:amount|volume|quantity)")
            and re.match(r"[\d.,]*\s?(?:\+|%|[^\W\d_])", plain[at.end() :]) is None
        ):
            return False  # an amount is of something: the number of a list item is none
        if best.own >= SAID_STRICT and len(_ANY_FIGURE.findall(plain)) == 1:
            return True
        spots = [t.start for t in terms(plain) if telling.matches(t)]
        gaps = (plain[min(at.start(), s) : max(at.start(), s)].count(" ") for s in spots)
        return min(gaps, default=_BESIDE + 1) <= _BESIDE

    def _narrower(self, behind: str, content: Sequence[Term]) -> bool:
        """Whether what is counted is a part of what is asked for: "two new female members" are not all members."""
        asked = {c for q in content for c in q.concepts}
        for word in terms(" ".join(behind.split()[:_HEAD])):
            if any(q.matches(word) for q in content) and not word.concepts & QUALIFIERS:
                return False
            if (word.concepts & QUALIFIERS or word.text in _SOME) and word.concepts.isdisjoint(asked):
                return True
        return False

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

    def _draft(self, best: Scored, reading: Reading, kind: Wanted) -> Draft:
        content = terms(focus_text(reading.folded, ()))
        sentence = best.sentence
        text = sentence.text
        span = find_span(text, kind, content)
        passages = [self._proof(best, kind, content, span)]
        if len(text.split()) > LONGEST:
            text = collapse(passages[0].quote)
        short = span or shortened(collapse(passages[0].quote), 40)
        listed = len(text.rpartition(":")[2].split()) >= _GIVEN if ":" in text else False
        if kind is Wanted.ANY and best.before is not None:
            text = f"{best.before.text} {text}"
            passages.append(best.before.passage)
        elif kind is Wanted.ANY and not listed and _SEVERAL.search(reading.folded) and _ANNOUNCES.search(text):
            more = _continued(best.following, 0)
            short = "; ".join(s.text for s in more) or short
            passages += [s.passage for s in more]
        elif kind is Wanted.YES_NO:
            verdict = "yes" if affirms(text, content) else "no"
            text, short = f"{verdict.capitalize()}: {shortened(text, 70)}", verdict
        names = self._view.ports.names
        report = sentence.passage.report
        organizations = [c.organization for c in self._view.cards if c.id == report]
        return Draft(
            status=AnswerStatus.ANSWERED,
            intent=Intent.NARRATIVE,
            text=text,
            short=short,
            passages=tuple(passages),
            starts=tuple(names.organization(o) for o in organizations),
            entities=tuple(PlanEntity("organization", o, names.organization(o)) for o in organizations),
            unresolved=best.unsaid,
            confidence=best.score,
        )


def _gives_title(text: str, asked: set[str]) -> bool:
    """Whether a sentence gives the title of a rule book or body that the question does not say itself; a row of a table, nearly all in capitals, is no sentence."""
    parts = re.findall(r"[A-Za-zÀ-ÿ][\w’'-]*", text)
    capitals = sum(w[0].isupper() for w in parts)
    fresh = any(any(t.concepts.isdisjoint(asked) for t in terms(m.group())) for m in _TITLE.finditer(text))
    quoted = re.search(r"[“\"]", text) is not None
    return (fresh or quoted) and (len(parts) < _ROW or capitals < _CAPITALS * len(parts))


def _has_unit(text: str, reading: Reading) -> bool:
    """Whether a sentence gives a figure in the unit that the question names, if it names one."""
    return not reading.unit or reading.measure is Measure.MONEY or reading.unit.split()[-1] in fold(text)


def _qualified(text: str, reading: Reading) -> bool:
    """Whether a sentence that gives a figure itself says what is meant and which of several: new hires who are women."""
    asked = {c for t in terms(focus_text(reading.folded, ())) for c in t.concepts}
    said = {c for t in terms(text) for c in t.concepts}
    return asked & QUALIFIERS <= said and (asked <= QUALIFIERS or not said.isdisjoint(asked - _GENDERS))


def _continued(following: Sequence[Sentence], words: int) -> list[Sentence]:
    """The sentences that carry an announced list on, within bounds."""
    found: list[Sentence] = []
    for sentence in following[:_LIST_SENTENCES]:
        words += len(sentence.text.split())
        if words > _LIST_WORDS:
            break
        found.append(sentence)
    return found
