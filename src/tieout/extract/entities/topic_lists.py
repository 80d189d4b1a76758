"""Where a page lists topics: printed lines, items behind dashes, and labels that flattening ran together.

In sentence case the next capital begins the next label. In title case nothing marks the border, so that the labels the
catalogue knows are found first, as the cut of the run that explains most of its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, takewhile

from tieout.extract.entities.segments import Segment, runs
from tieout.extract.entities.wording import CONNECTORS, STARTERS

_LEAST_RUN = 6
_MOST_WORDS = 9
_LINE = re.compile(r"[^\n]+")
_JOINED = re.compile(r"(?:\b(?:and|of|the|for|in|to|with|or)|[&,/(–-])$")
_SENTENCE = re.compile(r"[.;:!?•|“”\"]|\d{2,}")
_INTRO = re.compile(
    r"\b(?<!not )(?<!non-)(?:material|key|priority|focal|significant)\s(?:ESG |ESRS |sustainability |non-financial )?"
    r"(?:topics?|issues|aspects|themes|matters|subjects)\b[^•:]{0,260}:\s*(?=[–•-]\s|ESRS [ESG]\d)"
    r"|\b(?:topics|issues|aspects|themes|matters|subjects)\b[^•:.]{0,80}\b(?<!not )(?<!non-)material\s?:"
    r"\s*(?=[–•-]\s|ESRS [ESG]\d)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:(?:^|(?<=[\s:]))[–•-]|ESRS [ESG]\d(?:\s?[–:-])?)\s+")
_MOST_ITEM = 14
_REACH = 1500
_BULLET = re.compile(r"[•▪●■◆‣]\s*()")
_NUMBER = re.compile(r"(?<!\S)([1-9]\d?)[.)]?\s+(?=[A-Z])")
_FRONT = 120
_LEAST_LIKE = 0.6
_TOKEN = re.compile(r"\S+")
_LATE = frozenset(("Management", "Topics"))
"""Words that end a label and never begin one."""
_SMALL = frozenset("and & of for the in to with or / – -".split())
_LEAST_TOKENS = 12
_MOST_TOKENS = 400
_MOST_ACRONYM = 4
_LEAST_KNOWN = 5
_SPARE = range(2, 5)
_JOINS = frozenset(("and", "&"))
_HEADS = frozenset(
    "environment environmental social governance economic esg very important high medium low relevant material key"
    " issues topics aspects".split()
)
"""Words of the heads between the labels of a matrix."""


def label_lists(text: str, known: Callable[[str], float]) -> Iterator[list[Segment]]:
    """Candidate lists of a page about materiality; ``known`` tells how well the catalogue knows a label (0..1)."""
    yield from _marked(text, known)
    if text.count("\n") > _LEAST_RUN:
        yield from _line_runs(text)
    else:
        yield from ([half for s in run for half in _halves(s, known)] for run in runs(text, _LEAST_RUN))
        yield from _title_runs(text, known)


def announced_lists(text: str) -> Iterator[list[Segment]]:
    """The items behind a sentence that announces the material topics."""
    for intro in _INTRO.finditer(text):
        marks = list(_ITEM.finditer(text, intro.end(), intro.end() + _REACH))
        items: list[Segment] = []
        for mark, following in pairwise([*marks, None]):
            if mark is None:
                break
            end = following.start() if following else _last_end(text, mark.end())
            item = text[mark.end() : end].rstrip(" \n,;")
            if len(item.split()) > _MOST_ITEM or re.search(r"[.] [A-Z]", item):
                end = _last_end(text, mark.end())
                item, following = text[mark.end() : end].rstrip(" \n,;"), None
            items.append(Segment(mark.end(), mark.end() + len(item), item))
            if following is None:
                break
        yield items


def _marked(text: str, known: Callable[[str], float]) -> Iterator[list[Segment]]:
    """Labels behind bullets, or behind numbers that are all different and leave few out."""
    for pattern in (_BULLET, _NUMBER):
        run: list[Segment] = []
        numbers: list[int] = []
        for match, following in pairwise([*pattern.finditer(text), None]):
            if match is None:
                break
            end = following.start() if following else len(text)
            item = text[match.end() : end].strip()
            start = match.end() + text[match.end() : end].index(item) if item else end
            last = not _is_label(item) if item else True
            if last and item[:1].isupper():
                item = _known_front(text[start : start + _FRONT], known)
            if item and item[0].isupper():
                run.append(Segment(start, start + len(item), item))
                numbers.append(int(match[1]) if pattern is _NUMBER else len(run))
            if last or following is None:
                told = sum(known(s.text) >= _LEAST_LIKE for s in run)
                whole = len(set(numbers)) == len(numbers) >= _LEAST_RUN and max(numbers) <= 1.5 * len(numbers)
                if whole and 5 * told >= 2 * len(run):
                    yield run
                run, numbers = [], []


def _known_front(text: str, known: Callable[[str], float]) -> str:
    """The words at the front of a text that the catalogue knows best, the longer ones of equals; or ""."""
    tokens = list(_TOKEN.finditer(text))[:_MOST_WORDS]
    ends = [token.end() for token in tokens if token.group().casefold() not in CONNECTORS | STARTERS]
    best = max(((known(text[:end]), end) for end in ends), default=(0.0, 0))
    return text[: best[1]] if best[0] >= _LEAST_LIKE else ""


def _halves(segment: Segment, known: Callable[[str], float]) -> Iterator[Segment]:
    """The label, or two where the catalogue knows what begins at an acronym inside: "Waste reduction GHG emissions"."""
    for token in _TOKEN.finditer(segment.text):
        at = token.start()
        if at and token.group().isupper() and known(segment.text[at:]) == 1 and known(segment.text) < 1:
            yield Segment(segment.start, segment.start + len(segment.text[:at].rstrip()), segment.text[:at].rstrip())
            yield Segment(segment.start + at, segment.end, segment.text[at:])
            return
    yield segment


def _last_end(text: str, start: int) -> int:
    """Where the last item ends: at its line, or before the next word with a capital."""
    line = re.compile(r"[^\n]{1,160}").match(text, start)
    stop = line.end() if line else start
    for token in _TOKEN.finditer(text, start, stop):
        if token.start() > start and token.group()[0].isupper() and text[token.start() - 2] not in "&/–-,":
            return token.start()
    return stop


def _line_runs(text: str) -> Iterator[list[Segment]]:
    """Lines that are labels, each with the lines that go on with it, in runs."""
    run: list[Segment] = []
    for match in _LINE.finditer(text):
        printed = match.group().strip()
        if not printed:
            continue
        start = match.start() + match.group().index(printed[0])
        end = start + len(printed)
        last = run[-1] if run else None
        if last and (printed[0].islower() or printed[0] in "(&" or _JOINED.search(last.text)):
            run[-1] = Segment(last.start, end, text[last.start : end])
            continue
        if last and not _is_label(last.text):
            if len(run) > _LEAST_RUN:
                yield run[:-1]
            run = []
        run.append(Segment(start, end, printed))
    if run and not _is_label(run[-1].text):
        run.pop()
    if len(run) >= _LEAST_RUN:
        yield run


def _is_label(text: str) -> bool:
    return text[0].isupper() and len(text.split()) <= _MOST_ITEM and not _SENTENCE.search(text)


def _title_runs(text: str, known: Callable[[str], float]) -> Iterator[list[Segment]]:
    """Labels in title case, cut by what the catalogue knows; short rests between two known labels are labels too."""
    run: list[tuple[int, int]] = []
    for token in _TOKEN.finditer(text):
        word = token.group()
        small = word in _SMALL
        heading = word.isupper() and len(word) > _MOST_ACRONYM
        if not _SENTENCE.search(word) and (small or word[0].isupper()) and (run or not small) and not heading:
            run.append(token.span())
            continue
        if _LEAST_TOKENS <= len(run) <= _MOST_TOKENS:
            yield from _cut(text, run, known)
        run = []
    if _LEAST_TOKENS <= len(run) <= _MOST_TOKENS:
        yield from _cut(text, run, known)


def _cut(text: str, tokens: Sequence[tuple[int, int]], known: Callable[[str], float]) -> Iterator[list[Segment]]:
    """The cut of a run into labels that explains most words: the best of all cuts, by dynamic programming."""
    best: list[tuple[float, int]] = [(0.0, 0)]  # for each length: words explained, length of the last label (0: none)
    for end in range(1, len(tokens) + 1):
        choice = (best[end - 1][0], 0)
        for size in range(1, min(_MOST_WORDS, end) + 1):
            first, last = tokens[end - size], tokens[end - 1]
            before = text[slice(*tokens[end - size - 1])] if end > size else ""
            if not {text[slice(*first)], text[slice(*last)], before}.isdisjoint(_SMALL) or text[slice(*first)] in _LATE:
                continue
            score = known(text[first[0] : last[1]])
            if score >= (1.0 if size == 1 else 0.75):
                choice = max(choice, (best[end - size][0] + size * score**2, size))
        best.append(choice)
    labels: list[tuple[int, int]] = []
    at = len(tokens)
    while at:
        size = best[at][1]
        if size:
            labels.append((at - size, at))
        at -= size or 1
    labels.reverse()
    inside = labels[-1][1] - labels[0][0] if labels else 0
    if len(labels) < _LEAST_KNOWN or 2 * sum(b - a for a, b in labels) < inside:
        return
    cut: list[tuple[int, int]] = []
    for number, (a, b) in enumerate(labels):
        rest = [text[slice(*token)] for token in tokens[labels[number - 1][1] : a]] if number else []
        tail = list(takewhile(lambda word: word.casefold() not in _HEADS, rest))
        if len(rest) == 1 == len(tail):
            a -= 1  # "Customer" in front of "Privacy and Data Security"
        elif len(tail) in _SPARE and tail[0] in _JOINS:
            cut[-1] = (cut[-1][0], cut[-1][1] + len(tail))  # "and Anti-corruption" behind "Business Ethics"
        elif len(rest) in _SPARE and _SMALL.isdisjoint((rest[0], rest[-1])):
            cut.append((a - len(rest), a))
        cut.append((a, b))
    yield [Segment(tokens[a][0], tokens[b - 1][1], text[tokens[a][0] : tokens[b - 1][1]]) for a, b in cut]
