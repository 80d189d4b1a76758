"""The shortest stretch of a sentence that still proves an answer: whole clauses, with the question's words and the answer in it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from tieout.ask.passages.sentences import Sentence, part
from tieout.ask.wording.words import Term, terms
from tieout.model import Passage
from tieout.patterns import lazy

SHORT = 22
"""Words; a sentence of so few is quoted whole."""
_JOINT = lazy(
    r"(?<=[,;:])\s+|\s+[–—]\s+|\s+(?=(?:and|but|which|where|while|whereas|with|as well as|in order to|including|comprising|consisting)\s[a-z“\"])"
)
_LINE_HYPHEN = lazy(r"(?<=[a-zà-ÿ])-\s?(?=[a-zà-ÿ])")


def cut(sentence: Sentence, content: Sequence[Term], answer: str, *, open_end: bool) -> Passage:
    """The passage of the fewest clauses that say of the question what the whole sentence says, and the answer.

    Args:
        sentence: the sentence that answers.
        content: the question's telling terms.
        answer: the words or the figure that answer; empty where the answer is what the sentence goes on to say.
        open_end: keep everything behind the question's words.
    """
    quote = sentence.passage.quote
    if len(quote.split()) <= SHORT:
        return sentence.passage
    bounds = [0, *(m.end() for m in _JOINT.finditer(quote)), len(quote)]
    pieces = [quote[a:b] for a, b in itertools.pairwise(bounds)]
    spoken = [(*terms(p), *terms(_LINE_HYPHEN.sub("", p))) for p in pieces]
    needed = [{i for i, own in enumerate(spoken) if any(q.matches(t) for t in own)} for q in content]
    needed = [spots for spots in needed if spots]
    place = _find(answer, quote) if answer else None
    if answer and place is None:
        return sentence.passage
    if place is not None:
        held = {i for i in range(len(pieces)) if bounds[i] < place[1] and place[0] < bounds[i + 1]}
        needed += [{i} for i in held]
    if not needed:
        return sentence.passage
    best: tuple[int, int, int] | None = None
    for first in range(len(pieces)):
        last = _reach(first, needed)
        if last is not None:
            end = len(pieces) - 1 if open_end else last
            size = bounds[end + 1] - bounds[first]
            best = min(best, (size, first, end)) if best is not None else (size, first, end)
    if best is None:
        return sentence.passage
    start, end = bounds[best[1]], bounds[best[2] + 1]
    tail = re.search(r"[\s,;:–—]+$", quote[start:end])
    return part(sentence, start, end - (len(tail.group()) if tail is not None else 0))


def _reach(first: int, needed: Sequence[set[int]]) -> int | None:
    """The nearest piece up to which, from ``first`` on, everything needed is said; None where something is not."""
    last = first
    for spots in needed:
        later = [i for i in spots if i >= first]
        if not later:
            return None
        last = max(last, min(later))
    return last


def _find(answer: str, quote: str) -> tuple[int, int] | None:
    """Where an answer stands in the quote: a figure with or without separators, words with hyphens at line ends."""
    digits = re.match(r"\d+(?:\.\d+)?", answer)
    if digits is not None:
        pattern = r",?".join(re.escape(c) for c in digits.group())
        found = re.search(rf"(?<![\d.,]){pattern}(?!\d)", quote)
    else:
        letters = [re.escape(c) for c in answer if not c.isspace() and c != "-"][:160]
        found = re.search(r"[-\s]{0,3}".join(letters), quote)
    return (found.start(), found.end()) if found is not None else None


def around(sentence: Sentence, content: Sequence[Term]) -> Passage:
    """The stretch of a long sentence with the most of the question in it."""
    quote = sentence.passage.quote
    words = list(re.finditer(r"\S+", quote))
    hits = [any(q.matches(t) for t in terms(w.group()) for q in content) for w in words]
    width = min(45, len(words))
    best = max(range(len(words) - width + 1), key=lambda i: (sum(hits[i : i + width]), -i))
    return part(sentence, words[best].start(), words[best + width - 1].end())
