"""Running headers, footers, navigation bars and page numbers, recognised because they repeat at the pages' edges.

Works on words, not lines, so that it holds for flattened text too. From each edge of a page inwards, words are set
aside while they belong to three-word runs that stand at the same edge of many pages, or are the page's number. A
chapter's name between them (or between the edge and the page number) may differ from page to page, if several pages
have it. Two years in a row are a table's header, never furniture, and no page loses all its words.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tieout.documents.sentences import sentence_spans
from tieout.text import fold

Span = tuple[int, int]

_TOKEN = re.compile(r"\S+")
_WINDOW = 80
"""Words looked at from each edge."""
_RUN = 3
_SHARE = 0.4
"""Share of the pages that have a run before it counts as repeated."""
_LEAST_PAGES = 3
_GAP = 6
"""Longest chapter name, in words, between repeated parts."""
_MOST_SENTENCES = 2
"""Repeated prose (a statement of use on each page of an index) is content, not furniture."""
_PAGE = "#"
_FIRST_YEAR = 1900
"""Figures from here on are years, no page numbers."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOT_INNER = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class _Edge:
    """Words at one edge of a page from the edge inwards: compared forms and their spans."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]


def furniture(pages: Sequence[tuple[int, str]]) -> tuple[tuple[Span, ...], ...]:
    """Spans to set aside, page by page.

    Args:
        pages: number and stored text of each page.

    Returns:
        For each page its spans, in order; empty where nothing repeats.
    """
    if sum(1 for _, text in pages if text.strip()) < _LEAST_PAGES:
        return tuple(() for _ in pages)
    offset = printed_offset(pages)
    found: list[list[Span]] = [[] for _ in pages]
    numbered = [False] * len(pages)
    for tail in (False, True):
        edges = [_edge(number, text, offset, tail=tail) for number, text in pages]
        for at, depth in enumerate(_depths(edges)):
            only_number = edges[at].words[:depth] == (_PAGE,)
            if depth and not (only_number and numbered[at]):  # a page prints its number once: another is a figure
                numbered[at] = _PAGE in edges[at].words[:depth]
                spans = edges[at].spans[:depth]
                found[at].append((min(s for s, _ in spans), max(e for _, e in spans)))
    return tuple(_settled(text, spans) for (_, text), spans in zip(pages, found, strict=True))


def printed_offset(pages: Sequence[tuple[int, str]]) -> int | None:
    """Printed page number minus page number, where the pages' edges agree on it."""
    votes: Counter[int] = Counter()
    for number, text in pages:
        tokens = text[:1000].split()[:_WINDOW] + text[-1000:].split()[-_WINDOW:]
        votes.update(
            {int(t) - number for t in tokens if t.isascii() and t.isdigit() and len(t) <= 4 and int(t) < _FIRST_YEAR}
        )
    if not votes:
        return None
    offset, count = min(votes.items(), key=lambda v: (-v[1], abs(v[0]), v[0]))
    written = sum(1 for _, text in pages if text.strip())
    return offset if count >= max(_LEAST_PAGES, _SHARE * written) else None


def _edge(number: int, text: str, offset: int | None, *, tail: bool) -> _Edge:
    size = _WINDOW * 16
    start = max(0, len(text) - size) if tail else 0
    matches = list(_TOKEN.finditer(text, start, len(text) if tail else min(len(text), size)))
    matches = matches[::-1][:_WINDOW] if tail else matches[:_WINDOW]
    printed = "" if offset is None else str(number + offset)
    words = tuple(
        _PAGE if printed and m.group().lstrip("0") == printed else _NOT_INNER.sub("", fold(m.group())) for m in matches
    )
    return _Edge(words, tuple(m.span() for m in matches))


