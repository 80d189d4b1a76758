"""What a question demands of the sentence that answers it, beyond likeness: its numbers, names, restrictions and subject.

"Which hydrogen projects" is not answered by other projects, "who chairs the audit committee" not by the chair of another
one, and "when was the company founded" not by the founding year of somebody else. These words restrict what is asked for,
so the sentence, or the one it goes on from, must say them.
"""

from __future__ import annotations

import re

from tieout.ask.facts.counted import says_so_many, tells_grade
from tieout.ask.facts.held_against import TITLED_BODY, titled_body, told_with, without_company
from tieout.ask.facts.how_far import says_how_far
from tieout.ask.facts.sentence_ranking import Scored
from tieout.ask.facts.unsaid import is_of_another_part, is_of_others
from tieout.ask.passages.spans import FIGURES
from tieout.ask.passages.wanted import Wanted
from tieout.ask.view import View
from tieout.ask.wording.focus import content_terms
from tieout.ask.wording.intents import MOVES, SUPERLATIVE
from tieout.ask.wording.lexicon import STOPWORDS
from tieout.ask.wording.question import Reading
from tieout.ask.wording.scope import short_names
from tieout.ask.wording.words import Term, terms
from tieout.patterns import lazy
from tieout.text import fold, words

_NAME = lazy(r"(?:(?<=[\w,;:] )|(?<=\.[a-z]\. ))([A-Z][\w&.-]*[A-Z][\w&.-]*|[A-Z][a-z]{2,})(?=\W|$)")
_YEAR = lazy(r"(?<![\w.,])(?:19|20)\d\d(?!\w)")
_COMPARED = lazy(r"\((?:19|20)\d\d: [^()]{1,40}\)")
"""The figure of an earlier year beside that of the period, which is not named then."""
_NUMBER = lazy(r"(?<![\w.,])\d+(?:\.\d+)?(?!\w)")
_AUXILIARY = r"(?:is|are|was|were|do|does|did|has|have|had|can|will|must|may|should)"
_RESTRICTED = lazy(
    rf"\b(?:which|what) (?!{_AUXILIARY}\b)(?P<phrase>[\w’'-]+(?: (?!of\b|for\b|on\b|in\b|besides\b|except\b|apart\b|to\b|from\b|with\b|at\b|how\b|that\b|the\b)[\w’'-]+){{0,4}}?) {_AUXILIARY}\b"
)
_OWNED = lazy(
    r"what (?:is|are|was|were) (?:the |its |their |an? )?(?P<phrase>[\w’'-]+(?: (?!of\b|for\b|in\b|on\b|that\b|which\b)[\w’'-]+){1,4})"
)
_COUNTED = lazy(rf"\bhow many (?P<phrase>(?:[\w’'-]+ ){{1,5}}?[\w’'-]+) {_AUXILIARY}\b")
_NAMED = lazy(
    r"\bname of (?:the |its |their |an? )?(?P<phrase>.{3,80}?)(?: (?:for|in|on|that|which|who)\b|[?.,]|$)|"
    r"^what (?:is|was) (?:the |its )?(?P<called>.{3,80}?)(?: (?:for|of|in|on|that|which) .{1,80}?)? (?:called|named|titled|entitled)\b"
)
_DEED = lazy(
    r"which (?:[\w’'-]+ ){0,2}(?P<noun>[\w’'-]+) (?P<verb>[\w-]+s) (?:the|its|an?|his|her|their|all|to|for|from|with|in|on|at|by)\b"
)
_OBJECT = lazy(
    r" (?:its|their|an?|his|her) (?P<words>(?:(?!in |at |of |on |for |to |with )[\w’'-]+ ){1,3}[\w’'-]+)\??$"
)
"""What the event is about, where it is something of the company's: "its first harbour bond"."""

_WHOLLY = lazy(r"\b(?:solely|only|exclusively|entirely|wholly|purely|alone)\b")
_PARTLY = lazy(r"\b(?:predominantly|mostly|mainly|partly|largely|primarily|chiefly)\b")
_YEAR_REACH = 250
_ORDINAL = lazy(r"\b(?:first|second|third|fourth|fifth)\b")
_CHAIRING = r"chair|head|lead|run|preside"
_CHAIRED_BODY = r"committees?|councils?|boards?|panels?|bod(?:y|ies)|groups?|teams?|commissions?|task forces?|departments?|meetings?"
_CHAIRED = lazy(
    r"\b(?:chaired|headed|led|run|presided over) by\b|\bchairs?\b|\bchair(?:man|woman|person)\b|\bleads? the\b|\bhead of the\b|\bheads the\b|"
    r"\bpresides\b|\bresponsible for\b"
)
_MOVED = lazy(rf"\b{MOVES}\b")
_RANKED = lazy(rf"\b(?:which|what|who)\b.{{0,120}}\b{SUPERLATIVE}\b(?! recent\b)")
_EXTREME = lazy(rf"\b(?:{SUPERLATIVE}|main(?:ly)?|primar(?:y|ily)|leading|number one|mostly|predominant(?:ly)?)\b")
"""What tells a sentence that ranks something."""
_WE = r"(?:we|our|the (?:company|group|firm|bank|issuer|reit|corporation))"
_NEAR, _REACH, _BRIEF = 90, 150, 2


