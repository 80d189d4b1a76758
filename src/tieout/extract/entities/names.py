"""Proper names in running text that hold a telling noun: "the Reputation Risk Management Policy".

A name is read backwards from its head noun over capitalised words and small connectors, and forwards where a
preposition follows the head ("Code of Conduct", "Rules for …"). A comma belongs to it only where what stands before is
no finished name itself ("Acquisition, Development, and Maintenance Measures", but "the Risk Policy, Tax Policy and Data
Policy" are three); "the" only behind a preposition; the end of a sentence and of a short line never. Strong heads are
read first, so that a weak one may stand inside their names ("Data Standards Management Measures"). Linear in the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tieout.extract.entities.wording import (
    BRIDGES,
    CLOSERS,
    CONNECTORS,
    FORWARD_HEADS,
    INITIALS,
    LAW_HEADS,
    OPENERS,
    PREPOSITIONS,
    RULING_HEADS,
    STARTERS,
    STRONG_HEADS,
    WEAK_HEADS,
)

_WORD_PART = r"(?:[\w’'&/–-](?<!(?<=[a-z])T(?=he\b))|\.(?!(?<=[a-z]\.)[A-Z][a-z]))"
"""A character inside a word; "Conduct.Staff" and "ValuesThe" are two words each whose space the text layer lost."""
_TOKEN = re.compile(rf"[^\W_]{_WORD_PART}*|—|\([A-Z][a-z]{{2,20}}\)|[,;:!?•()“”\"\[\]*+|·]|&|\.|(?<=\s)[–-](?=\s)")
_EDITION = re.compile(
    r"\s*(\((?:19|20)\d\d (?:Edition|Version|Revision)\)|\(\[(?:19|20)\d\d\] No\. ?\d{1,5}\)|\(Exposure Draft\))"
)
_NUMBERED = re.compile(r"\d|[A-Z]{1,3}\d|[IVX]+$")
_ABBREVIATION = re.compile(r"(?:[A-Z]\.)+$")
_STOPPED = re.compile(r"[^.]\.$")
_MOST_WORDS = 24
_MOST_FORWARD = 44
_SHORT_LINE = 46
"""A line of fewer characters ends because its cell or heading ends, not because the column is full."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a page's body: half-open span, text, head noun, whether words follow the head, and what comes next.

    ``run_on`` tells that a capitalised word follows directly, as when headings and cells are run together.
    """

    start: int
    end: int
    text: str
    head: str
    forward: bool = False
    run_on: bool = False
    edition: bool = False


class _Token(NamedTuple):
    start: int
    end: int
    text: str
    stops: bool
    """Whether a sentence or a short line ends behind it."""

    @property
    def word(self) -> str:
        return self.text.casefold()

    @property
    def starts(self) -> bool:
        """Whether it begins a sentence rather than a name; "IT" does not."""
        return self.word in STARTERS and not (self.text.isupper() and len(self.text) > 1)

    @property
    def proper(self) -> bool:
        text = self.text.removeprefix("(")
        return text[:1].isupper() and not _NUMBERED.match(text)


def _tokens(text: str) -> list[_Token]:
    tokens = []
    for match in _TOKEN.finditer(text):
        word, end = match.group(), match.end()
        stops = False
        if len(word) > 1 and word.endswith(".") and not _ABBREVIATION.match(word):
            stops = _STOPPED.search(word) is not None
            word = word.rstrip(".")
            end = match.start() + len(word)
        if not stops and "\n" in (after := text[end : end + 2]) and after.lstrip(" ")[0] == "\n":
            begin = text.rfind("\n", max(0, end - _SHORT_LINE), end) + 1
            short = begin > 0 or end < _SHORT_LINE
            stops = short and word not in CONNECTORS and word not in {"&", ","}
        tokens.append(_Token(match.start(), end, word, stops))
    return tokens


def find_names(text: str) -> Iterator[Name]:
    """Names of rule books and laws, in order of their place; a place belongs to one name."""
    tokens = _tokens(text)
    taken = bytearray(len(tokens) + 1)
    found: list[Name] = []
    words = [token.word for token in tokens]
    for heads in (LAW_HEADS | STRONG_HEADS | RULING_HEADS, WEAK_HEADS):
        for at in (at for at, word in enumerate(words) if word in heads):
            token = tokens[at]
            if taken[at] or not token.proper or token.text == "ACT":
                continue  # in capitals it is the initials of something
            if token.word in STRONG_HEADS and _bridged(tokens, at):
                continue  # "Policy Management Measures": the head is still to come
            if token.word in WEAK_HEADS and _weak_goes_on(tokens, at):
                continue
            last = _forwards(tokens, at)
            first = _backwards(tokens, at, taken, of_code=token.word == "code" and last > at and tokens[at + 2].proper)
            if token.word in RULING_HEADS and last == at:
                continue  # "Notice" alone heads a name only where "of", "on" or "for" follows
            if last - first < 1:
                continue
            for i in range(first, last + 1):
                taken[i] = 1
            found.append(_named(text, tokens, first, at, last))
    return iter(sorted(found, key=lambda name: name.start))


def _named(text: str, tokens: Sequence[_Token], first: int, at: int, last: int) -> Name:
    start, end = tokens[first].start, tokens[last].end
    if text[end - 2 : end] in {"’s", "'s"}:
        end -= 2
    edition = _EDITION.match(text, end)
    end = edition.end(1) if edition else end
    following = tokens[last + 1] if last + 1 < len(tokens) and not edition and not tokens[last].stops else None
    run_on = following is not None and following.proper and not following.starts
    if run_on or (following is not None and following.word == "and"):
        # A list of names, with or without "and": the next one ends in a head of its own.
        listed = not run_on or last - first > 1
        after = last + 1 if run_on else last + 2
        run_on = after < len(tokens) and tokens[after].proper and not (listed and _heads_soon(tokens, after))
    run_on = run_on and tokens[last].word not in CLOSERS
    return Name(start, end, text[start:end], tokens[at].word, last > at, run_on, edition is not None)


def _heads_soon(tokens: Sequence[_Token], at: int) -> bool:
    """Whether a name with a head of its own begins here."""
    for token in tokens[at : at + 10]:
        if token.word in STRONG_HEADS | WEAK_HEADS | LAW_HEADS:
            return True
        if not token.proper and token.text not in CONNECTORS:
            return False
    return False


def _bridged(tokens: Sequence[_Token], at: int) -> bool:
    """Whether a name goes on behind a head to the next: "Policy Framework", "Policy Management Measures"."""
    for i in (at + 1, at + 2):
        if i >= len(tokens) or tokens[i - 1].stops or not tokens[i].proper:
            return False
        if tokens[i].word in STRONG_HEADS | WEAK_HEADS:
            return True
        if tokens[i].word not in BRIDGES:
            return False
    return False


def _weak_goes_on(tokens: Sequence[_Token], at: int) -> bool:
    """Whether another weak head follows in the same run of capitals: "Record System Evaluation Standards"."""
    for i in range(at + 1, min(at + 6, len(tokens))):
        if tokens[i - 1].stops or not tokens[i].proper or tokens[i].starts:
            return False
        if tokens[i].word in WEAK_HEADS:
            return True
    return False


def _backwards(tokens: Sequence[_Token], at: int, taken: bytearray, *, of_code: bool) -> int:
    """The index of a name's first word, given the index of its head.

    ``of_code`` tells that it is a "Code of …", which no "and" joins to what stands before.
    """
    first, i = at, at - 1
    law = tokens[at].word in LAW_HEADS or tokens[at].word == "regulation"
    series = False  # whether an "and" stands between here and the head
    while i >= 0 and not taken[i] and at - i <= _MOST_WORDS and not tokens[i].stops:
        token = tokens[i]
        before = tokens[i - 1] if i > 0 and not taken[i - 1] else None
        if token.text == ",":
            if before is None or not before.proper or before.starts or _is_head(before) or not series:
                break
        elif token.text in CONNECTORS:
            joins = token.word in {"and", "or", "&"}
            if law and token.word in {"the", "on", "with", "a", "an"}:
                break
            if before is None or token.word in {"by", "with"} or (joins and (_is_head(before) or of_code)):
                break
            if token.word == "the" and before.word not in PREPOSITIONS:
                break
            series = series or token.word in {"and", "&"}
        elif (
            token.proper
            and not token.starts
            and token.word not in OPENERS
            and not (token.word in STRONG_HEADS and not _bridged(tokens, i))
        ):
            first = i
        else:
            break
        i -= 1
    again = [j for j in range(first + 1, at) if tokens[j].text == tokens[first].text and tokens[j - 1].proper]
    return again[-1] if again else first  # "Group Finance Group Tax Policy": the cell before began alike


def _is_head(token: _Token) -> bool:
    return token.word in STRONG_HEADS | WEAK_HEADS | LAW_HEADS


def _forwards(tokens: Sequence[_Token], at: int) -> int:
    """The index of the last word of a name whose head comes first: "Code of Business Conduct and Ethics"."""
    last, i = at, at + 1
    if tokens[at].stops or tokens[at].word not in FORWARD_HEADS:
        return at
    if i >= len(tokens) or tokens[i].text not in {"of", "on", "for", "—"}:
        return at
    if tokens[i].text == "—":  # "Guidelines—Security Requirements", set close
        if i + 1 >= len(tokens) or tokens[i].start != tokens[at].end or tokens[i + 1].start != tokens[i].end:
            return at
        i += 1
    most = _MOST_FORWARD if tokens[at].word in RULING_HEADS | LAW_HEADS else _MOST_WORDS
    while i < len(tokens) and i - at <= most:
        token = tokens[i]
        if token.text in INITIALS or (tokens[i - 1].word in CLOSERS and token.proper):
            break  # "Code of Conduct Our approach": the next heading or cell
        if tokens[i - 1].word in CLOSERS and token.text in {"and", "&"} and _heads_soon(tokens, i + 1):
            break  # "Code of Conduct and Group Tax Policy"
        if token.proper and (not token.starts or tokens[i - 1].text in CONNECTORS):
            last = i
        elif token.word == "the":
            if tokens[i - 1].word not in PREPOSITIONS and not tokens[i - 1].word.endswith("ing"):
                break
        elif not (
            token.text in CONNECTORS
            or (tokens[at].word in RULING_HEADS and token.word in {"is", "are"})
            or (token.text == "," and _series_goes_on(tokens, i))
        ):
            break
        if token.stops:
            break
        i += 1
    return last


def _series_goes_on(tokens: Sequence[_Token], comma: int) -> bool:
    after = [t.word for t in tokens[comma + 1 : comma + 4]]
    inside = comma > 1 and tokens[comma - 2].word in PREPOSITIONS | {"the"}
    more = len(after) == 3 and tokens[comma + 1].proper and "and" in after[1:]
    return more and (inside or not _heads_soon(tokens, comma + 1))