def _depths(edges: Sequence[_Edge]) -> list[int]:
    """How many words from the edge are furniture, for each page."""
    written = sum(1 for edge in edges if edge.words)
    need = max(_LEAST_PAGES, round(_SHARE * written))
    placed: Counter[tuple[int, tuple[str, ...]]] = Counter()
    anywhere: Counter[tuple[str, ...]] = Counter()
    names: Counter[tuple[str, ...]] = Counter()
    for edge in edges:
        runs = [(i, edge.words[i : i + _RUN]) for i in range(len(edge.words) - _RUN + 1)]
        placed.update(runs)
        anywhere.update({run for _, run in runs})
        names.update(_grams(edge.words[: 2 * _GAP]))
    known = _Known(
        frozenset(run for run, count in placed.items() if count >= need),
        frozenset(run for run, count in anywhere.items() if count >= need),
        names,
    )
    return [_depth(edge.words, known) for edge in edges]


@dataclass(frozen=True, slots=True)
class _Known:
    """What repeats: runs at their distance from the edge, runs at any distance, and short word sequences by count."""

    placed: frozenset[tuple[int, tuple[str, ...]]]
    anywhere: frozenset[tuple[str, ...]]
    names: Counter[tuple[str, ...]]


def _grams(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {words[i:j] for i in range(len(words)) for j in range(i + 1, min(len(words), i + _GAP + 1) + 1)}


def _depth(words: tuple[str, ...], known: _Known) -> int:
    runs = [words[i : i + _RUN] for i in range(len(words) - _RUN + 1)]
    held = [False] * len(words)
    for i, run in enumerate(runs):
        if (i, run) in known.placed:
            held[i : i + _RUN] = [True] * _RUN
    depth = at = 0
    shifted = False
    while at < len(words):
        if words[at] == _PAGE:
            across = at + 1 < len(words) and any(
                run in known.anywhere for run in runs[max(0, at - 1) : at + 1] if _PAGE in run[:-1]
            )
            at += 1
            depth = at
            if at > 1 and not across:
                break
            continue
        if not (held[at] or (shifted and _in_run(runs, known.anywhere, at))):
            at = _after_name(words, runs, known, at)
            shifted = True
            if at < 0:
                break
            continue
        at += 1
        depth = at
    years = [i for i, word in enumerate(words[:depth]) if _YEAR.fullmatch(word)]
    if any(second == first + 1 for first, second in itertools.pairwise(years)):
        return 0
    return depth if depth > 1 or (depth == 1 and words[0] == _PAGE) else 0


def _in_run(runs: list[tuple[str, ...]], known: frozenset[tuple[str, ...]], at: int) -> bool:
    return any(run in known for run in runs[max(0, at - _RUN + 1) : at + 1])


def _after_name(words: tuple[str, ...], runs: list[tuple[str, ...]], known: _Known, at: int) -> int:
    """Where furniture goes on after a chapter's name at ``at``; -1 where it does not."""
    for j in range(at + 1, min(len(words), at + _GAP + 1)):
        if words[j] == _PAGE or (j < len(runs) and runs[j] in known.anywhere):
            return j if known.names[words[at : j + 1]] >= _LEAST_PAGES else -1
    return -1


def _settled(text: str, spans: list[Span]) -> tuple[Span, ...]:
    """The spans pulled back to whole lines where the page has lines, and given up where nothing else would stay."""
    kept: list[Span] = []
    for start, end in sorted(spans):
        if start > 0 and text[:start].strip():
            line = text.rfind("\n", 0, start) + 1
            if line and text[line:start].strip():
                start = text.find("\n", start) + 1 or len(text)
        elif text[end:].strip():
            line = text.find("\n", end)
            has_lines = line >= 0 or "\n" in text[:end]
            if has_lines and text[end : line if line >= 0 else len(text)].strip():
                end = text.rfind("\n", 0, end) + 1
        sentences = sentence_spans(text, start, end)
        if len(sentences) > _MOST_SENTENCES and start > 0:
            start = sentences[-1][0]  # the bar stands after the last sentence
            sentences = sentences[-1:]
        if 0 < len(sentences) <= _MOST_SENTENCES:
            kept.append((start, end))
    rest = text
    for start, end in reversed(kept):
        rest = rest[:start] + rest[end:]
    if kept and not any(c.isalpha() for c in rest):
        return tuple(s for s in kept if not any(c.isalpha() for c in text[s[0] : s[1]]))
    return tuple(kept)
