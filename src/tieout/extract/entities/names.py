"""Proper names in running text that end in a telling noun: "the Reputation Risk Management Policy".

A name is read backwards from its last word over capitalised words and small connectors; a comma belongs to it only
where what stands before the comma is no finished name itself ("Acquisition, Development, and Maintenance Measures", but
"the Risk Policy, Tax Policy and Data Policy" are three). Names of the form "Code of …" and "Rules for …" are read
forwards as well. Everything is linear in the length of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tieout.extract.entities.wording import CONNECTORS, LAW_HEADS, POLICY_HEADS, STARTERS, WEAK_HEADS

_TOKEN = re.compile(r"[^\W_][\w’'&./—–-]*(?:\([A-Z][\w ]{0,20}\))?|[,;:.!?•()“”\"\[\]]|&|\(")
_EDITION = re.compile(r"\s*(\((?:19|20)\d\d (?:Edition|Version|Revision)\)|\(\[(?:19|20)\d\d\] No\. ?\d+\))")
_MOST_WORDS = 22
_HEADS = POLICY_HEADS | WEAK_HEADS | LAW_HEADS


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a page's body: its half-open span, its text, the head noun and whether the head stands first."""

    start: int
    end: int
    text: str
    head: str
    forward: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str

    @property
    def word(self) -> str:
        return self.text.casefold().rstrip(".")

    @property
    def starts(self) -> bool:
        """Whether it begins a sentence rather than a name; "IT" does not."""
        return self.word in STARTERS and not (self.text.isupper() and len(self.text) > 1)

    @property
    def proper(self) -> bool:
        return self.text[:1].isupper() or self.text[:1].isdigit()


def find_names(text: str) -> Iterator[Name]:
    """Names of rule books and laws, in order of their place; a place belongs to one name."""
    tokens = [
        _Token(m.start(), m.start() + len(m.group().rstrip(".")) if len(m.group()) > 1 else m.end(), m.group())
        for m in _TOKEN.finditer(text)
    ]
    at, free = 0, 0
    while at < len(tokens):
        token = tokens[at]
        if token.word in _HEADS and token.text[:1].isupper():
            first = _backwards(tokens, at, free)
            last = _forwards(tokens, at)
            if last - first >= 1:
                end = tokens[last].end
                edition = _EDITION.match(text, end)
                end = edition.end(1) if edition else end
                head = token.word
                yield Name(tokens[first].start, end, text[tokens[first].start : end], head, last > at)
                free = last + 1
                at = last + 1
                continue
        at += 1


def _backwards(tokens: list[_Token], at: int, free: int) -> int:
    """The index of a name's first word, given the index of its head."""
    first = at
    i = at - 1
    while i >= free and at - i <= _MOST_WORDS:
        token = tokens[i]
        if token.text == ",":
            before = tokens[i - 1] if i - 1 >= free else None
            if before is None or not before.proper or before.word in _HEADS or not _in_series(tokens, i, at):
                break
        elif token.text in CONNECTORS:
            before = tokens[i - 1] if i - 1 >= free else None
            ended = before is not None and before.word in _HEADS and token.word in {"and", "or", "&", "the"}
            if before is None or ended or token.word in {"a", "an", "by", "from", "at"}:
                break
        elif token.proper and not token.starts:
            first = i
        else:
            break
        i -= 1
    while first < at and (tokens[first].text in CONNECTORS or tokens[first].starts or tokens[first].text.isdigit()):
        first += 1
    return first


def _in_series(tokens: list[_Token], comma: int, at: int) -> bool:
    """Whether a comma stands in a list of words inside one name: an "and" follows it before the name ends."""
    return any(tokens[i].word in {"and", "&"} for i in range(comma + 1, at)) and not any(
        tokens[i].word in _HEADS for i in range(comma + 1, at)
    )


def _forwards(tokens: list[_Token], at: int) -> int:
    """The index of the last word of a name whose head comes first: "Code of Business Conduct and Ethics"."""
    last = at
    i = at + 1
    if i >= len(tokens) or tokens[i].word not in {"of", "on", "for"}:
        return at
    while i < len(tokens) and i - at <= _MOST_WORDS:
        token = tokens[i]
        if token.proper and not token.starts:
            if token.word in POLICY_HEADS | LAW_HEADS and tokens[i - 1].word in {"and", "the"}:
                break
            last = i
        elif token.text not in CONNECTORS:
            break
        i += 1
    # "… Policy and the Code of Conduct and the Handbook" ends before a second article.
    for j in range(at + 1, last):
        if tokens[j].word == "and" and tokens[j + 1].word == "the" and tokens[at].word == "code":
            return j - 1
    return last
