"""What a question demands of the sentence that answers it, beyond likeness: its numbers, names, restrictions and subject.

"Which hydrogen projects" is not answered by other projects, "who chairs the audit committee" not by the chair of another
one, and "when was the company founded" not by the founding year of somebody else. These words restrict what is asked for,
so the sentence, or the one it goes on from, must say them.
"""

from __future__ import annotations

import re

from tieout.ask.focus import content_terms
from tieout.ask.question import Reading
from tieout.ask.scope import short_names
from tieout.ask.sentence_ranking import Scored
from tieout.ask.spans import Wanted
from tieout.ask.view import View
from tieout.ask.words import Term, terms
from tieout.text import fold, words

_HEAVY = 3.0
"""The weight from which a word restricts: generic and light words do not."""
_NAME = re.compile(r"(?<=[\w,;:] )([A-Z][\w&.-]*[A-Z][\w&.-]*|[A-Z][a-z]{2,})(?=\W|$)")
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:\.\d+)?(?!\w)")
_AUXILIARY = r"(?:is|are|was|were|do|does|did|has|have|had|can|will|must|may|should)"
_RESTRICTED = re.compile(rf"\b(?:which|what) (?!{_AUXILIARY}\b)(?P<phrase>[\w’'-]+(?: (?!of\b|for\b|how\b|that\b|the\b)[\w’'-]+){{0,4}}?) {_AUXILIARY}\b")
_NAMED = re.compile(
    r"\bname of (?:the |its |their |an? )?(?P<phrase>.{3,80}?)(?: (?:for|in|on|that|which|who)\b|[?.,]|$)|"
    r"^what (?:is|was) (?:the |its )?(?P<called>.{3,80}?)(?: (?:for|of|in|on|that|which) .{1,80}?)? (?:called|named|titled|entitled)\b"
)
_CHAIRING = r"chair|head|lead|run|preside"
_CHAIRED = re.compile(
    r"\b(?:chaired|headed|led|run|presided over) by\b|\bchairs?\b|\bchair(?:man|woman|person)\b|\bleads? the\b|\bhead of the\b|\bheads the\b|"
    r"\bpresides\b|\bresponsible for\b"
)
_TITLE = r"chair(?:man|woman|person)?|president|ceo|cfo|cto|coo|chief [\w ]{3,40}|head of .+|.{0,40}director|.{0,40}officer|.{0,40}secretary|.{0,30}manager"
_WHO_IS = re.compile(
    rf"^(?:who (?:is|was|are|were)|what (?:is|was) the name of) (?:the |its |their |your |our )?(?P<title>{_TITLE})\b"
)
_PERSON = re.compile(
    r"\b(?:(?:Mr|Ms|Mrs|Dr|Prof)\.? )?[A-Z][\w’-]*[a-zà-ÿ](?: [A-Z]\.)?(?: (?:van|von|de|der|den|bin|al))*(?: [A-Z][\w’-]*[a-zà-ÿ]){1,3}"
)
_WE = r"(?:we|our|the (?:company|group|firm|bank|issuer|reit|corporation))"
_NEAR = 90


def meets(best: Scored, reading: Reading, kind: Wanted, view: View) -> bool:
    """Whether a sentence, with the one it goes on from, says all that the question insists on."""
    text = best.sentence.text
    own = set(words(text))
    if any(n not in own for n in _NUMBER.findall(reading.folded) if n not in reading.years):
        return False
    names = {fold(m.group(1)) for m in _NAME.finditer(reading.text)}
    if any(name in best.unsaid and not _inflected(name, own) for name in names):
        return False
    quote = best.sentence.passage.quote
    if any(year not in quote and year != view.period for year in reading.years):
        return False
    said = terms(f"{best.before.text if best.before is not None else ''} {text}")
    if any(_heavy(q, view) and not any(q.matches(t) for t in said) for q in _restrictions(reading, view)):
        return False
    if kind is Wanted.PERSON and reading.has(_CHAIRING) and not _chaired(best, reading, said, view):
        return False
    return not (kind in {Wanted.DATE, Wanted.PLACE} and not _of_company(text, reading, view))