def meets(best: Scored, reading: Reading, kind: Wanted, view: View) -> bool:
    """Whether a sentence, with the one it goes on from, says all that the question insists on."""
    text = best.sentence.text
    if not allows(best, reading, kind, view):
        return False
    said = terms(told_with(best))
    if any(view.linker.tells(q) and not any(q.matches(t) for t in said) for q in _restrictions(reading, view)):
        return False
    heads = _head(reading, view) if kind in FIGURES or kind is Wanted.ANY else ()
    if any((kind in FIGURES or view.linker.tells(q)) and not any(q.matches(t) for t in said) for q in heads):
        return False
    if not _says_noun(reading, set(words(text)), view):
        return False
    if kind is Wanted.ANY and any(
        view.linker.tells(q) and not any(q.matches(t) for t in said) for q in _thing_and_deed(reading, view)
    ):
        return False
    if kind is Wanted.DATE and not _same_event(best, reading, view):
        return False
    return not (kind in {Wanted.DATE, Wanted.PLACE} and not _of_company(text, reading, view))


def allows(best: Scored, reading: Reading, kind: Wanted, view: View) -> bool:
    """Whether nothing in a sentence speaks against it: its numbers, names, years and bodies are those asked for."""
    text = best.sentence.text
    own = set(words(text))
    if kind is Wanted.YES_NO and _MOVED.search(reading.folded) and _MOVED.search(fold(text)) is None:
        return False
    if _RANKED.search(reading.folded) and _EXTREME.search(fold(text)) is None:
        return False
    if any(n not in own for n in _NUMBER.findall(without_company(reading.folded, view)) if not _YEAR.fullmatch(n)):
        return False
    if not says_so_many(best, told_with(best), reading):
        return False
    if is_of_others(best) or is_of_another_part(best):
        return False
    names = {fold(m.group(1)) for m in _NAME.finditer(reading.text)}
    if any(name in best.unsaid and not own.issuperset(words(name)) and not _inflected(name, own) for name in names):
        return False
    quote = best.sentence.passage.quote
    told = set(_YEAR.findall(_COMPARED.sub(" ", quote) if kind in FIGURES else quote))
    if kind in FIGURES and reading.years and told and told.isdisjoint(reading.years):
        return False
    if reading.years and told and min(told) > max(reading.years):
        return False  # what is planned for later years is not what was
    around = quote if told else quote + _before(best)
    if any(year not in around and year != view.period for year in reading.years):
        return False
    if not tells_grade(text, reading) or _names_another_body(reading, told_with(best), view):
        return False
    if _WHOLLY.search(reading.folded) and _PARTLY.search(fold(text)):
        return False
    if kind is Wanted.YES_NO and not says_how_far(fold(text), reading):
        return False
    chairing = kind is Wanted.PERSON and reading.has(_CHAIRING) and reading.has(_CHAIRED_BODY)
    return not chairing or _chaired(best, reading, view)


def names_it(best: Scored, reading: Reading, kind: Wanted, view: View) -> bool:
    """Whether a sentence, with the one it goes on from, says every name of the question, and speaks of the company.

    What stands around it does not count here: a neighbour's code is not this one.
    """
    said = f"{told_with(best)} {best.context}"
    own = set(words(said))
    company = {w for o in view.organizations for n in short_names(o) for w in words(n)}
    names = {fold(m.group(1)) for m in _NAME.finditer(reading.text)} - company
    if any(not own.issuperset(words(name)) and not _inflected(name, own) for name in names):
        return False
    return kind not in {Wanted.DATE, Wanted.PLACE} or _of_company(best.sentence.text, reading, view)


def _before(best: Scored) -> str:
    """What stands right before a sentence in its passage: there a year may be named that both speak of."""
    place, passage = best.sentence.passage, best.found.passage
    at = place.start - passage.start
    return passage.quote[max(0, at - _YEAR_REACH) : at] if place.page == passage.page and at > 0 else ""


def _names_another_body(reading: Reading, said: str, view: View) -> bool:
    """Whether a sentence speaks of another body of the same sort: of the Supervisory Board, not of the Executive one."""
    title = titled_body(reading, view)
    if title is None or fold(title) in fold(said):
        return False
    head = title.split()[-1]
    return any(m.group().split()[-1] == head for m in TITLED_BODY.finditer(said))


