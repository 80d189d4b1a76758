"""Sentences that answer what the climate standards ask in words: TCFD, IFRS S2 and Part D of the HKEX code alike.

A sentence counts for a clause when it holds all of the clause's words; plans and denials count for nothing. Figures are
evidence by their metrics (``evidence``), so only the narrative paragraphs stand here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tieout.extract.clauses.stream import Stream
from tieout.model import Passage, Report

_MOST_EACH = 3
_LONGEST = 420
_LINE = 120
_SENTENCE = re.compile(r"[^\s.!?][^.!?]{20,}?(?:[.!?](?=\s|$)|$)|[^\s.!?][^.!?]{20,}")
_ABOUT = re.compile(r"climat|carbon|emission|physical risk|transition(?:al)? risk|net[- ]zero|GHG", re.IGNORECASE)
_NOT_DONE = re.compile(
    r"\b(?:will|plans? to|planned|intends? to|in the future|not yet|does not|do not|has not|have not|did not|cannot"
    r"|no internal|next year)\b|\b(?:Describe|Disclose) ",
    re.IGNORECASE,
)
_CLIMATE = r"climat"
_BUSINESS = r"(?:business|operations|strateg|revenue|costs?\b|financial|value chain|company)"


@dataclass(frozen=True, slots=True)
class _Cue:
    """The clauses that a sentence answers when it holds all ``words``; ``ahead`` where it may speak of the future."""

    clauses: tuple[str, ...]
    words: tuple[str, ...]
    ahead: bool = False


_CUES: tuple[_Cue, ...] = (
    _Cue(
        ("hkex-c2:D19(a)", "ifrs-s2:S2.6(a)", "tcfd:TCFD-GOV-a"),
        (
            r"\b(?:board|directors)\b[^.]{0,120}(?:overs(?:ee|aw|ight)|supervis(?!ory)|responsib|monitor)[^.]{0,120}climat"
            r"|climat[^.]{0,120}(?:overs(?:een|ight)|supervis(?!ory)|responsib|monitor)[^.]{0,60}\b(?:board|directors)\b",
        ),
    ),
    _Cue(
        ("hkex-c2:D19(b)", "ifrs-s2:S2.6(b)", "tcfd:TCFD-GOV-b"),
        (
            _CLIMATE,
            r"\bmanagement\b(?! (?:of|process|system|framework))|\bexecutive|\bcommittee|working group|\bofficer",
            r"coordinat|responsib|implement|reports? to\b|reporting to\b|guid",
        ),
    ),
    _Cue(
        ("hkex-c2:D20(a)", "ifrs-s2:S2.10", "tcfd:TCFD-STR-a"),
        (
            r"(?:physical|transition(?:al)?)(?: \w+){0,2} risks?",
            r"storm|flood|drought|heat|sea level|weather|regulat|polic(?:y|ies)|carbon pric|technolog|reputation",
            r"climat|weather|carbon",
        ),
    ),
    _Cue(("hkex-c2:D20(d)",), (r"climat|risk", r"short[- ]?term\W{0,3}\(?[^)]{0,30}?\d[^)]{0,12}years?"), ahead=True),
    _Cue(
        ("hkex-c2:D21(a)", "ifrs-s2:S2.13", "tcfd:TCFD-STR-b"),
        (
            r"climat(?:e change|e[- ]related|ic)[^.]{0,60}\b(?:impact|affect|effect)\w*\b[^.]{0,60}\b"
            + _BUSINESS
            + r"|\b(?:impact|effect)\w*\b[^.]{0,30}\bclimate(?: change|[- ]related)[^.]{0,60}\b"
            + _BUSINESS,
        ),
    ),
    _Cue(
        ("hkex-c2:D22(a)", "ifrs-s2:S2.14(a)"),
        (r"climat|carbon", r"transition plan|decarboni[sz]ation|action plan|mitigat|adapt(?:ation|ing)"),
    ),
    _Cue(
        ("hkex-c2:D26(b)", "ifrs-s2:S2.22(b)", "tcfd:TCFD-STR-c"),
        (r"climat|carbon|emission", r"scenario analys[ie]s|climate scenarios?|\bRCP ?\d|\bSSP ?\d"),
    ),
    _Cue(
        ("hkex-c2:D27(a)", "ifrs-s2:S2.25(a)", "tcfd:TCFD-RM-a"),
        (
            _CLIMATE,
            r"\brisks?",
            r"\bidentif",
            r"\bassess|\bevaluat",
            r"process|procedure|annual|regular|framework|review",
        ),
    ),
    _Cue(
        ("tcfd:TCFD-RM-b",),
        (_CLIMATE, r"\brisks?", r"\bmanag(?:e|es|ing)\b|\bmitigat|\bcontrol", r"process|procedure|framework|measures"),
    ),
    _Cue(
        ("hkex-c2:D27(c)", "ifrs-s2:S2.25(c)", "tcfd:TCFD-RM-c"),
        (_CLIMATE, r"integrat|incorporat|embed", r"risk management|\bERM\b"),
    ),
    _Cue(("hkex-c2:D29(a)",), (r"GHG Protocol|Greenhouse Gas Protocol|ISO 14064",)),
    _Cue(
        ("hkex-c2:D34", "ifrs-s2:S2.29(f)"),
        (r"internal carbon pric|shadow (?:carbon )?pric|internal price (?:on|of|for) carbon",),
    ),
    _Cue(
        ("hkex-c2:D35", "ifrs-s2:S2.29(g)"),
        (r"climat|emission|carbon", r"remunerat|bonus|incentive (?:plan|scheme)|variable pay"),
    ),
    _Cue(
        ("hkex-c2:D37", "ifrs-s2:S2.33", "tcfd:TCFD-MT-c"),
        (
            r"target|goal|commit|\baim|achiev",
            r"net[- ]zero|(?:carbon|climate)[- ]neutral|reduc\w+[^.]{0,60}emissions|emissions? reduc",
            r"\b(?:by|until|in) (?:the end of )?20[2-9]\d",
        ),
        ahead=True,
    ),
    _Cue(
        ("hkex-c2:D38", "ifrs-s2:S2.34"),
        (r"target", r"validat|approved by", r"SBTi|Science[- ]Based Targets"),
    ),
)
# What a page says in a table, whose cells are no sentences; the first of the words is what is quoted.
_KINDS = (r"physical(?: \w+){0,2} risks?", r"transition(?:al)?(?: \w+){0,2} risks?", _CLIMATE)
_PAGE_CUES: tuple[_Cue, ...] = (
    _Cue(("hkex-c2:D20(a)", "hkex-c2:D20(b)", "ifrs-s2:S2.10", "tcfd:TCFD-STR-a"), _KINDS),
    _Cue(("hkex-c2:D20(c)",), (*_KINDS, r"short[- ]?term", r"(?:medium|mid|long)[- ]?term")),
)


def _compiled(cues: Sequence[_Cue]) -> tuple[tuple[_Cue, tuple[re.Pattern[str], ...]], ...]:
    return tuple((cue, tuple(re.compile(words, re.IGNORECASE) for words in cue.words)) for cue in cues)


_COMPILED, _COMPILED_PAGES = _compiled(_CUES), _compiled(_PAGE_CUES)


def answers(report: Report, stream: Stream, indexes: Sequence[tuple[int, int]]) -> dict[str, list[Passage]]:
    """Sentences by clause id, at most three each, outside the ``indexes`` (half-open stream spans)."""
    found: dict[str, list[Passage]] = {}
    for index in range(len(stream.pages)):
        start, end = stream.page_span(index)
        _read_page(report, stream, start, end, indexes, found)
        for m in _SENTENCE.finditer(stream.text, start, end):
            sentence = m.group()[:_LONGEST]
            if not _ABOUT.search(sentence) or any(low <= m.start() < high for low, high in indexes):
                continue
            not_done = _NOT_DONE.search(sentence) is not None
            for cue, words in _COMPILED:
                if (not_done and not cue.ahead) or not all(word.search(sentence) for word in words):
                    continue
                _add(found, cue, stream.passage(report, m.start(), m.start() + len(sentence)))
    return found


def _add(found: dict[str, list[Passage]], cue: _Cue, passage: Passage | None) -> None:
    for clause in cue.clauses:
        if passage is not None and len(found.setdefault(clause, [])) < _MOST_EACH:
            found[clause].append(passage)


def _read_page(
    report: Report,
    stream: Stream,
    start: int,
    end: int,
    indexes: Sequence[tuple[int, int]],
    found: dict[str, list[Passage]],
) -> None:
    """What a whole page says, from the first of the words on, a line's length of it."""
    for cue, words in _COMPILED_PAGES:
        first = words[0].search(stream.text, start, end)
        if first is None or any(low <= first.start() < high for low, high in indexes):
            continue
        if all(word.search(stream.text, start, end) for word in words[1:]):
            _add(found, cue, stream.passage(report, first.start(), min(end, first.start() + _LINE)))