def person_named(text: str, page: str, reading: Reading) -> str | None:
    """The person that a sentence names beside the title asked for ("Chairman Ms. Ada Byron"), or None.

    Args:
        text: the sentence.
        page: the whole page: what it writes in small letters elsewhere is no name.
        reading: the question.
    """
    asked = asks_for_person(reading)
    if asked is None:
        return None
    common = set(re.findall(r"\b[a-z]+\b", page))
    title = terms(asked)
    for found in _PERSON.finditer(text):
        name = re.sub(r"^(?:Mr|Ms|Mrs|Dr|Prof)\.? ", "", found.group())
        parts = name.split()
        while parts and any(t.matches(q) for t in terms(parts[-1]) for q in title):
            parts.pop()
        while parts and any(t.matches(q) for t in terms(parts[0]) for q in title):
            parts.pop(0)
        around = terms(f"{text[max(0, found.start() - 40) : found.start()]} {found.group()} {text[found.end() : found.end() + 40]}")
        if (
            len(parts) > 1
            and not any(w.lower() in common for w in parts)
            and all(any(q.matches(t) for t in around) for q in title)
        ):
            return " ".join(parts)
    return None


def asks_for_person(reading: Reading) -> str | None:
    """The title whose holder is asked for by name ("who is the chairman"), or None; not who chairs a body."""
    found = _WHO_IS.match(reading.folded)
    if found is None or re.search(r"\b(?:committee|council|panel|group|team)\b", reading.folded):
        return None
    return re.sub(r" (?:of|at|in) .*$", "", found["title"]) if not found["title"].startswith("head of") else found["title"]


def _heavy(term: Term, view: View) -> bool:
    return view.linker.weight(term) >= _HEAVY


def _inflected(name: str, own: set[str]) -> bool:
    """Whether a name stands there with an ending ("Iceland", "Icelandic")."""
    return len(name) > 3 and any(w.startswith(name) for w in own)


def _restrictions(reading: Reading, view: View) -> tuple[Term, ...]:
    """The words that restrict the thing asked for: what stands before the noun of "which … noun", all of a named thing."""
    names = [n for o in view.organizations for n in short_names(o)]
    named = _NAMED.search(reading.folded)
    if named is not None:
        phrase = named["phrase"] or named["called"]
        for name in names:
            phrase = phrase.replace(name, " ")
        content = content_terms(phrase)
        return content if named["phrase"] else content[:-1]
    found = _RESTRICTED.search(reading.folded)
    return content_terms(found["phrase"])[:-1] if found is not None else ()


def _chaired(best: Scored, reading: Reading, said: tuple[Term, ...], view: View) -> bool:
    """Whether the sentence tells who chairs, and of the body asked for, not of another one."""
    if _CHAIRED.search(fold(best.sentence.text)) is None:
        return False
    names = [n for o in view.organizations for n in short_names(o)]
    folded = reading.folded
    for name in names:
        folded = re.sub(rf"\b{re.escape(name)}(?:['’]s)?(?!\w)", " ", folded)
    body = [q for q in content_terms(folded) if "chair" not in q.concepts]
    return all(any(q.matches(t) for t in said) for q in body if _heavy(q, view))


def _of_company(text: str, reading: Reading, view: View) -> bool:
    """Whether the sentence speaks of the company where nothing but the company is asked about."""
    folded = reading.folded
    names = [n for o in view.organizations for n in short_names(o)]
    for name in names:
        folded = re.sub(rf"\b{re.escape(name)}(?:['’]s)?(?!\w)", " ", folded)
    content = content_terms(folded)
    if any(_heavy(q, view) for q in content):
        return True
    subject = re.compile(rf"\b(?:{'|'.join(re.escape(n) for n in names)}|{_WE})\b")
    low = fold(text)
    spots = [t.start for t in terms(text) if any(t.matches(q) for q in content)]
    return any(subject.search(low[max(0, at - _NEAR) : at]) is not None for at in spots)
