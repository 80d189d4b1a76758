"""Words as they are compared: stems and concepts.

A *term* is a word or a set phrase of the language of reporting, with the concepts it can stand for. Two terms match
when they share a concept; a word that no phrase knows stands for its own stem. So "vendor base" meets "suppliers" and
"people on the payroll" meets "employees", without any word of a report in code.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tieout.ask.wording.concepts import CONCEPTS
from tieout.ask.wording.lexicon import IRREGULAR, NUMBER_WORDS, STOPWORDS
from tieout.patterns import lazy
from tieout.text import fold

_WORD = lazy(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?|%|[€$£¥]")
_LONGEST_PHRASE = 6
_OPPOSITE = {"non_hazardous": "hazardous", "overseas": "mainland"}
"""Concepts that every name of another stands for when "non" goes before it."""


@dataclass(frozen=True, slots=True)
class Term:
    """A compared unit: its text, its half-open span in the folded text, the stems and the concepts it stands for."""

    text: str
    start: int
    end: int
    concepts: frozenset[str]

    def matches(self, other: Term) -> bool:
        """Whether both can stand for the same concept."""
        return not self.concepts.isdisjoint(other.concepts)


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A light stem of a folded English word: plural, -ing, -ed and -ly endings go, irregular forms are looked up."""
    word = word.replace("’", "'").removesuffix("'s")
    if word in NUMBER_WORDS:
        return NUMBER_WORDS[word]
    if word in IRREGULAR:
        base = IRREGULAR[word]
        return base if base == word else stem(base)
    if len(word) <= 3 or not word.isalpha():
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: len(word) - len(ending)] + instead
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiosl":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 4 else word


_DERIVED = (
    ("ation", ("", "at")), ("ability", ("abl",)), ("ibility", ("ibl",)), ("ity", ("",)), ("ely", ("",)), ("ly", ("",)), ("ment", ("",)),
    ("ance", ("",)), ("al", ("",)), ("ness", ("",)), ("ection", ("ect",)), ("ption", ("pt",)), ("ution", ("ut",)), ("uction", ("uc",)),
    ("ision", ("id",)), ("ersion", ("ert",)),
)  # fmt: skip
"""Endings of words made from others: "installation" of "install", "management" of "manage", "conversion" of "convert"."""
_SHORTEST = 5


@lru_cache(maxsize=16384)
def _derived(word: str) -> tuple[str, ...]:
    """The stems of the words that a noun or adverb is made from."""
    word = word if word.endswith("ss") else word.removesuffix("s")
    for ending, instead in _DERIVED:
        if word.endswith(ending) and len(word) - len(ending) + len(instead[0]) >= _SHORTEST:
            return tuple((word.removesuffix(ending) + i).removesuffix("e") for i in instead)
    return ()


_ENDINGS = (
    ("isations", "iz"), ("izations", "iz"), ("isation", "iz"), ("ization", "iz"), ("ising", "iz"), ("ised", "iz"),
    ("ises", "iz"), ("izes", "iz"), ("ise", "iz"), ("ize", "iz"), ("sses", "ss"), ("ies", "y"), ("ings", ""), ("ing", ""), ("edly", ""), ("eed", "ee"),
    ("ied", "y"), ("ed", ""), ("ously", "ous"), ("ally", "al"), ("ss", "ss"), ("us", "us"), ("is", "is"), ("s", ""),
)  # fmt: skip


@lru_cache(maxsize=1)
def _phrases() -> tuple[dict[tuple[str, ...], frozenset[str]], dict[str, int]]:
    """Stemmed phrase -> the concepts it can stand for; and the most words of a phrase that begins with a stem."""
    found: dict[tuple[str, ...], set[str]] = {}
    longest: dict[str, int] = {}
    for concept, own in CONCEPTS.items():
        denied = [f"non {phrase}" for phrase in CONCEPTS.get(_OPPOSITE.get(concept, ""), ())]
        for phrase in (concept.replace("_", " "), *own, *denied):
            stems = tuple([stem(w) for w in _WORD.findall(fold(phrase))])
            found.setdefault(stems, set()).add(concept)
            if len(stems) <= _LONGEST_PHRASE:
                longest[stems[0]] = max(len(stems), longest.get(stems[0], 0))
    return {stems: frozenset(concepts) for stems, concepts in found.items()}, longest


@lru_cache(maxsize=16384)
def terms(text: str) -> tuple[Term, ...]:
    """The terms of a text in order, longest phrases first, stop words left out."""
    folded = fold(text).replace("-", " ").replace("‐", " ")
    words = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(folded)]
    stems = tuple([stem(word) for word, _, _ in words])
    phrases, longest = _phrases()
    found: list[Term] = []
    at = 0
    while at < len(words):
        for length in range(min(longest.get(stems[at], 0), len(words) - at), 0, -1):
            concepts = phrases.get(stems[at : at + length])
            if concepts is not None:
                start, end = words[at][1], words[at + length - 1][2]
                own = frozenset({stems[at], *_derived(words[at][0])}) if length == 1 else frozenset()
                found.append(Term(folded[start:end], start, end, concepts | own))
                at += length
                break
        else:
            word, start, end = words[at]
            if word.removesuffix("'s").removesuffix("’s") not in STOPWORDS:
                found.append(Term(word, start, end, frozenset({stems[at], *_derived(word)})))
            at += 1
    return tuple(found)


@lru_cache(maxsize=16384)
def concepts(text: str) -> frozenset[str]:
    """All concepts that a text's terms can stand for."""
    return frozenset().union(*(t.concepts for t in terms(text)))
