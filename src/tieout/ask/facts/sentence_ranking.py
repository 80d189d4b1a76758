"""Which sentences answer a question, best first.

A sentence earns the share of the question's content that it says (rare words count more); a neighbour and the heading lend
a part of theirs, nearly all where the sentence goes on from the one before ("It is chaired by …"). What the question word
asks for (a person, a date, a figure) and a good place in retrieval add a little, running on takes a little away. The best
are then compared in meaning with the question.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tieout.ask.facts.named import named_things
from tieout.ask.passages.abbreviations import spelled_in, written_out
from tieout.ask.passages.rows import made_of_rows, on_index
from tieout.ask.passages.sentences import Sentence, split
from tieout.ask.passages.spans import BEARERS, find_span, wanted_kind
from tieout.ask.passages.wanted import Wanted
from tieout.ask.ports import Found
from tieout.ask.view import View
from tieout.ask.wording.concepts import CONCEPTS
from tieout.ask.wording.focus import content_terms, focus_text
from tieout.ask.wording.intents import MOVES
from tieout.ask.wording.lexicon import LIGHT
from tieout.ask.wording.question import Reading
from tieout.ask.wording.scope import short_names
from tieout.ask.wording.words import Term, stem, terms
from tieout.model import Passage
from tieout.patterns import lazy
from tieout.text import collapse

_REPORTS_TO = lazy(r"\breport(?:s|ed|ing)?\b[^.;]{1,60}? to (?:the )?[A-Z]")
_PASSAGES, _RELATED, _COMPARED = 12, 6, 12
_MOVED = lazy(rf"\b(?:(?:not|n['’]t) )?{MOVES}\b(?: any)?(?: further| more| again)?")
_DAY_ASKED = lazy(r"\b(?:what|which) (?:date|day|month|quarter)\b")
_QUICK = lazy(r"\bhow (?:quickly|fast|soon|promptly|rapidly|long|short)\b")
_CATEGORY = lazy(
    rf"\bwhich (?:\w+ ){{0,2}}(?P<noun>{BEARERS}|countries|country|regions?|cit(?:y|ies)|sites?|locations?)\b|^what (?:is|was) (?:the |its )?(?:[\w-]+ ){{1,4}}(?P<called>scheme|program|programme|project|initiative|system|platform|plan)\b(?=.*\b(?:called|named))"
)
"""The kind of what is asked for, which the answer need not say: "which body", "what is the … scheme called"."""
UNDER_RULE = lazy(
    r"\b(?:under|to|according to|in accordance with|against|following|in line with|based on|on the basis of|using|by|with) (?:which|what) (?:[\w-]+ ){0,2}"
    r"(?P<rule>standards?|norms?|frameworks?|protocols?|methods?|methodology|methodologies|guidelines?|guidance|principles|rules?|laws?|regulations?|directives?|procedures?)\b"
)
"""Asks for a rule by which something is done."""
BY_RULE = lazy(
    r"\b(?:in (?:accordance|line|compliance|conformity|keeping) with|according to|pursuant to|under|based on|on the basis of|following|follows?|compl(?:y|ies|ied) with|appl(?:y|ies|ied|ying)|using|uses?|certified to|to)"
    r" (?:the |our |an? )?(?:[a-z]+ ){0,4}?[“\"]?[A-Z]"
)
"""Names one."""
_REFERS = lazy(
    r"(?:It|Its|They|Their|This|These|He|She|The (?:committee|council|board|team|plan|system|initiative|survey|project|programme?|building|facility|development|scheme|campaign|partnership|certification|award|tool|platform|targets?|goals?|(?:\w+ )?(?:rate|share|proportion|number|result|score|value|quota|level|percentage) (?:is|was|were|stood|stands|amounted|came|rose|fell|reached)))\b|(?:The|One|Its|A|Another) (?:(?:main|primary|chief|key|major|most important|decisive) )?(?:cause|reason|driver|factor|explanation|background)s? (?:for|of|behind|is|was|were|are|lies|lay)\b|.{0,220}[,;] (?:it|they|this (?:indicator|figure|target|value|rate|score|index|number|goal)) (?:stands|stood|came|is|are|was|were|has|have)\b"
)
_REFERS_TO_SEVERAL = lazy(r"(?:These|Those) (?:\w+ )?[a-z-]+s\b|(?:Together|In total|Combined), (?:they|these)\b")
"""Goes on from more than one sentence: "These initiatives save …"."""
_SUMS = lazy(r"(?:A total of|In total|In all|Altogether|Overall),? \S+ (?:\S+ ){0,5}\S+$")
"""Says how many there were in all of what the sentences before it speak of."""
_BEFORE, _REFERRED, _AFTER, _HEADING, _EARLIER = 0.5, 0.9, 0.4, 0.5, 0.35
_OF_KIND, _RANK = 0.12, 0.06
_EASY, _RUN_ON, _MOST_RUN_ON = 35, 0.004, 0.2
_WITHOUT_KEY, _SAME, _MOST = 0.6, 0.75, 0.65
_ROUGH, _NEAR = 0.6, 0.4
_NEW = 2
_COMMON = 2
"""Phrases of a concept that the field itself uses; what is behind them is everyday speech."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence with its score, the share of the question it says, what it leaves unsaid, and what follows it.

    ``own`` is the share it says by itself, 0..1; ``before`` is the sentence it goes on from, where it does; ``keyed`` whether
    it says the most telling word of all; ``spelled`` are its abbreviations as the text around writes them out; ``context``
    is what stands before a sentence that means little without it.
    """

    sentence: Sentence
    found: Found
    score: float
    said: float
    unsaid: tuple[str, ...]
    following: tuple[Sentence, ...]
    own: float = 1.0
    before: Sentence | None = None
    keyed: bool = False
    spelled: str = ""
    without_key: bool = False
    context: str = ""

    @property
    def in_context(self) -> str:
        """The sentence behind what it means little without."""
        return f"{self.context} {self.sentence.text}" if self.context else self.sentence.text


def rank_sentences(view: View, reading: Reading, within: Sequence[Found]) -> list[Scored]:
    """The best sentences of these passages, or of those that retrieval finds."""
    content = narrative_terms(view, reading)
    if not content:
        return []
    query = bare_question(view, reading)
    passages = list(within) or _with_related(view, content, _searched(view, reading.text, query, content))
    kind = wanted_kind(reading)
    rough: list[Scored] = []
    long = written_out([f.text for f in passages])
    for rank, found in enumerate(f for f in passages if not on_index(f.passage, view)):
        rough += _score_passage(found, rank, content, kind, view, long)
    rough.sort(key=_best_first)
    if UNDER_RULE.search(reading.folded) is not None:
        rough = [s for s in rough if BY_RULE.search(s.sentence.text) is not None]
    top = rough[:_COMPARED]
    # Compared by the same texts, token by token, as the judge compares them: each is encoded once.
    told = view.ports.retrieval.alignments(reading.text, [s.in_context for s in top])
    return sorted((_compared(s, near) for s, (near, _) in zip(top, told, strict=True)), key=_best_first)


def _best_first(scored: Scored) -> tuple[float, int, int]:
    return -scored.score, scored.sentence.passage.page, scored.sentence.passage.start


def _compared(scored: Scored, near: float) -> Scored:
    """A sentence with what it says and how near it is in meaning; a near one need not say the deed in the same word."""
    said, rough = scored.said, scored.score
    if scored.without_key and near >= _SAME and scored.own >= _MOST:
        said /= _WITHOUT_KEY
        rough += said - scored.said
    return replace(scored, said=said, score=_ROUGH * rough + _NEAR * near)


def _searched(view: View, text: str, bare: str, content: Sequence[Term]) -> list[Found]:
    """The passages of the question as put, without the company's name, and in the field's own words, each once."""
    hits: dict[Passage, Found] = {}
    for wording in dict.fromkeys((text, bare, _in_terms_of_the_field(bare, content))):
        for found in view.ports.retrieval.search(wording, _PASSAGES, view.reports):
            hits.setdefault(found.passage, found)
    return list(hits.values())


def _in_terms_of_the_field(text: str, content: Sequence[Term]) -> str:
    """A question with everyday words in place of which the field has a term: "checked by an outside auditor"."""
    for term in sorted(content, key=lambda t: -len(t.text)):
        named = sorted(c for c in term.concepts if c in CONCEPTS)
        plain = [c.replace("_", " ") for c in named]
        if len(named) == 1 and stem(term.text) != stem(plain[0]) and term.text not in CONCEPTS[named[0]][:_COMMON]:
            text = re.sub(rf"\b{re.escape(term.text)}\b", plain[0], text, flags=re.IGNORECASE)
    return text


def _with_related(view: View, content: Sequence[Term], found: Sequence[Found]) -> list[Found]:
    """The passages found, and behind them those that only the graph puts near to what the question names."""
    seeds = named_things(view, content)
    near = view.ports.retrieval.related(seeds, _RELATED, view.reports) if seeds else ()
    seen = {f.passage for f in found}
    return [*found, *(f for f in near if f.passage not in seen)]


def bare_question(view: View, reading: Reading) -> str:
    """The question without the company's name, which stands on every page of its report."""
    text = reading.text
    for name in sorted((n for o in view.organizations for n in short_names(o)), key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(name)}(?:['’]s)?(?!\w)", " ", text, flags=re.IGNORECASE)
    return collapse(text) if re.search(r"\w{3}", text) else reading.text


def narrative_terms(view: View, reading: Reading) -> tuple[Term, ...]:
    """The content of a question about running text, with the reporting line that "to whom does … report" asks for."""
    names = [n for o in view.organizations for n in short_names(o)]
    folded = reading.folded
    ruled = UNDER_RULE.search(folded)
    if ruled is not None:
        folded = f"{folded[: ruled.start('rule')]} {folded[ruled.end('rule') :]}"
    kind = wanted_kind(reading)
    if kind is Wanted.DATE:
        folded = _DAY_ASKED.sub(" ", folded)
    if kind is Wanted.DURATION:
        folded = _QUICK.sub(" ", folded)
    if kind is Wanted.REASON:
        folded = _MOVED.sub(" ", folded)  # why it fell is told of what "was lower" or "stagnated" as well
    category = _CATEGORY.search(folded)
    if category is not None:
        noun = "noun" if category["noun"] else "called"
        folded = f"{folded[: category.start(noun)]} {folded[category.end(noun) :]}"
    found = content_terms(focus_text(folded, names))
    if reading.has(r"(?:to )?whom\b.{1,80}\breport\b|who\b.{1,80}\breport to"):
        found = (*found, *(t for t in terms("reports to") if t not in found))
    return found


def _score_passage(
    found: Found, rank: int, content: Sequence[Term], kind: Wanted, view: View, long: Mapping[str, str]
) -> list[Scored]:
    """A passage's sentences with their rough scores."""
    weight = view.linker.weight
    total = sum(weight(q) for q in content) or 1.0
    key = _key(content, kind, view)
    pieces = split(found.passage, found.text)
    spelled = [spelled_in(s.text, long) for s in pieces]
    spoken = [_spoken(f"{s.text} {more}") for s, more in zip(pieces, spelled, strict=True)]
    heading = terms(" ".join(found.trail[-2:]))
    scored = []
    for i, sentence in enumerate(pieces):
        if made_of_rows(sentence, view) or (kind is Wanted.ANY and _says_nothing_new(spoken[i], content)):
            continue
        own = [q for q in content if any(q.matches(t) for t in spoken[i])]
        refers = i > 0 and _REFERS.match(sentence.text) is not None
        several = i > 0 and _REFERS_TO_SEVERAL.match(sentence.text) is not None
        said, lent = sum(weight(q) for q in own), list[Term]()
        alone = said / total
        for near, share in (
            (spoken[i - 1] if i else (), _REFERRED if refers else _BEFORE),
            (spoken[i + 1] if i + 1 < len(pieces) else (), _AFTER),
            (heading, _HEADING),
            (spoken[i - 2] if i > 1 else (), _REFERRED if several else _EARLIER),
            (spoken[i - 3] if several and i > 2 else (), _REFERRED),
        ):
            more = [q for q in content if q not in own and q not in lent and any(q.matches(t) for t in near)]
            said += share * sum(weight(q) for q in more)
            lent += more
        said /= total
        if key is not None and key not in own:
            said *= _WITHOUT_KEY
        run_on = min(_MOST_RUN_ON, _RUN_ON * max(0, len(sentence.text.split()) - _EASY))
        of_kind = _OF_KIND if find_span(sentence.text, kind, content) is not None else 0.0
        unsaid = tuple(q.text for q in content if q not in own and q not in lent)
        rough = said + of_kind - run_on + _RANK / (1 + rank)
        scored.append(
            Scored(
                sentence,
                found,
                rough,
                said,
                unsaid,
                tuple(pieces[i + 1 :]),
                alone,
                pieces[i - 1] if refers else None,
                bool(own) and weight(max(own, key=weight)) >= weight(max(content, key=weight)),
                spelled[i],
                key is not None and key not in own,
                _context(pieces, i, refers=refers),
            )
        )
    return scored


def _context(pieces: Sequence[Sentence], at: int, *, refers: bool) -> str:
    """The sentence that one goes on from; of a bare sum ("A total of 309 replied.") the two before it."""
    sums = _SUMS.match(pieces[at].text) is not None
    return " ".join(s.text for s in pieces[max(0, at - (2 if sums else 1)) : at]) if sums or refers else ""


def _spoken(text: str) -> tuple[Term, ...]:
    """The terms of a sentence, with the reporting line of "reports its results to the board"."""
    found = terms(text)
    return (*found, *terms("reports to")) if _REPORTS_TO.search(text) is not None else found


def _says_nothing_new(spoken: Sequence[Term], content: Sequence[Term]) -> bool:
    """Whether a sentence only repeats what is asked for, as a heading does."""
    return sum(t.text.isalpha() and not any(q.matches(t) for q in content) for t in spoken) < _NEW


def _key(content: Sequence[Term], kind: Wanted, view: View) -> Term | None:
    """The word a sentence must itself say: what "who" does, and what a yes or no is about."""
    if kind not in {Wanted.PERSON, Wanted.YES_NO, Wanted.DATE}:
        return None
    telling = [q for q in content if view.linker.tells(q) and q.text not in LIGHT] or content
    return next((q for q in content if "report_to" in q.concepts), telling[0])