def _inflected(name: str, own: set[str]) -> bool:
    """Whether a name stands there with an ending ("Iceland", "Icelandic")."""
    return len(name) > 3 and any(w.startswith(name) for w in own)


def _restrictions(reading: Reading, view: View) -> tuple[Term, ...]:
    """The words that restrict the thing asked for: what stands before the noun of "which … noun", all of a named thing."""
    named = _NAMED.search(reading.folded)
    if named is not None:
        content = content_terms(without_company(named["phrase"] or named["called"], view))
        return content if named["phrase"] else content[:-1]
    found = _RESTRICTED.search(reading.folded) or _OWNED.match(reading.folded) or _COUNTED.search(reading.folded)
    if found is None:
        return ()
    return content_terms(without_company(found["phrase"], view))[:-1]


def _head(reading: Reading, view: View) -> tuple[Term, ...]:
    """The noun of "what was the total pay of …": an amount of it is asked for, so the sentence must speak of it."""
    found = _OWNED.match(without_company(reading.folded, view))
    return content_terms(found["phrase"])[-1:] if found is not None else ()


def _says_noun(reading: Reading, own: set[str], view: View) -> bool:
    """Whether a sentence says the noun of "what are the core values", where that is a word that means little elsewhere."""
    found = _OWNED.match(without_company(reading.folded, view))
    noun = found["phrase"].split()[-1] if found is not None else ""
    return not noun.endswith("s") or noun not in STOPWORDS or noun in own


def _thing_and_deed(reading: Reading, view: View) -> tuple[Term, ...]:
    """The noun of "which award did …", and noun and verb of "which ferry line carries the …"."""
    found = _RESTRICTED.search(reading.folded)
    if found is not None:
        return content_terms(found["phrase"])[-1:] if reading.folded.startswith("which ") else ()
    deed = _DEED.match(without_company(reading.folded, view))
    return content_terms(f"{deed['noun']} {deed['verb']}") if deed is not None else ()


def _chaired(best: Scored, reading: Reading, view: View) -> bool:
    """Whether the sentence tells who chairs, and of the body asked for, not of another one."""
    text = fold(best.sentence.text)
    chairs = list(_CHAIRED.finditer(text))
    if not chairs:
        return False
    title = titled_body(reading, view)
    said = fold(told_with(best))
    if title is not None and fold(title) not in re.sub(r"\bby (?:the )?" + re.escape(fold(title)), " ", said):
        return False  # "Data Security Committee" is a name: the Information Security Committee is another body
    body = [q for q in content_terms(without_company(reading.folded, view)) if "chair" not in q.concepts]
    before = terms(best.before.text) if best.before is not None else ()
    around = [(*before, *terms(_clause(text, c.start(), c.end()))) for c in chairs]
    return any(all(any(q.matches(t) for t in near) for q in body if view.linker.tells(q)) for near in around)


def of_that_rank(text: str, span: str, reading: Reading) -> bool:
    """Whether what was found stands in the clause of the "second tier" that is asked about, not in that of the first."""
    which = _ORDINAL.search(reading.folded)
    if which is None:
        return True
    clause = next((c for c in re.split(r"[;.]\s", text) if span.split(";")[0] in c), text)
    return which.group() in fold(clause)


def _clause(text: str, start: int, end: int) -> str:
    """What stands around a stretch up to the next semicolon, within reach."""
    left = text[max(0, start - _REACH) : start].rpartition(";")[2]
    return left + text[start:end] + text[end : end + _REACH].partition(";")[0]


def _same_event(best: Scored, reading: Reading, view: View) -> bool:
    """Whether a date belongs to what is asked: the last telling word of "when was … founded" is said.

    A question of one or two words says so little that nothing of it may be missing.
    """
    content = content_terms(without_company(reading.folded, view))
    if len(content) <= _BRIEF:
        return best.own >= 1.0
    if not content or not view.linker.tells(content[-1]):
        return True
    own = best.sentence.text
    phrase = _OBJECT.search(reading.folded)
    said = terms(told_with(best))
    if phrase is not None and any(
        view.linker.tells(q) and not any(q.matches(t) for t in said) for q in content_terms(phrase["words"])
    ):
        return False
    return any(content[-1].matches(t) for t in terms(own)) or _inflected(content[-1].text, set(words(own)))


def _of_company(text: str, reading: Reading, view: View) -> bool:
    """Whether the sentence speaks of the company where nothing but the company is asked about."""
    names = [n for o in view.organizations for n in short_names(o)]
    content = content_terms(without_company(reading.folded, view))
    if any(view.linker.tells(q) for q in content):
        return True
    subject = re.compile(rf"\b(?:{'|'.join(re.escape(n) for n in names)}|{_WE})\b")
    low = fold(text)
    spots = [t.start for t in terms(text) if any(t.matches(q) for q in content)]
    return any(subject.search(low[max(0, at - _NEAR) : at]) is not None for at in spots)
